/** Options that a text is part of: by label, by note, by other words for it. */

export interface SearchOption {
  value: string;
  label: string;
  /** Stands beside the label: a subdistrict. */
  note?: string;
  /** Not shown, but found: a code. */
  words?: string;
}

/** Several words must all be found. What begins with the text comes first, else the order stays. */
export function searchOptions<T extends SearchOption>(options: readonly T[], typed: string): readonly T[] {
  const needles = typed.trim().toLowerCase().split(/\s+/u).filter((needle) => needle !== '');
  const [first] = needles;
  if (first === undefined) return options;
  const found = options.filter(({ label, note, words }) => {
    const text = `${label}\n${note ?? ''}\n${words ?? ''}`.toLowerCase();
    return needles.every((needle) => text.includes(needle));
  });
  const begins = ({ label }: T) => (label.toLowerCase().startsWith(first) ? 0 : 1);
  return found.map((option, at) => ({ option, at })).sort((p, q) => begins(p.option) - begins(q.option) || p.at - q.at).map(({ option }) => option);
}
