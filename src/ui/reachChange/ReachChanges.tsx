/** 可达得失 between two revisions: by category, by community, home by home; worked out when it is opened, drawn on the map while it is. */
import { useEffect } from 'react';
import { reachChangeCsv, reachChangedHomesCsv, type ReachChangeCsvSetting } from '../../report/reachChangeCsv.ts';
import { chooseChangeSubject, compareReach, endReachChange } from '../../state/operations/compareReach.ts';
import { useReachChange, type ReachChangeMirror } from '../../state/reach/change.ts';
import { ViewBar } from '../assess/Cells.tsx';
import { ExportCsv } from '../assess/ExportCsv.tsx';
import { Choose } from '../controls/Choose.tsx';
import { Pills } from '../controls/Pills.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { ChangedCommunityTable } from './ChangedCommunityTable.tsx';
import { ChangedHomeTable } from './ChangedHomeTable.tsx';
import { basisText, subjectName, summaryText } from './changeWords.ts';
import { SubjectTable } from './SubjectTable.tsx';

type Part = ReachChangeMirror['part'];
const PARTS = ['subjects', 'communities', 'homes'] as const satisfies readonly Part[];

/** Revisions; `states`: what the two are called. */
export function ReachChanges({ a, b, states }: { a: number; b: number; states: { before: string; after: string } }) {
  const t = useTranslate();
  const { answer, homes, subject, part, unit, working } = useReachChange();
  useEffect(() => { void compareReach(a, b); }, [a, b]);
  useEffect(() => endReachChange, []);
  if (!answer) {
    return (
      <div className="empty" role="status">
        {working ? <p>{t('reachChange.working')}</p> : (
          <>
            <p>{t('reachChange.notCounted')}</p>
            <div className="buttons"><button type="button" className="button" onClick={() => { void compareReach(a, b); }}>{t('reachChange.count')}</button></div>
          </>
        )}
      </div>
    );
  }
  const chosen = answer.subjects.find(({ id }) => id === subject);
  const basis = basisText(t, answer);
  const setting: ReachChangeCsvSetting = { states, basis, nameOf: (id) => subjectName(t, id) };
  const what = part === 'homes' && chosen ? `${subjectName(t, chosen.id)}-${t('reachChange.part.homes')}` : t('reachChange.title');
  const text = () => (part === 'homes' && homes && chosen ? reachChangedHomesCsv(homes.homes, chosen.id, setting, t) : reachChangeCsv(answer, setting, t));
  return (
    <>
      <ViewBar label={t('reachChange.title')} end={<ExportCsv what={what} state={`${states.before}_${states.after}`} text={text} disabled={part === 'homes' && !homes} />}>
        <Pills<Part>
          label={t('reachChange.which')}
          value={part}
          onChange={(next) => { useReachChange.setState({ part: next }); }}
          options={PARTS.map((each) => ({ value: each, label: t(`reachChange.part.${each}`), ...(each === 'homes' && homes ? { count: homes.homes.length } : {}) }))}
        />
        {part !== 'homes' && <Pills label={t('reachChange.countedIn')} value={unit} onChange={(next) => { useReachChange.setState({ unit: next }); }} options={[{ value: 'people', label: t('unit.people') }, { value: 'households', label: t('unit.households') }]} />}
        {part !== 'subjects' && <span className="view-field reach-change-subject"><Choose label={t('reachChange.subject')} value={subject} options={answer.subjects.map(({ id }) => ({ value: id, label: subjectName(t, id) }))} onChange={(id) => { void chooseChangeSubject(id); }} /></span>}
        <span className={answer.reading === 'straight' ? 'note view-note alarm' : 'note view-note'} role="status" title={basis}>{chosen ? t('reachChange.note', { summary: summaryText(t, chosen, unit), basis }) : basis}</span>
      </ViewBar>
      {part === 'subjects' ? <SubjectTable of={answer} subject={subject} what={unit} />
        : part === 'communities' ? <ChangedCommunityTable of={answer} subject={subject} what={unit} />
          : <ChangedHomeTable of={homes} isKnown={chosen?.whole.gained != null} />}
    </>
  );
}
