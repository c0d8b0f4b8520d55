/** How good the sites are: what they bring beside what no choice can exceed, the gap, and what shows it. */
import type { ReachSites } from '../../worker/sitingProtocol.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';

const PERCENT = 100;
const DIGITS: Record<ReachSites['objective'], number> = { coverage: 0, median: 1, coverAll: 0 };

export function SitesProof({ of }: { of: ReachSites }) {
  const t = useTranslate();
  const { objective, value, bound, gap, isProved, proofBy, solver, searched, candidates, boundForAll, from } = of;
  const unit = objective === 'coverage' ? t('unit.people') : objective === 'median' ? 'm' : t('reachPage.places');
  const most = Math.max(value, bound, 1e-9);
  const bar = (label: string, each: number, className: string) => (
    <div className="reach-gain-row"><span>{label}</span><span className={`reach-bar ${className}`} aria-hidden="true"><i style={{ width: `${(each / most) * PERCENT}%` }} /></span><span className="num">{figure(each, DIGITS[objective])} <span className="unit">{unit}</span></span></div>
  );
  const share = gap === null ? '—' : figure(gap * PERCENT, gap === 0 ? 0 : 2);
  return (
    <div className="section siting-proof">
      <h3>{t('siting.bound')} <span className="unit">{t('siting.gap', { gap: share })}</span></h3>
      {bar(t('siting.chosen'), value, 'chosen')}
      {bar(t(`siting.best.${objective}`), bound, '')}
      <p className={isProved ? 'note strong' : 'note'} role="status">{isProved ? t(`siting.proof.${proofBy}`) : t(`siting.unproved.${proofBy === 'solver' ? 'solver' : 'relaxation'}`, { gap: share })}</p>
      {solver !== 'optimal' && solver !== 'notNeeded' && proofBy !== 'allMeasured' && <p className="note">{t(`siting.solver.${solver}`)}</p>}
      {!boundForAll && <p className="note">{t('siting.boundForSome', { searched: figure(searched), candidates: figure(candidates) })}</p>}
      {boundForAll && searched < candidates && from === 'junctions' && <p className="note">{t('siting.peaks', { searched: figure(searched) })}</p>}
    </div>
  );
}
