/** A word that files have for a category: which one it means, that it counts for nothing, or that nobody has said. Counted at once. */
import { changeReach, keptReach } from './openReach.ts';

/** `category` null: what was said of the word is taken back; `IGNORED`: it counts for nothing. */
export async function mapWord(word: string, category: string | null): Promise<void> {
  const others = keptReach().mapping.filter(([known]) => known !== word);
  await changeReach({ mapping: category === null ? others : [...others, [word, category]] });
}
