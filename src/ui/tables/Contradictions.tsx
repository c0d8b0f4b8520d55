/** Where two tables say different things of one community: each value with its table and date, the last in force. */
import { GIVABLE } from '../../core/facts/givable.ts';
import type { Translate } from '../../i18n/index.ts';
import type { TablesView } from '../../worker/tableProtocol.ts';
import { unitText } from '../rules/ruleWords.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { ProblemList } from './ProblemList.tsx';
import { conflictValueText, tableFieldText } from './tableWords.ts';

const LISTED = 200;

function unitOf(t: Translate, fact: string): string {
  const givable = GIVABLE.get(fact);
  const unit = fact === 'households' ? t('unit.households') : fact === 'people' ? t('unit.people') : givable?.type === 'number' ? unitText(t, givable.unit) : '';
  return unit === '' ? '' : ` ${unit}`;
}

export function Contradictions({ view: { conflicts, fileProblems } }: { view: TablesView }) {
  const t = useTranslate();
  return (
    <div className="table-scroll join-report">
      {conflicts.length === 0 ? <p className="muted" role="status">{t('tables.conflict.none')}</p> : (
        <>
          <p className="note">{t('tables.conflict.note')}</p>
          <table className="conflict-list">
            <thead><tr><th scope="col">{t('tables.conflict.community')}</th><th scope="col">{t('tables.conflict.fact')}</th><th scope="col" className="broad">{t('tables.conflict.values')}</th></tr></thead>
            <tbody>
              {conflicts.slice(0, LISTED).map(({ community, name, fact, values }) => (
                <tr key={`${community} ${fact}`}>
                  <td title={community}>{name}</td>
                  <td>{tableFieldText(t, fact)}</td>
                  <td>
                    {values.map(({ value, source, asOf }, k) => (
                      <div key={k} className={k === values.length - 1 ? 'in-force' : undefined}>
                        <span className="value">{conflictValueText(t, value)}{typeof value === 'number' && unitOf(t, fact)}</span>
                        <span className="unit">{source ?? t('tables.conflict.files')}{asOf !== null && ` · ${asOf}`}</span>
                        {k === values.length - 1 && <span className="tag">{t('tables.conflict.inForce')}</span>}
                      </div>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {conflicts.length > LISTED && <p className="note">{t('tables.problem.more', { count: figure(conflicts.length - LISTED) })}</p>}
        </>
      )}
      {fileProblems.length > 0 && <><h3 className="heading">{t('tables.fileProblems')} <span className="unit">{figure(fileProblems.length)}</span></h3><ProblemList problems={fileProblems} tables /></>}
    </div>
  );
}
