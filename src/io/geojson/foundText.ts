/** A value as a problem shows it: JSON, short, on one line. */

const LONGEST = 60;
const MOST_ELEMENTS = 4;

export function foundText(value: unknown): string {
  if (value === undefined) return '—';
  if (Array.isArray(value)) {
    const shown = value.slice(0, MOST_ELEMENTS).map((element) => (isContainer(element) ? (Array.isArray(element) ? '[…]' : '{…}') : foundText(element)));
    return shorten(`[${shown.join(', ')}${value.length > MOST_ELEMENTS ? ', …' : ''}]`);
  }
  if (isContainer(value)) return '{…}';
  if (typeof value === 'string') return shorten(JSON.stringify(value.slice(0, LONGEST)) + (value.length > LONGEST ? '…' : ''));
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'null';
}

/** Keeps the beginning, and never half of a surrogate pair. */
export function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${Array.from(text.slice(0, LONGEST)).slice(0, -1).join('')}…`;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
