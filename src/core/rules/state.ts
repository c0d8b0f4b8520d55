/** The plan-ahead state of a community as files write it; anything else is unknown. */
import { STATES, type State } from './vocabulary.ts';

/** The first that fits: "not resettled" stands before "resettled". */
const WORDS: readonly [RegExp, State][] = [
  [/拟拆|待拆|将拆/, 'toBeDemolished'],
  [/部分回迁/, 'partlyResettled'],
  [/未回迁|已拆/, 'demolished'],
  [/在建|建设中/, 'underConstruction'],
  [/村改居|村转居/, 'converting'],
  [/^(?:正常|已建成|建成|现状)$/, 'normal'],
];

export function readState(text: string): State | null {
  const written = text.normalize('NFKC').replace(/\s/g, '');
  return STATES.find((state) => state.toLowerCase() === written.toLowerCase()) ?? WORDS.find(([words]) => words.test(written))?.[1] ?? null;
}
