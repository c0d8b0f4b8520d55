/** The question to an exact solver, as text in CPLEX's LP format. The core knows no solver: one is handed to it. */
import type { Work } from '../progress.ts';
import type { Service } from './service.ts';

export interface ExactQuestion {
  readonly model: string;
  /** Columns that are 1 in the solution to start from. */
  readonly start: readonly string[];
  readonly seconds: number;
  /** A solution this near to the bound is as good as the best: sums are whole. */
  readonly absoluteGap: number;
}

export interface ExactAnswer {
  /** `limit`: time ran out, what is there holds as far as it goes. `stopped`: somebody ended it. `unavailable`: the solver could not be had. */
  readonly status: 'optimal' | 'limit' | 'stopped' | 'infeasible' | 'failed' | 'unavailable';
  /** No solution is better; null where nothing is known. */
  readonly bound: number | null;
  /** Columns that are above one half in the best solution; null without any. */
  readonly chosen: readonly string[] | null;
}

/** Runs to its end or to its time limit; never throws for what a model holds. As work where it runs elsewhere and is waited for. */
export type ExactSolver = (question: ExactQuestion) => ExactAnswer | Work<ExactAnswer>;

/** What became of the proof by a solver. `notNeeded`: the bound was met without it; `notAsked`: none was given, or no time was left. */
export type SolverOutcome = ExactAnswer['status'] | 'notNeeded' | 'notAsked' | 'tooLarge';

export function* askExactly(exact: ExactSolver, question: ExactQuestion): Work<ExactAnswer> {
  yield { phase: 'sitingProof', fraction: null };
  const answer = exact(question);
  return 'status' in answer ? answer : yield* answer;
}

/** Models beyond this are not tried: HiGHS takes minutes for what is larger. */
export const MOST_MODEL_ENTRIES = 250_000;
export const MOST_MODEL_ROWS = 12_000;

/** Sums of costs are scaled to about this, where solvers compute best. */
const SCALED_TOTAL = 1e6;
const TERMS_PER_LINE = 20;

export interface ExactModel {
  readonly text: string;
  readonly entries: number;
  readonly rows: number;
  /** The objective of the model times this is what is saved. */
  readonly scale: number;
}

/**
 * So many sites that save most. For each row and each of its costs D1 < D2 < … < fallback a column z says "pays at most Dk"; it needs an open
 * candidate at Dk or the column before (Cornuéjols, Nemhauser & Wolsey 1980, as García, Labbé & Marín 2011 write it). With one cost a
 * row this is the usual model of coverage. Null where it would be too large.
 */
export function savingModel(service: Service, count: number): ExactModel | null {
  const { candidates, rows, weight, fallback, rowStart, rowCandidate, rowCost } = service;
  if (service.row.length > MOST_MODEL_ENTRIES) return null;
  let total = 0;
  for (let r = 0; r < rows; r++) total += weight[r]! * (fallback[r]! - rowCost[rowStart[r]!]!);
  const scale = Math.max(1, total / SCALED_TOTAL);
  const objective: string[] = [];
  const constraints: string[] = [];
  const bounds: string[] = [];
  let entries = candidates;
  for (let r = 0; r < rows; r++) {
    let [column, previous] = [0, ''];
    for (let at = rowStart[r]!; at < rowStart[r + 1]!;) {
      const price = rowCost[at]!;
      const terms: string[] = [];
      for (; at < rowStart[r + 1]! && rowCost[at] === price; at++) terms.push(`x${rowCandidate[at]!}`);
      const next = at < rowStart[r + 1]! ? rowCost[at]! : fallback[r]!;
      const name = `z${r}_${column++}`;
      objective.push(`${(weight[r]! * (next - price)) / scale} ${name}`);
      constraints.push(`${name} - ${[...(previous === '' ? [] : [previous]), ...terms].join(' - ')} <= 0`);
      bounds.push(`${name} <= 1`);
      entries += terms.length + 2;
      previous = name;
    }
    if (entries > MOST_MODEL_ENTRIES || constraints.length > MOST_MODEL_ROWS) return null;
  }
  const columns = Array.from({ length: candidates }, (_, c) => `x${c}`);
  constraints.push(`${columns.join(' + ')} <= ${count}`);
  return { text: lpText('Maximize', objective, constraints, bounds, columns), entries, rows: constraints.length, scale };
}

/** Fewest candidates such that each row has one. Null where it would be too large. */
export function coverModel({ candidates, rows, row, rowStart, rowCandidate }: Service): ExactModel | null {
  if (row.length > MOST_MODEL_ENTRIES || rows > MOST_MODEL_ROWS) return null;
  const columns = Array.from({ length: candidates }, (_, c) => `x${c}`);
  const constraints = Array.from({ length: rows }, (_, r) => `${Array.from(rowCandidate.subarray(rowStart[r], rowStart[r + 1]), (c) => `x${c}`).join(' + ')} >= 1`);
  return { text: lpText('Minimize', columns, constraints, [], columns), entries: row.length, rows, scale: 1 };
}

function lpText(sense: 'Maximize' | 'Minimize', objective: readonly string[], constraints: readonly string[], bounds: readonly string[], binary: readonly string[]): string {
  // Readers of the format may refuse long lines: a line breaks before a sign.
  const broken = (text: string) => {
    const words = text.split(' ');
    let out = words[0] ?? '';
    for (let k = 1; k < words.length; k++) out += (k % (2 * TERMS_PER_LINE) === 0 ? '\n  ' : ' ') + words[k]!;
    return out;
  };
  return [
    sense, ` obj: ${broken(objective.join(' + '))}`, 'Subject To', ...constraints.map((text, k) => ` c${k}: ${broken(text)}`),
    ...(bounds.length > 0 ? ['Bounds', ...bounds.map((text) => ` ${text}`)] : []), 'Binary', ` ${broken(binary.join(' '))}`, 'End', '',
  ].join('\n');
}
