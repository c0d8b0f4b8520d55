/** From what a file writes to a category of a tree: a person's own mapping first, then ids and names, then whole words, then parts of what is written. */
import { IGNORED, type CategoryTree } from '../../core/network/categoryTree.ts';

/** `hand`: a person said so; `tree`: by the words of the tree; null: nobody has mapped it. A word that is ignored has no category, by hand. */
export interface CategoryReading {
  readonly category: string | null;
  readonly by: 'hand' | 'tree' | null;
}

export const UNMAPPED: CategoryReading = { category: null, by: null };

/** A mapping to a category that the tree no longer has says nothing. */
export function categoryReader({ categories }: CategoryTree, own: ReadonlyMap<string, string> = new Map()): (written: string) => CategoryReading {
  const ids = new Set(categories.map(({ id }) => id));
  const known = new Map<string, CategoryReading>();
  const read = (text: string): CategoryReading => {
    const mapped = own.get(text);
    if (mapped === IGNORED) return { category: null, by: 'hand' };
    if (mapped !== undefined && ids.has(mapped)) return { category: mapped, by: 'hand' };
    const bare = text.toLowerCase();
    const found = text === '' ? undefined : categories.find(({ id }) => id.toLowerCase() === bare) ?? categories.find(({ name }) => name !== null && bareWord(name) === text)
      ?? categories.find(({ words }) => words.includes(text)) ?? categories.find(({ words }) => words.some((word) => text.includes(word)));
    return found ? { category: found.id, by: 'tree' } : UNMAPPED;
  };
  return (written) => {
    const text = bareWord(written);
    let reading = known.get(text);
    if (!reading) known.set(text, (reading = read(text)));
    return reading;
  };
}

/** As words are compared and kept. */
export function bareWord(written: string): string {
  return written.normalize('NFKC').trim();
}
