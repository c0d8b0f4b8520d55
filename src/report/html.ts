/**
 * HTML in which text is always escaped: names, notes and file names come from
 * files that others made. Only `html` makes markup, and only from its own
 * literals; whatever is put in between is text unless it is markup already.
 */
export class Markup {
  constructor(readonly text: string) {}
}

export type HtmlPart = string | number | null | Markup | readonly Markup[];

export function html(literals: TemplateStringsArray, ...parts: HtmlPart[]): Markup {
  return new Markup(literals.map((literal, i) => (i === 0 ? literal : written(parts[i - 1]!) + literal)).join(''));
}

function written(part: HtmlPart): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return escaped(String(part));
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Controls that HTML forbids, and those that turn the direction of what follows them. */
const DANGEROUS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

function escaped(text: string): string {
  return text.replace(DANGEROUS, '\uFFFD').replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}
