/** Siting in the inspector: what is asked, what was found and how good it is, each site with whom it serves and a button that proposes it. */
import { placeAllSites, placeSite } from '../../state/operations/findSites.ts';
import { useSaving } from '../../state/autosave/saving.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { isStraight } from '../../state/reach/reach.ts';
import { useSiting } from '../../state/reach/siting.ts';
import { flyToPoint } from '../../state/view.ts';
import type { ReachState } from '../../worker/reachProtocol.ts';
import type { ReachSite, ReachSites } from '../../worker/sitingProtocol.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { categoryName, percent, siteLetter } from './reachWords.ts';
import { SitesProof } from './SitesProof.tsx';
import { SitingForm } from './SitingForm.tsx';

const CLOSE = 15;

export function SitesReach({ category, state }: { category: string; state: ReachState }) {
  const t = useTranslate();
  const found = useSiting((mirror) => (mirror.found?.category === category ? mirror.found : null));
  const placed = useSiting((mirror) => mirror.placed);
  const working = usePlan((mirror) => mirror.working);
  const readOnly = useSaving((saving) => saving.otherTab !== null);
  const name = categoryName(t, category);
  const left = (found?.sites.sites.length ?? 0) - placed.length;
  return (
    <>
      <div className="inspector-head">
        <div className="title"><h2>{t('siting.title')}</h2></div>
        <div className="subtitle">{found ? t(`siting.subtitle.${found.sites.from}`, { category: name, candidates: figure(found.sites.candidates) }) : name}</div>
      </div>
      <div className="scroll">
        {isStraight(state) ? <p className="section alarm">{t('siting.needData')}</p> : (
          <details className="siting-conditions" open={found === null} key={found === null ? 'ask' : 'told'}>
            <summary>{t('siting.conditions')}</summary>
            <SitingForm category={category} />
          </details>
        )}
        {found && (
          <>
            {found.of !== state && <p className="section note alarm" role="status">{t('siting.stale')}</p>}
            <Brought of={found.sites} state={state} />
            <SitesProof of={found.sites} />
            <div className="section last">
              <h3>{t('siting.sites')} <span className="unit">{t(found.sites.objective === 'median' ? 'siting.byMetres' : 'siting.byGain')}</span></h3>
              {found.sites.sites.length === 0 ? <p className="muted">{t('siting.none')}</p> : (
                <ol className="reach-sites">
                  {found.sites.sites.map((site, index) => (
                    <li key={index}>
                      <button type="button" className="reach-site" aria-label={`${siteLetter(index)} ${t('action.flyThere')}`} onClick={() => { flyToPoint(site.at, CLOSE); }}>
                        <b>{siteLetter(index)}</b><span className="siting-where"><Where of={site} /></span><span className="num">+{figure(site.people)} <span className="unit">{t('unit.people')}</span></span>
                      </button>
                      <button type="button" className="cell-button" disabled={working || readOnly || placed.includes(index)} aria-label={t('siting.placeOf', { letter: siteLetter(index) })} onClick={() => { void placeSite(index); }}>{t(placed.includes(index) ? 'siting.placed' : 'siting.place')}</button>
                    </li>
                  ))}
                </ol>
              )}
            </div>
          </>
        )}
      </div>
      {left > 0 && <div className="foot"><button type="button" className="button primary full" disabled={working || readOnly} onClick={() => { void placeAllSites(); }}>{t('siting.placeAll', { count: left })}</button></div>}
    </>
  );
}

function Brought({ of, state }: { of: ReachSites; state: ReachState }) {
  const t = useTranslate();
  const { objective, value, coveredBefore, coveredAfter, total, cannotBeCovered, notReached, meanMetresBefore, meanMetresAfter, limitMetres, cutoffMetres, chargeMetres, leftOut } = of;
  const gained = coveredAfter - coveredBefore;
  return (
    <div className="section">
      <div className="muted">{t(`siting.value.${objective}`)}</div>
      {objective === 'coverage' && <p><b className="reach-figure">+{figure(value)}</b> <span className="unit">{t('unit.people')} · {percent(state.homes.people === 0 ? 0 : value / state.homes.people)} %</span></p>}
      {objective === 'median' && <p><b className="reach-figure">{figure(meanMetresAfter ?? value)}</b> <span className="unit">m{meanMetresBefore !== null && ` · ${t('siting.metresChange', { before: figure(meanMetresBefore), after: figure(meanMetresAfter ?? value) })}`}</span></p>}
      {objective === 'coverAll' && <p><b className="reach-figure">{figure(value)}</b> <span className="unit">{t('reachPage.places')} · +{figure(gained)} {t('unit.people')}</span></p>}
      <div className="pair"><span>{t('siting.covered', { limit: figure(limitMetres) })}</span><span>{t('siting.coveredChange', { before: figure(coveredBefore), after: figure(coveredAfter), total: figure(total) })} <span className="unit">{t('unit.people')}</span></span></div>
      {cannotBeCovered > 0 && objective !== 'median' && <p className="note">{t('siting.cannotBeCovered', { people: figure(cannotBeCovered) })}</p>}
      {objective === 'median' && cutoffMetres !== null && <p className="note">{t('siting.cutoff', { metres: figure(cutoffMetres) })}</p>}
      {objective === 'median' && chargeMetres !== null && notReached !== null && notReached > 0 && <p className="note">{t('siting.charge', { people: figure(notReached), metres: figure(chargeMetres) })}</p>}
      {(['tooSmall', 'areaUnknown', 'offStreet'] as const).map((why) => leftOut[why] > 0 && <p key={why} className="note">{t(`siting.${why}`, { count: figure(leftOut[why]) })}</p>)}
    </div>
  );
}

function Where({ of: { id, areaSquareMetres, offStreetMetres, communities, metres, nearestOf } }: { of: ReachSite }) {
  const t = useTranslate();
  const parts = [
    ...(id === null ? [] : [id]), ...(areaSquareMetres === null ? [] : [t('siting.siteArea', { area: figure(areaSquareMetres) })]), ...(offStreetMetres === null ? [] : [t('siting.siteOff', { metres: figure(offStreetMetres, 1) })]),
    ...(metres === null ? [] : [t('siting.shorter', { metres: figure(metres, 1) }), t('siting.nearestOf', { people: figure(nearestOf) })]),
  ];
  const names = communities.map(({ name }) => name).join(t('report.listSeparator'));
  return <><span className="ellipsis" title={names}>{names}</span>{parts.length > 0 && <span className="note">{parts.join(' · ')}</span>}</>;
}
