/** Ground of nobody, of several, beyond the line: counts with areas, each a way to its list; and what is looked after for the time being. */
import { useState } from 'react';
import { proposeCommand } from '../../state/operations/proposeCommand.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { useView } from '../../state/view.ts';
import type { OpenGround, PlanState } from '../../worker/planProtocol.ts';
import { flyToPoint } from '../../state/view.ts';
import { Icon } from '../symbols/Icon.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';

const STATES = ['unassigned', 'contested', 'beyond'] as const satisfies readonly OpenGround['state'][];

export function OpenSummary({ state }: { state: PlanState }) {
  const t = useTranslate();
  const count = (which: OpenGround['state']) => {
    const rows = state.open.filter((ground) => ground.state === which);
    return { count: rows.length, area: rows.reduce((sum, ground) => sum + ground.areaSquareMetres, 0) };
  };
  return (
    <div className="section open-summary">
      <button type="button" className="heading wide-row" onClick={() => { useView.setState({ planTable: 'open', bottomOpen: true }); }}>
        {t('open.title')} <span className="unit">{state.open.length === 0 ? t('open.none') : t('open.list')}</span>
      </button>
      {STATES.map((which) => {
        const { count: faces, area } = count(which);
        if (faces === 0) return null;
        return (
          <div key={which} className="pair">
            <span>{t(`open.${which}`)}</span>
            <span className="alarm">{t('count.places', { count: figure(faces) })} · {figure(area, 1)} <span className="unit">m²</span></span>
          </div>
        );
      })}
      <Attachments state={state} />
    </div>
  );
}

/** 就近代管, folded while it is long. */
function Attachments({ state: { attachments, current } }: { state: PlanState }) {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  const working = usePlan((mirror) => mirror.working);
  if (attachments.length === 0) return null;
  return (
    <>
      <button type="button" className="pair wide-row" aria-expanded={open} onClick={() => { setOpen(!open); }}>
        <span>{t('attach.register')}</span><span>{t('attach.count', { count: figure(attachments.length) })}</span>
      </button>
      {open && (
        <ul className="register">
          {attachments.map((each) => (
            <li key={each.id}>
              <button type="button" className="grow" disabled={!each.at} title={each.note} onClick={() => { if (each.at) flyToPoint(each.at); }}>
                {each.compound} <span className="muted">→ {each.communityName}</span>
                {each.until !== null && <span className="note">{t('attach.untilShort', { until: each.until })}</span>}
              </button>
              <button type="button" className="icon-button" disabled={working || current === null} aria-label={t('attach.end', { compound: each.compound })} title={t('attach.end', { compound: each.compound })} onClick={() => { void proposeCommand({ type: 'endAttachment', attachment: each.id }); }}><Icon name="close" small /></button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
