/** Open ground: what it is, who claims it, who lies around it; give it away, form a community on it, or declare it. */
import { useState } from 'react';
import { proposeCommand } from '../../state/operations/proposeCommand.ts';
import { openPlanDialog } from '../../state/plan/dialog.ts';
import { flyToPoint } from '../../state/view.ts';
import type { OpenGround } from '../../worker/planProtocol.ts';
import { Choose } from '../controls/Choose.tsx';
import { Tip } from '../controls/Tip.tsx';
import { Icon } from '../symbols/Icon.tsx';
import { metres, mu, squareMetres } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { ActionButton } from './ActionButton.tsx';
import { useCan } from './useCan.ts';
import { useNameOf } from './useNameOf.ts';

export function GroundInspector({ ground }: { ground: OpenGround }) {
  const t = useTranslate();
  const nameOf = useNameOf();
  const candidates = [...new Set([...ground.claimants, ...ground.neighbours])];
  const [to, setTo] = useState<string | null>(candidates[0] ?? null);
  const can = useCan(['assign', 'form', 'declareGround'], []);
  const names = (ids: readonly string[]) => (ids.length === 0 ? <span className="muted">—</span> : ids.map(nameOf).join(t('report.listSeparator')));
  return (
    <>
      <div className="inspector-head">
        <div className="title">
          <h2 className="ellipsis">{t(`open.${ground.state}`)}</h2>
          <Tip text={t('action.flyThere')} side="left">
            <button type="button" className="icon-button" aria-label={t('action.flyThere')} onClick={() => { flyToPoint(ground.at, 18); }}><Icon name="target" /></button>
          </Tip>
        </div>
        <div className="subtitle">{t(`open.${ground.state}Help`)}</div>
      </div>
      <div className="scroll">
        <div className="section">
          <div className="pair"><span>{t('column.area')}</span><span>{squareMetres(ground.areaSquareMetres)} <span className="unit">m²</span> <span className="muted">{t('value.mu', { mu: mu(ground.areaSquareMetres) })}</span></span></div>
          <div className="pair"><span>{t('column.width')}</span><span>{metres(ground.widthMetres)} <span className="unit">m</span></span></div>
          <div className="pair"><span>{t('open.claimants')}</span><span>{names(ground.claimants)}</span></div>
          <div className="pair"><span>{t('open.neighbours')}</span><span>{names(ground.neighbours)}</span></div>
        </div>
        <div className="section last">
          <h3>{t('open.settle')}</h3>
          {candidates.length > 0 && (
            <div className="give">
              <Choose label={t('open.giveTo')} value={to} options={candidates.map((value) => ({ value, label: nameOf(value), note: t(ground.claimants.includes(value) ? 'open.claims' : 'open.borders') }))} onChange={setTo} />
              <ActionButton className="button primary" reason={can('assign')} onClick={() => { if (to !== null) void proposeCommand({ type: 'assign', ground: [{ at: ground.at }], to }); }}>{t('open.give')}</ActionButton>
            </div>
          )}
          <div className="buttons" style={{ marginTop: 8 }}>
            <ActionButton className="button" reason={can('form')} onClick={() => { openPlanDialog({ kind: 'form', at: ground.at }); }}>{t('open.form')}</ActionButton>
            <ActionButton className="button" reason={can('declareGround')} onClick={() => { openPlanDialog({ kind: 'declare', at: ground.at }); }}>{t('open.declare')}</ActionButton>
            {ground.state === 'contested' && <ActionButton className="button" reason={can('assign')} onClick={() => { void proposeCommand({ type: 'assign', ground: [{ at: ground.at }], to: null }); }}>{t('open.leave')}</ActionButton>}
          </div>
        </div>
      </div>
    </>
  );
}
