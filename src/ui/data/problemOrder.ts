/** Problems in the order one reads them: what was refused first; like with like. */
import type { ProblemSeverity, ReadProblem } from '../../io/problem.ts';

export const PROBLEM_SEVERITIES: readonly ProblemSeverity[] = ['refused', 'warning', 'information'];

/** With those that were counted but not listed. */
export function problemCount(problems: readonly ReadProblem[]): number {
  return problems.reduce((sum, problem) => sum + 1 + (problem.more ?? 0), 0);
}

export function inReadingOrder(problems: readonly ReadProblem[]): ReadProblem[] {
  return [...problems].sort((a, b) =>
    PROBLEM_SEVERITIES.indexOf(a.severity) - PROBLEM_SEVERITIES.indexOf(b.severity)
    || a.file.localeCompare(b.file)
    || (a.feature ?? -1) - (b.feature ?? -1));
}
