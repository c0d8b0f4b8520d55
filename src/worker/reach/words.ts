/** Words that the files have for categories, over all files: what each was read as, in how many places, in which files. */
import type { FacilityReading } from '../../io/streets/readFacilities.ts';
import type { ReachState, ReachWord } from '../reachProtocol.ts';

export interface ReadWords {
  /** Those nobody has mapped first, then what a person mapped, then the rest; within each by how often they come. */
  readonly words: readonly ReachWord[];
  /** More than are listed. */
  readonly leftOut: number;
  /** Facilities whose word is ignored, and those for which no category is written. */
  readonly ignored: number;
  readonly withoutCategory: number;
}

const MOST_LISTED = 1000;
const RANK = { unmapped: 0, hand: 1, tree: 2 };

export function wordsOf(readings: readonly { name: string; reading: Pick<FacilityReading, 'words' | 'withoutCategory'> }[]): ReadWords {
  const all = new Map<string, ReachWord>();
  for (const { name, reading } of readings) {
    for (const [word, { category, by, count }] of reading.words) {
      const known = all.get(word);
      all.set(word, { word, category, by, count: (known?.count ?? 0) + count, files: [...(known?.files ?? []), name] });
    }
  }
  const words = [...all.values()].sort((a, b) => RANK[a.by ?? 'unmapped'] - RANK[b.by ?? 'unmapped'] || b.count - a.count || (a.word < b.word ? -1 : 1));
  return {
    words: words.slice(0, MOST_LISTED), leftOut: Math.max(0, words.length - MOST_LISTED),
    ignored: words.reduce((sum, { by, category, count }) => sum + (by === 'hand' && category === null ? count : 0), 0),
    withoutCategory: readings.reduce((sum, { reading }) => sum + reading.withoutCategory, 0),
  };
}

export function unmappedView({ words, leftOut, ignored, withoutCategory }: ReadWords): Pick<ReachState, 'unmapped' | 'words' | 'wordsLeftOut' | 'ignored' | 'withoutCategory'> {
  return { unmapped: words.flatMap(({ word, by, count }): [string, number][] => (by === null ? [[word, count]] : [])), words: [...words], wordsLeftOut: leftOut, ignored, withoutCategory };
}
