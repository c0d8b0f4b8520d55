/** The best sites that were found: what they add, beside what no choice can exceed, and each with whom it serves. */
import { placeAllSites } from '../../state/operations/findSites.ts';
import { placeFacility } from '../../state/operations/proposeFacility.ts';
import { useSaving } from '../../state/autosave/saving.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { flyToPoint } from '../../state/view.ts';
import type { ReachSites, ReachState } from '../../worker/reachProtocol.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { categoryName, percent, siteLetter } from './reachWords.ts';

const CLOSE = 15;
const PERCENT = 100;

export function SitesReach({ sites: { sites, candidates, people, boundPeople, gap, isProved, isAllSearched }, category, state }: { sites: ReachSites; category: string; state: ReachState }) {
  const t = useTranslate();
  const working = usePlan((mirror) => mirror.working);
  const readOnly = useSaving((saving) => saving.otherTab !== null);
  const bar = (label: string, value: number, className: string) => (
    <div className="reach-gain-row"><span>{label}</span><span className={`reach-bar ${className}`} aria-hidden="true"><i style={{ width: `${boundPeople === 0 ? 0 : (value / boundPeople) * PERCENT}%` }} /></span><span className="num">{figure(value)} <span className="unit">{t('unit.people')}</span></span></div>
  );
  return (
    <>
      <div className="inspector-head">
        <div className="title"><h2>{t('reachPage.sites')}</h2></div>
        <div className="subtitle">{t('reachPage.sitesSubtitle', { category: categoryName(t, category), count: sites.length, candidates: figure(candidates) })}</div>
      </div>
      <div className="scroll">
        <div className="section">
          <div className="muted">{t('reachPage.gain')}</div>
          <p><b className="reach-figure">+{figure(people)}</b> <span className="unit">{t('unit.people')} · {percent(state.homes.people === 0 ? 0 : people / state.homes.people)} %</span></p>
          <h3 className="heading">{t('reachPage.sitesGap')}</h3>
          {bar(t('reachPage.sitesChosen'), people, 'chosen')}
          {bar(t('reachPage.sitesBound'), boundPeople, '')}
          <p className="note">{isProved ? t('reachPage.sitesProved') : t('reachPage.sitesUnproved', { gap: gap === null ? '—' : figure(gap * PERCENT, 2) })}</p>
          {!isAllSearched && <p className="note">{t('reachPage.sitesPeaks')}</p>}
        </div>
        <div className="section last">
          <h3>{t('reachPage.sites')} <span className="unit">{t('reachPage.sitesListed')}</span></h3>
          {sites.length === 0 ? <p className="muted">{t('reachPage.sitesNone')}</p> : (
            <ol className="reach-sites">
              {sites.map(({ at, people: own, communities }, index) => (
                <li key={index}>
                  <button type="button" className="reach-site" aria-label={`${siteLetter(index)} ${t('action.flyThere')}`} onClick={() => { flyToPoint(at, CLOSE); }}>
                    <b>{siteLetter(index)}</b><span className="ellipsis">{communities.map(({ name }) => name).join(t('report.listSeparator'))}</span><span className="num">+{figure(own)} <span className="unit">{t('unit.people')}</span></span>
                  </button>
                  <button type="button" className="cell-button" disabled={working || readOnly} onClick={() => { void placeFacility(at); }}>{t('reachPage.placeThis', { letter: siteLetter(index) })}</button>
                </li>
              ))}
            </ol>
          )}
        </div>
      </div>
      {sites.length > 0 && <div className="foot"><button type="button" className="button primary full" disabled={working || readOnly} onClick={() => { void placeAllSites(); }}>{t('reachPage.placeAll', { count: sites.length })}</button></div>}
    </>
  );
}
