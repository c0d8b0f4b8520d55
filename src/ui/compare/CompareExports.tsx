/** Takes the comparison away: what changed, what moved, old → new, as tables for Excel. */
import { changesCsv } from '../../report/changesCsv.ts';
import { identitiesCsv } from '../../report/identitiesCsv.ts';
import { movedCsv } from '../../report/movedCsv.ts';
import { reachChangeCsv } from '../../report/reachChangeCsv.ts';
import { useCompare } from '../../state/plan/compare.ts';
import { useReachChange } from '../../state/reach/change.ts';
import type { Comparison } from '../../worker/planProtocol.ts';
import { download } from '../controls/download.ts';
import { Icon } from '../symbols/Icon.tsx';
import { useProjectName } from '../words/projectName.ts';
import { fileName } from '../words/fileName.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { basisText, subjectName } from '../reachChange/changeWords.ts';
import { changedIn } from './comparisonRows.ts';
import { useStateName } from './useStateName.ts';

export function CompareExports({ answer }: { answer: Comparison }) {
  const t = useTranslate();
  const name = useStateName();
  const project = useProjectName();
  const { a, b } = useCompare();
  const save = (what: string, text: string) => { download(fileName([what, project, name(a), name(b)], 'csv'), text, 'text/csv'); };
  const reach = useReachChange((mirror) => mirror.answer);
  const states = { before: name(a), after: name(b) };
  return (
    <section className="section pinned" aria-label={t('export.title')}>
      <h3>{t('export.title')} <span className="unit">CSV</span></h3>
      <div className="buttons tight">
        <button type="button" className="button small" onClick={() => { save(t('export.changes'), changesCsv(answer.rows.filter(changedIn).map(({ a: before, b: after }) => ({ before, after })), states, t)); }}><Icon name="download" small />{t('export.changes')}</button>
        <button type="button" className="button small" onClick={() => { save(t('export.moved'), movedCsv(answer.moved, t)); }}><Icon name="download" small />{t('export.moved')}</button>
        <button type="button" className="button small" onClick={() => { save(t('export.identities'), identitiesCsv(answer.identities, t)); }}><Icon name="download" small />{t('export.identities')}</button>
        {reach && <button type="button" className="button small" onClick={() => { save(t('reachChange.title'), reachChangeCsv(reach, { states, basis: basisText(t, reach), nameOf: (id) => subjectName(t, id) }, t)); }}><Icon name="download" small />{t('reachChange.title')}</button>}
      </div>
    </section>
  );
}
