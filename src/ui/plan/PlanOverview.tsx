/** Nothing is selected: what departs from the rule in the whole scenario, what households rest on, and what to do next. */
import { flyToPoint } from '../../state/view.ts';
import type { PlanFinding, PlanState } from '../../worker/planProtocol.ts';
import { figure, signedFigure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { findingText } from './planWords.ts';

const MOST = 60;

export function PlanOverview({ state }: { state: PlanState }) {
  const t = useTranslate();
  const { findings, atoms, current, scenarios } = state;
  const kinds = (['compounds', 'buildings', 'grids', 'blocks'] as const).filter((kind) => atoms[kind] > 0);
  const name = scenarios.find((scenario) => scenario.id === current)?.name ?? t('scenario.base');
  return (
    <>
      <div className="inspector-head">
        <div className="title"><h2 className="ellipsis">{name}</h2></div>
        <div className="subtitle">{t(current === null ? 'plan.baseOnly' : 'inspector.pickCommunity')}</div>
      </div>
      <div className="scroll">
        <div className="section">
          <h3>{t('finding.title')} <span className="unit">{t('finding.openOfAll', { open: figure(findings.filter((each) => each.declared === null).length), count: figure(findings.length) })}</span></h3>
          {findings.length === 0 && <p className="muted">{t('finding.none')}</p>}
          <FindingList findings={findings.slice(0, MOST)} />
          {findings.length > MOST && <p className="note">{t('finding.more', { count: figure(findings.length - MOST) })}</p>}
        </div>
        <div className="section last">
          <h3>{t('atoms.title')}</h3>
          {kinds.length === 0 ? <p className="muted">{t('atoms.none')}</p> : kinds.map((kind) => (
            <div key={kind} className="pair"><span>{t(`atoms.${kind}`)}</span><span>{figure(atoms[kind])}</span></div>
          ))}
          {atoms.negativeRemainders.length > 0 && (
            <>
              <p className="alarm">{t('atoms.negative', { count: figure(atoms.negativeRemainders.length) })}</p>
              <ul className="note">
                {atoms.negativeRemainders.slice(0, 12).map(({ community, households }) => <li key={community}>{community} {signedFigure(households)} {t('unit.households')}</li>)}
              </ul>
            </>
          )}
        </div>
      </div>
    </>
  );
}

export function FindingList({ findings }: { findings: readonly PlanFinding[] }) {
  const t = useTranslate();
  return (
    <ul className="findings">
      {findings.map((finding, index) => (
        <li key={index}>
          <button type="button" disabled={!finding.at} onClick={() => { if (finding.at) flyToPoint(finding.at); }}>
            <span className={finding.declared === null ? 'alarm' : 'muted'} aria-hidden="true">{finding.declared === null ? '◆' : '◇'}</span>
            <span className="grow">{findingText(t, finding)}</span>
            {finding.declared !== null && <span className="tag">{t('plan.declared')}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
