/** A community of the plan: who it is, what became of it, its figures before and now, pieces, departures, steps. */
import { flyToCommunity } from '../../state/operations/selectInPlan.ts';
import type { CommunityRow, PlanState } from '../../worker/planProtocol.ts';
import { Tip } from '../controls/Tip.tsx';
import { Icon } from '../symbols/Icon.tsx';
import { figure, mu, squareKilometres } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { CodeParts } from '../inspector/CodeParts.tsx';
import { ActionButton } from './ActionButton.tsx';
import { ActionMenu } from './ActionMenu.tsx';
import { RuleSheet, VerdictChips } from '../rules/RuleSheet.tsx';
import { useSheet } from '../rules/useSheet.ts';
import { CommunityFindings } from './CommunityFindings.tsx';
import { FigureText } from './FigureText.tsx';
import { LineageSection } from './LineageSection.tsx';
import { hasChanged } from './changedRows.ts';
import { fateText, stepText } from './planWords.ts';
import { useBaseRows } from './useRowsAt.ts';
import { usePlanActions } from './usePlanActions.ts';
import { useSelectedRows } from './useSelectedRows.ts';

export function CommunityInspector({ row, state }: { row: CommunityRow; state: PlanState }) {
  const t = useTranslate();
  const before = useBaseRows()?.get(row.unit) ?? null;
  const sheet = useSheet(row.unit);
  const areaChanged = before !== null && squareKilometres(before.areaSquareMetres) !== squareKilometres(row.areaSquareMetres);
  return (
    <>
      <div className="inspector-head">
        <div className="title">
          <h2 className="ellipsis">{row.name}</h2>
          {row.locked && <Tip text={t('plan.lockedHelp')} side="left"><span tabIndex={0} className="muted"><Icon name="lock" /></span></Tip>}
          <Tip text={t('action.flyThere')} side="left">
            <button type="button" className="icon-button" aria-label={t('action.flyThere')} onClick={() => { flyToCommunity(row.unit); }}><Icon name="target" /></button>
          </Tip>
        </div>
        <div className="subtitle">
          {row.subdistrict ?? t('tree.noSubdistrict')}{row.kind !== null && ` · ${t(`kind.${row.kind}`)}`}{' '}
          <span className={hasChanged({ now: row, base: before }) ? 'chip changed' : 'tag'}>{fateText(t, row, before)}</span>
          {sheet?.draft === true && <span className="chip changed" role="status">{t('assess.dragging')}</span>}
          {sheet?.now.proposal != null && <span className="tag">{t(`rules.proposal.${sheet.now.proposal}`)}</span>}
        </div>
        <VerdictChips sheet={sheet} />
        <Actions />
      </div>
      <div className="scroll">
        <div className="section">
          <h3>{t('inspector.figures')} <span className="unit">{t('inspector.baseToNow')}</span></h3>
          <div className="pair"><span>{t('column.households')}</span><FigureText of={row.households} before={before?.households} unit={t('unit.households')} /></div>
          <div className="pair"><span>{t('column.people')}</span><FigureText of={row.people} before={before?.people} unit={t('unit.people')} /></div>
          <div className="pair">
            <span>{t('column.area')}</span>
            <span>{areaChanged && <span className="muted">{squareKilometres(before.areaSquareMetres)} → </span>}<span className={areaChanged ? 'strong' : undefined}>{squareKilometres(row.areaSquareMetres)}</span> <span className="unit">km²</span></span>
          </div>
          <div className="pair"><span /><span className="muted">{figure(row.areaSquareMetres, 1)} m² · {t('value.mu', { mu: mu(row.areaSquareMetres) })}</span></div>
          <div className="pair"><span>{t('column.parts')}</span><span className={row.pieces > 1 ? 'alarm' : undefined}>{before && before.pieces !== row.pieces && <span className="muted">{before.pieces} → </span>}{t('count.parts', { count: figure(row.pieces) })}</span></div>
          <p className="note">{t(hasAtoms(state) ? 'figure.fromAtoms' : 'figure.fromCommunities')}</p>
        </div>
        <RuleSheet sheet={sheet} />
        <CommunityFindings row={row} state={state} />
        <div className="section">
          <h3>{t('column.code')}</h3>
          {row.provisional ? <p>{row.id} <span className="muted">{t('plan.provisionalHelp')}</span></p> : row.code === null ? <p className="muted">{t('value.none')}</p> : <CodeParts code={row.code} />}
        </div>
        {row.fate !== 'unchanged' && <LineageSection row={row} />}
        <OwnSteps row={row} state={state} />
      </div>
    </>
  );
}

function Actions() {
  const t = useTranslate();
  const rows = useSelectedRows();
  const actions = usePlanActions(rows);
  const shown = new Set(rows.length > 1 ? ['merge', 'lock', 'unlock'] : ['split', 'rename', 'lock', 'unlock']);
  return (
    <div className="buttons tight" style={{ marginTop: 8 }}>
      {rows.length > 1 && <span className="note grow">{t('plan.selectedCount', { count: rows.length })}</span>}
      {actions.filter(({ id }) => shown.has(id)).map((action) => <ActionButton key={action.id} reason={action.reason} onClick={() => { action.run(rows); }}>{t(`action.${action.id}`)}</ActionButton>)}
      <ActionMenu rows={rows} actions={actions.filter(({ id }) => !shown.has(id))} />
    </div>
  );
}

function OwnSteps({ row, state }: { row: CommunityRow; state: PlanState }) {
  const t = useTranslate();
  const own = state.steps.filter((step) => !step.undone && step.names.includes(row.name));
  return (
    <div className="section last">
      <h3>{t('inspector.steps')} <span className="unit">{figure(own.length)}</span></h3>
      {own.length === 0 ? <p className="muted">{t('inspector.noSteps')}</p> : <ol className="own-steps">{own.map((step) => <li key={step.revision}>{stepText(t, step)}</li>)}</ol>}
    </div>
  );
}

function hasAtoms({ atoms }: PlanState): boolean {
  return atoms.compounds + atoms.buildings + atoms.grids + atoms.blocks > 0;
}
