/** Problems as a list under heads by severity: for dialogs. The sentence says what was found and expected, in which member. */
import type { ReadProblem } from '../../io/problem.ts';
import { figure } from '../words/figures.ts';
import { problemSentence } from '../words/problemWords.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { inReadingOrder, PROBLEM_SEVERITIES, problemCount } from './problemOrder.ts';

export function ProblemGroups({ problems }: { problems: readonly ReadProblem[] }) {
  const t = useTranslate();
  const ordered = inReadingOrder(problems);
  return PROBLEM_SEVERITIES.map((severity) => {
    const group = ordered.filter((problem) => problem.severity === severity);
    if (group.length === 0) return null;
    return (
      <section key={severity} className={`problems ${severity}`}>
        <h4>{t(`problemSeverity.${severity}`)} <span className="unit">{t('count.places', { count: figure(problemCount(group)) })}</span></h4>
        <ul>
          {group.slice(0, 200).map((problem, index) => <ProblemItem key={index} problem={problem} />)}
        </ul>
      </section>
    );
  });
}

function ProblemItem({ problem }: { problem: ReadProblem }) {
  const t = useTranslate();
  const where = [
    problem.feature === null ? null : t('where.feature', { number: problem.feature + 1 }),
    problem.unit,
    problem.line === undefined ? null : t('where.line', { line: problem.line }),
  ].filter((part) => part !== null && part !== undefined);
  return (
    <li>
      <span>{problemSentence(t, problem)}</span>
      {where.length > 0 && <span className="note"> {where.join(' · ')}</span>}
      {problem.more !== undefined && <span className="note"> · {t('where.more', { count: figure(problem.more) })}</span>}
    </li>
  );
}
