/** In the bar of the tables: how many new facilities, the button that seeks where, the conditions, the gain map. */
import { useEffect } from 'react';
import { findSites, openSites } from '../../state/operations/findSites.ts';
import { hideGains, measureGains, openGains } from '../../state/operations/showGains.ts';
import { useJobs } from '../../state/jobs.ts';
import { useReach } from '../../state/reach/reach.ts';
import { useSiting } from '../../state/reach/siting.ts';
import { NumberField } from '../controls/NumberField.tsx';
import { Tip } from '../controls/Tip.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { useLeastArea } from './useLeastArea.ts';

export const MOST_SITES = 30;

export function FindSites() {
  const t = useTranslate();
  const state = useReach((mirror) => mirror.state);
  const category = useReach((mirror) => mirror.category);
  const objective = useSiting((mirror) => mirror.objective);
  const count = useSiting((mirror) => mirror.count);
  const from = useSiting((mirror) => mirror.from);
  const gainsOn = useSiting((mirror) => mirror.gainsOn);
  const placesKnown = useSiting((mirror) => (mirror.candidates?.view.places ?? 0) > 0);
  const busy = useJobs(({ running }) => running.reach !== undefined);
  const { leastSquareMetres } = useLeastArea(category);
  useEffect(() => {
    // Another category, or another plan: the map that is on is measured again.
    if (gainsOn) void measureGains();
  }, [gainsOn, state, category]);
  return (
    <span className="reach-find">
      {objective !== 'coverAll' && <NumberField label={t('reachPage.siteCount')} unit={t('reachPage.places')} value={count} decimals={0} min={1} max={MOST_SITES} onChange={(next) => { useSiting.setState({ count: Math.round(next) }); }} />}
      <button type="button" className="button small" title={from === 'places' && !placesKnown ? t('siting.noFile') : undefined} disabled={busy || (from === 'places' && !placesKnown)} onClick={() => { void findSites(leastSquareMetres); }}>{t('reachPage.findSites')}</button>
      <button type="button" className="button small" onClick={openSites}>{t('siting.open')}</button>
      <Tip text={t('gains.showHelp')}><button type="button" className="pill" aria-pressed={gainsOn} onClick={() => { if (gainsOn) hideGains(); else openGains(); }}>{t('gains.show')}</button></Tip>
    </span>
  );
}
