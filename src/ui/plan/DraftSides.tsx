/** What a command being tried would do: each community before → after, and the departures it would add. */
import type { ReactNode } from 'react';
import type { CommunityRow, DraftAnswer } from '../../worker/planProtocol.ts';
import { figure, squareKilometres } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import type { SideAssessment } from '../../worker/assessProtocol.ts';
import { ClassGlyph, VerdictGlyph } from '../rules/VerdictGlyph.tsx';
import { Estimated } from './FigureText.tsx';
import { findingText } from './planWords.ts';

type Shown = Extract<DraftAnswer, { ok: true }>;
type Side = Shown['sides'][number];

/** More would not fit beside the cursor. */
const MOST = 3;
const MOST_FINDINGS = 4;
/** A collection written without features is no longer. */
const EMPTY_BYTES = 64;

export function DraftSides({ answer }: { answer: Shown }) {
  const t = useTranslate();
  // Those that stand afterwards first: of many that merge, the heir.
  const ordered = answer.sides.length > 2 ? [...answer.sides].sort((p, q) => Number(p.after === null) - Number(q.after === null)) : answer.sides;
  const [sides, rest] = [ordered.slice(0, MOST), ordered.slice(MOST)];
  const row = (label: string, unit: string | null, cell: (side: Side) => ReactNode) => (
    <tr><th scope="row">{label}{unit !== null && <span className="unit"> {unit}</span>}</th>{sides.map((side) => <td key={side.unit}>{cell(side)}</td>)}</tr>
  );
  return (
    <div className="draft-sides">
      {sides.length === 0 ? <p className="note">{t(answer.movedGeoJson.byteLength > EMPTY_BYTES ? 'draft.groundOnly' : 'draft.noSides')}</p> : <table>
        <thead><tr><td />{sides.map((side) => <th key={side.unit} scope="col">{(side.after ?? side.before)?.name}{!side.before && <span className="tag">{t('fate.new')}</span>}{!side.after && <span className="tag">{t('fate.abolished')}</span>}</th>)}</tr></thead>
        <tbody>
          {row(t('column.households'), t('unit.households'), (side) => <Pair side={side} of={(each) => each.households} />)}
          {row(t('column.people'), t('unit.people'), (side) => <Pair side={side} of={(each) => each.people} />)}
          {answer.assessed && row(t('draft.class'), null, (side) => <BeforeAfter side={assessedSide(answer, side.unit)} of={({ class: sizeClass }) => ({ key: sizeClass, shown: <ClassGlyph of={sizeClass} words /> })} />)}
          {answer.assessed && row(t('draft.rooms'), 'm²', (side) => <BeforeAfter side={assessedSide(answer, side.unit)} of={(each) => roomsOf(each, t('value.none'))} />)}
          {row(t('column.area'), 'km²', (side) => <Plain side={side} of={(each) => squareKilometres(each.areaSquareMetres)} />)}
          {row(t('column.parts'), null, (side) => <Plain side={side} of={(each) => figure(each.pieces)} />)}
        </tbody>
      </table>}
      {rest.length > 0 && <p className="note">{t('draft.moreSides', { count: rest.length, names: rest.map(({ before, after }) => (after ?? before)?.name ?? '').join(t('report.listSeparator')) })}</p>}
      <div className="adds" hidden={sides.length + answer.adds.length === 0}>
        {answer.adds.length === 0
          ? sides.length > 0 && <span className="fine">✓ {t('draft.addsNothing')}</span>
          : answer.adds.slice(0, MOST_FINDINGS).map((finding, index) => <span key={index} className="alarm">◆ {findingText(t, finding)}</span>)}
        {answer.adds.length > MOST_FINDINGS && <span className="alarm">{t('finding.more', { count: answer.adds.length - MOST_FINDINGS })}</span>}
      </div>
    </div>
  );
}

function Pair({ side: { before, after }, of }: { side: Side; of: (row: CommunityRow) => CommunityRow['households'] }) {
  const t = useTranslate();
  const text = (row: CommunityRow | null) => (row === null ? '—' : of(row).known ? figure(of(row).value) : t('value.none'));
  const [was, is] = [text(before), text(after)];
  return <>{was !== is && <><span className="muted">{was}</span> → </>}<b>{is}</b>{after && of(after).known && <Estimated share={of(after).estimatedShare} />}</>;
}

function assessedSide({ assessed }: Shown, unit: number): { before: SideAssessment | null; after: SideAssessment | null } {
  return assessed?.find((each) => each.unit === unit) ?? { before: null, after: null };
}

interface ShownValue {
  key: string;
  shown: ReactNode;
}

function BeforeAfter({ side: { before, after }, of }: { side: { before: SideAssessment | null; after: SideAssessment | null }; of: (side: SideAssessment) => ShownValue }) {
  const [was, is] = [before && of(before), after && of(after)];
  return <>{was && was.key !== is?.key && <><span className="muted">{was.shown}</span> → </>}{is ? is.shown : '—'}</>;
}

/** 缺 170 or 余 205: what there is against what is owed. */
function roomsOf({ needs: { rooms } }: SideAssessment, unknown: string): ShownValue {
  if (rooms?.owed == null || rooms.have === null) return { key: '?', shown: <span className="muted">{unknown}</span> };
  const over = rooms.have - rooms.owed;
  const text = `${over < 0 ? '−' : '+'}${figure(Math.abs(over))}`;
  return { key: text, shown: <span className={over < 0 ? 'alarm' : undefined}><VerdictGlyph of={over < 0 ? 'fail' : 'pass'} /> {text}</span> };
}

function Plain({ side: { before, after }, of }: { side: Side; of: (row: CommunityRow) => string }) {
  const [was, is] = [before ? of(before) : '—', after ? of(after) : '—'];
  return <>{was !== is && <><span className="muted">{was}</span> → </>}{was === is ? is : <b>{is}</b>}</>;
}
