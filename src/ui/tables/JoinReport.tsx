/** How the rows of a table join communities: what did, what did not and may be meant, several rows for one community, what read badly. */
import { useState } from 'react';
import { decideRow, takeRow, withdrawDecisions } from '../../state/operations/changeTable.ts';
import { useTableDraft } from '../../state/tables/tables.ts';
import type { TableReportView, TableSetting, TablesView } from '../../worker/tableProtocol.ts';
import { Icon } from '../symbols/Icon.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { CommunityPicker } from './CommunityPicker.tsx';
import { decidedGroups, rowNumbers, unjoinedGroups, type UnjoinedGroup } from './joinGroups.ts';
import { ProblemList } from './ProblemList.tsx';

/** So many are listed; the others follow when these are settled. */
const LISTED = 60;
/** Told above, row by row. */
const LISTED_ABOVE: ReadonlySet<string> = new Set(['unjoined', 'ambiguous', 'doubled']);

interface Props {
  report: TableReportView;
  setting: TableSetting;
  communities: TablesView['communities'];
}

export function JoinReport({ report, setting, communities }: Props) {
  const t = useTranslate();
  const problems = report.problems.filter(({ code }) => !LISTED_ABOVE.has(code));
  return (
    <div className="table-scroll join-report">
      {report.joined === null ? <p className="muted">{t(report.kind === 'tasks' ? 'tables.noJoinTasks' : 'tables.noJoin')}</p> : (
        <>
          <p className="join-summary">
            {t('tables.summary', { joined: figure(report.joined), byCode: figure(report.joined - report.byName), byName: figure(report.byName), facts: figure(report.facts) })}
            {report.repeated > 0 && <span className="muted"> · {t('tables.repeated', { count: figure(report.repeated) })}</span>}
            {report.leftOut > 0 && <span className="muted"> · {t('tables.leftOut', { count: figure(report.leftOut) })}</span>}
          </p>
          <Unjoined report={report} communities={communities} />
          <Doubled report={report} />
          <Decided setting={setting} communities={communities} />
        </>
      )}
      <h3 className="heading">{t('tables.problems')} <span className="unit">{figure(problems.length)}</span></h3>
      <ProblemList problems={problems} />
    </div>
  );
}

function Unjoined({ report, communities }: Omit<Props, 'setting'>) {
  const t = useTranslate();
  const [alike, setAlike] = useState(true);
  const groups = unjoinedGroups(report.unjoined, alike);
  if (groups.length === 0) return <p className="muted" role="status">{t('tables.unjoinedNone')}</p>;
  // Where not all rows were told nobody knows how many are alike: rows are counted then.
  const listed = groups.slice(0, LISTED);
  const unlisted = report.unjoinedRows > report.unjoined.length ? report.unjoinedRows - listed.reduce((sum, { rows }) => sum + rows.length, 0) : groups.length - listed.length;
  return (
    <>
      <h3 className="heading">
        {t('tables.unjoined')} <span className="alarm">{figure(report.unjoinedRows)}</span>
        <label className="check-row unit"><input type="checkbox" className="checkbox" checked={alike} onChange={(event) => { setAlike(event.target.checked); }} /> {t('tables.alike')}</label>
      </h3>
      <ul className="join-list" aria-label={t('tables.unjoined')}>
        {listed.map((group) => <UnjoinedItem key={group.first.row} group={group} report={report} communities={communities} alike={alike} />)}
      </ul>
      {unlisted > 0 && <p className="note">{t(report.unjoinedRows > report.unjoined.length ? 'tables.moreRows' : 'tables.more', { count: figure(unlisted) })}</p>}
    </>
  );
}

function UnjoinedItem({ group: { first, rows }, report, communities, alike }: { group: UnjoinedGroup; report: TableReportView; communities: TablesView['communities']; alike: boolean }) {
  const t = useTranslate();
  const decide = (community: string | null) => { decideRow(report, first.row, community, alike); };
  const codes = new Map(communities.map(({ id, code }) => [id, code]));
  return (
    <li>
      <span className="where unit">{rows.length === 1 ? t('tables.rowNumber', { row: first.row }) : t('tables.rowNumbers', { rows: rowNumbers(rows, t('report.listSeparator')), count: rows.length })}</span>
      <span className="written" title={[first.subdistrict, first.name, first.code].filter((each) => each !== null).join(' · ')}>
        <b>{first.name ?? first.code ?? t('tables.blank')}</b> <span className="unit">{first.subdistrict} {t(`tables.reason.${first.reason}`)}</span>
      </span>
      <span className="join-choices">
        {first.near.slice(0, 4).map((near) => (
          <button key={near.id} type="button" className="cell-button" title={t('tables.takeHelp', { subdistrict: near.subdistrict ?? t('value.none'), code: codes.get(near.id) ?? t('value.none') })} onClick={() => { decide(near.id); }}>
            {t('tables.take', { name: near.name })}{(first.reason === 'ambiguous' || !near.sameSubdistrict) && near.subdistrict !== null && <span className="unit"> {near.subdistrict}</span>}
          </button>
        ))}
        <CommunityPicker label={`${t('tables.other')} ${first.name ?? first.code ?? first.row}`} communities={communities} onPick={decide} />
        <button type="button" className="cell-button" onClick={() => { decide(null); }}>{t(rows.length === 1 ? 'tables.skip' : 'tables.skipAll')}</button>
      </span>
    </li>
  );
}

function Doubled({ report }: { report: TableReportView }) {
  const t = useTranslate();
  if (report.doubled.length === 0) return null;
  return (
    <>
      <h3 className="heading">{t('tables.doubled')} <span className="alarm">{figure(report.doubledCommunities)}</span></h3>
      <ul className="doubled-list" aria-label={t('tables.doubled')}>
        {report.doubled.slice(0, LISTED).map(({ community, name, rows, cells }) => (
          <li key={community}>
            <b>{name}</b>
            {rows.map((row, k) => (
              <div key={row} className="doubled-row">
                <button type="button" className="cell-button" onClick={() => { takeRow(report, row); }}>{t('tables.takeRow', { row })}</button>
                <span className="ellipsis" title={cells[k]?.join(' · ')}>{cells[k]?.filter((cell) => cell.trim() !== '').join(' · ')}</span>
              </div>
            ))}
          </li>
        ))}
      </ul>
      {report.doubledCommunities > LISTED && <p className="note">{t('tables.more', { count: figure(report.doubledCommunities - LISTED) })}</p>}
    </>
  );
}

function Decided({ setting, communities }: Pick<Props, 'setting' | 'communities'>) {
  const t = useTranslate();
  const written = useTableDraft((draft) => draft.written.get(setting.name));
  const groups = decidedGroups(setting.decisions, written);
  if (groups.length === 0) return null;
  const names = new Map(communities.map(({ id, name }) => [id, name]));
  return (
    <>
      <h3 className="heading">{t('tables.decided')} <span className="unit">{figure(Object.keys(setting.decisions).length)}</span></h3>
      <ul className="join-list decided" aria-label={t('tables.decided')}>
        {groups.slice(0, LISTED).map(({ rows, written: key, community }) => {
          const numbers = rowNumbers(rows, t('report.listSeparator'));
          const label = t('tables.withdraw', { rows: numbers });
          return (
            <li key={rows[0]}>
              <span className="where unit">{rows.length === 1 ? t('tables.rowNumber', { row: rows[0]! }) : t('tables.rowNumbers', { rows: numbers, count: rows.length })}</span>
              <span className="written">{key?.name ?? key?.code} {community === null ? <span className="muted">{t('tables.decidedOut')}</span> : t('tables.decidedTo', { name: names.get(community) ?? community })}</span>
              <button type="button" className="icon-button" aria-label={label} title={label} onClick={() => { withdrawDecisions(setting.name, rows); }}><Icon name="undo" small /></button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
