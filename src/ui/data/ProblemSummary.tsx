/** How many problems reading found, by severity, and the way to the list: they stay within reach. */
import type { Loaded } from '../../worker/protocol.ts';
import type { ReadProblem } from '../../io/problem.ts';
import { useSession } from '../../state/session.ts';
import { useView } from '../../state/view.ts';
import { Icon } from '../symbols/Icon.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { PROBLEM_SEVERITIES, problemCount } from './problemOrder.ts';

export function ProblemSummary({ loaded }: { loaded: Loaded }) {
  const t = useTranslate();
  const shape = useSession((state) => state.shapeProblems);
  const all: ReadProblem[] = [...loaded.problems, ...(shape ?? [])];
  const counts = PROBLEM_SEVERITIES
    .map((severity) => ({ severity, count: problemCount(all.filter((problem) => problem.severity === severity)) }))
    .filter(({ count }) => count > 0);
  return (
    <div className="section">
      <div className="pair">
        <span className="strong" style={{ color: 'var(--ink)' }}>{t('data.problems')}</span>
        <span>
          {counts.length === 0 && <span className="muted">{t('data.noProblems')}</span>}
          {counts.map(({ severity, count }) => (
            <span key={severity} className={severity === 'refused' ? 'alarm nowrap' : 'muted nowrap'}> {t(`problemSeverity.${severity}`)} {figure(count)}</span>
          ))}
          {' '}
          <button
            type="button"
            className="icon-button"
            style={{ display: 'inline-flex', verticalAlign: 'middle' }}
            aria-label={t('data.showProblems')}
            title={t('data.showProblems')}
            onClick={() => { useView.setState({ dataTable: 'problems', bottomOpen: true }); }}
          >
            <Icon name="chevronRight" />
          </button>
        </span>
      </div>
    </div>
  );
}
