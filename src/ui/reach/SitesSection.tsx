/** Where one or several new facilities of the category would reach most people whom none reaches yet, and how far that is from the best possible. */
import { useState } from 'react';
import { placeFacility } from '../../state/operations/proposeFacility.ts';
import { isReadOnly } from '../../state/project/readOnly.ts';
import { runJob } from '../../state/jobs.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { flyToPoint } from '../../state/view.ts';
import type { ReachSites, ReachState } from '../../worker/reachProtocol.ts';
import { Pills } from '../controls/Pills.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { categoryName, percent } from './reachWords.ts';

const COUNTS = ['1', '2', '3', '5'] as const;
const PERCENT = 100;

export function SitesSection({ category, state }: { category: string; state: ReachState }) {
  const t = useTranslate();
  const [count, setCount] = useState<(typeof COUNTS)[number]>('1');
  const [found, setFound] = useState<{ of: ReachState; category: string; sites: ReachSites } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const working = usePlan((mirror) => mirror.working);
  if (!state.network) return null;
  const seek = async () => {
    setBusy(true);
    setFailure(null);
    const outcome = await runJob('reach', 'reachSites', { category, count: Number(count) });
    setBusy(false);
    if (outcome.kind === 'done') setFound({ of: state, category, sites: outcome.value });
    else if (outcome.kind === 'failed') setFailure(outcome.message);
  };
  // Counted for what stood then: a facility placed since makes it another question.
  const shown = found?.category === category ? found : null;
  return (
    <div className="section reach-sites">
      <h3>{t('sites.title')} <span className="unit">{categoryName(t, category)}</span></h3>
      <div className="buttons tight">
        <Pills label={t('sites.count')} value={count} options={COUNTS.map((value) => ({ value, label: t('sites.countOf', { count: value }) }))} onChange={setCount} />
        <span className="grow" />
        <button type="button" className="button" disabled={busy} onClick={() => { void seek(); }}>{t(busy ? 'sites.seeking' : 'sites.seek')}</button>
      </div>
      {failure !== null && <p className="alarm" role="alert">{failure}</p>}
      {shown && <Found sites={shown.sites} outdated={shown.of !== state} working={working} />}
    </div>
  );
}

function Found({ sites: { sites, people, boundPeople, gap, isProved, candidates }, outdated, working }: { sites: ReachSites; outdated: boolean; working: boolean }) {
  const t = useTranslate();
  if (sites.length === 0) return <p className="muted" role="status">{t('sites.none')}</p>;
  const most = Math.max(1, boundPeople);
  return (
    <>
      <h4 className="unit">{t('sites.distance')}</h4>
      {([['found', people], ['bound', boundPeople]] as const).map(([which, value]) => (
        <div key={which} className="reach-gain-row">
          <span className="ellipsis">{t(`sites.${which}`)}</span>
          <span className="reach-bar" aria-hidden="true"><i style={{ width: `${(PERCENT * value) / most}%` }} /></span>
          <span className="num">{figure(value)} <span className="unit">{t('unit.people')}</span></span>
        </div>
      ))}
      <div className="pair"><span>{t('sites.gap')}</span><span>{gap === null ? '—' : `${figure(boundPeople - people)} ${t('unit.people')}`} <b>{gap === null ? '' : `${percent(gap)} %`}</b></span></div>
      <p className="note">{t(isProved ? 'sites.proved' : 'sites.bounded', { candidates: figure(candidates) })}</p>
      {outdated && <p className="note alarm">{t('sites.outdated')}</p>}
      <ol className="sites">
        {sites.map((site, k) => (
          <li key={k}>
            <button type="button" className="link grow ellipsis" onClick={() => { flyToPoint(site.at); }}>{k + 1} · {site.communities.slice(0, 2).map(({ name }) => name).join(t('report.listSeparator'))}</button>
            <span className="num nowrap">+{figure(site.people)} <span className="unit">{t('unit.people')}</span></span>
            <button type="button" className="button small" disabled={working || isReadOnly()} onClick={() => { void placeFacility(site.at); }}>{t('sites.place')}</button>
          </li>
        ))}
      </ol>
    </>
  );
}
