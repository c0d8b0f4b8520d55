/** Departures of one community: its pieces, each a way there and a way to hand it over, and what else; declared ones can be withdrawn. */
import { proposeCommand } from '../../state/operations/proposeCommand.ts';
import { openPlanDialog } from '../../state/plan/dialog.ts';
import { flyToPoint } from '../../state/view.ts';
import type { CommunityRow, PlanFinding, PlanState } from '../../worker/planProtocol.ts';
import { Icon } from '../symbols/Icon.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { ActionButton } from './ActionButton.tsx';
import { findingText, pieceText } from './planWords.ts';

export function CommunityFindings({ row, state }: { row: CommunityRow; state: PlanState }) {
  const t = useTranslate();
  const own = state.findings.filter((finding) => finding.units.includes(row.unit));
  if (own.length === 0) return null;
  const blocked = state.current === null ? t('plan.baseOnly') : row.locked ? t('rejection.locked', { subjects: row.name }) : null;
  return (
    <div className="section">
      <h3>{t('finding.title')}</h3>
      {own.map((finding, index) => <Finding key={index} of={finding} row={row} state={state} blocked={blocked} />)}
    </div>
  );
}

function Finding({ of, row, state, blocked }: { of: PlanFinding; row: CommunityRow; state: PlanState; blocked: string | null }) {
  const t = useTranslate();
  const exception = state.exceptions.find((each) => each.id === of.declared);
  const { at } = of;
  return (
    <div className="finding">
      <div className="finding-head">
        <span className="grow"><span className={exception ? 'muted' : 'alarm'} aria-hidden="true">{exception ? '◇' : '◆'}</span> {of.kind === 'pieces' ? t('finding.pieceCount', { count: of.apart.length + 1 }) : findingText(t, of)}</span>
        {at && of.kind !== 'pieces' && <button type="button" className="icon-button" aria-label={t('action.flyThere')} title={t('action.flyThere')} onClick={() => { flyToPoint(at); }}><Icon name="target" /></button>}
      </div>
      {of.kind === 'pieces' && <Pieces of={of} row={row} blocked={blocked} />}
      {exception ? (
        <p className="note">
          {exception.role}：{exception.reason}{' '}
          <button type="button" className="link" onClick={() => { void proposeCommand({ type: 'withdrawException', exception: exception.id }); }}>{t('action.withdraw')}</button>
        </p>
      ) : (
        <div className="buttons tight">
          <ActionButton reason={state.current === null ? t('plan.baseOnly') : null} onClick={() => { openPlanDialog({ kind: 'except', communities: idsOf(of, state) }); }}>{t('action.except')}</ActionButton>
        </div>
      )}
    </div>
  );
}

/** Each piece apart from the largest: how much it is, the way there, and a way to hand it over. */
function Pieces({ of: { apart }, row, blocked }: { of: PlanFinding; row: CommunityRow; blocked: string | null }) {
  const t = useTranslate();
  return (
    <ul className="pieces" title={t('finding.pieceHelp')}>
      {apart.map((piece, index) => (
        <li key={piece.at.join()}>
          <span className="muted">{t('finding.pieceLine', { number: index + 2 })}</span>
          <span className="grow">{pieceText(t, piece)}</span>
          <ActionButton reason={blocked} label={`${t('finding.handOverPiece')} ${t('finding.pieceLine', { number: index + 2 })}`} onClick={() => { openPlanDialog({ kind: 'handOver', community: row.id, at: piece.at }); }}>{t('finding.handOverPiece')}</ActionButton>
          <button type="button" className="icon-button" aria-label={t('action.flyThere')} title={t('action.flyThere')} onClick={() => { flyToPoint(piece.at); }}><Icon name="target" /></button>
        </li>
      ))}
    </ul>
  );
}

function idsOf({ units }: PlanFinding, { communities }: PlanState): string[] {
  return units.flatMap((unit) => communities.find((row) => row.unit === unit)?.id ?? []);
}
