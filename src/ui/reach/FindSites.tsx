/** How many new facilities, and the button that seeks where. */
import { useState } from 'react';
import { findSites } from '../../state/operations/findSites.ts';
import { useJobs } from '../../state/jobs.ts';
import { NumberField } from '../controls/NumberField.tsx';
import { useTranslate } from '../words/useTranslate.ts';

const MOST_SITES = 30;

export function FindSites() {
  const t = useTranslate();
  const [count, setCount] = useState(1);
  const busy = useJobs(({ running }) => running.reach !== undefined);
  return (
    <span className="reach-find">
      <NumberField label={t('reachPage.siteCount')} unit={t('reachPage.places')} value={count} decimals={0} min={1} max={MOST_SITES} onChange={(next) => { setCount(Math.round(next)); }} />
      <button type="button" className="button small" disabled={busy} onClick={() => { void findSites(count); }}>{t('reachPage.findSites')}</button>
    </span>
  );
}
