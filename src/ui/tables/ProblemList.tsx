/** What reading a table found wrong: where, what stood there, what was expected. */
import type { TableProblem } from '../../io/tables/problem.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function ProblemList({ problems, tables = false }: { problems: readonly TableProblem[]; tables?: boolean }) {
  const t = useTranslate();
  if (problems.length === 0) return <p className="muted">{t('tables.noProblems')}</p>;
  return (
    <table className="problem-list">
      <thead>
        <tr>
          {tables && <th scope="col">{t('tables.problem.table')}</th>}
          <th scope="col" className="num">{t('tables.row')}</th><th scope="col">{t('tables.problem.column')}</th><th scope="col" className="broad">{t('tables.problem.what')}</th>
          <th scope="col">{t('tables.problem.found')}</th><th scope="col">{t('tables.problem.expected')}</th>
        </tr>
      </thead>
      <tbody>
        {problems.map((problem, k) => (
          <tr key={k} className={problem.severity}>
            {tables && <td className="ellipsis" title={problem.table}>{problem.table}</td>}
            <td className="num">{problem.row ?? '—'}</td>
            <td className="ellipsis" title={problem.column ?? undefined}>{problem.column ?? '—'}</td>
            <td className={problem.severity === 'refused' ? 'alarm' : undefined}>{t(`tableProblem.${problem.code}`)}{problem.more === undefined ? '' : <span className="unit"> {t('tables.problem.more', { count: figure(problem.more) })}</span>}</td>
            <td className="ellipsis" title={problem.found}>{problem.found === '' ? <span className="muted">{t('tables.blank')}</span> : problem.found}</td>
            <td className="ellipsis" title={problem.expected}>{problem.expected === '' ? '—' : problem.expected}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
