/** What it is counted on: streets, homes and facilities, what of them does not fit, and more files. */
import type { Datum } from '../../core/geo/coordinates.ts';
import { SNAP_METRES } from '../../core/network/snap.ts';
import { changeReach } from '../../state/operations/openReach.ts';
import type { ReachSettings, ReachState } from '../../worker/reachProtocol.ts';
import { Choose } from '../controls/Choose.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { LoadButtons } from './LoadButtons.tsx';
import { fileProblems, percent } from './reachWords.ts';
import { WalkFilterLine } from './settings/WalkFilterLine.tsx';
import { WordsLine } from './settings/WordsLine.tsx';

const DATUMS: readonly Datum[] = ['CGCS2000', 'GCJ-02', 'BD-09'];
const METRES_PER_KILOMETRE = 1000;

export function NetworkSection({ state, settings }: { state: ReachState; settings: ReachSettings }) {
  const t = useTranslate();
  const { network, homes, homeSnap, facilitySnap, facilities } = state;
  const problems = fileProblems(t, state.problems);
  const snapMetres = figure(SNAP_METRES);
  return (
    <section className="section reach-network" aria-label={t('reachPage.files')}>
      <h3>{t('reachPage.files')}</h3>
      <LoadButtons />
      <div className="pair"><span>{t('reachPage.network')}</span><span className="ellipsis">{network ? network.files.join(t('report.listSeparator')) : <span className="alarm">{t('reachPage.noNetwork')} · {t('reachPage.straight')}</span>}</span></div>
      {network && (
        <>
          <p className="note">{t('reachPage.networkSize', { vertices: figure(network.vertices), edges: figure(network.edges), length: figure(network.lengthMetres / METRES_PER_KILOMETRE, 1) })}</p>
          <p className="note">{t('reachPage.networkParts', { components: figure(network.components), share: percent(network.largestShare) })}</p>
          <WalkFilterLine altered={network.altered} />
          {network.partial && <p className="note alarm">{t('reach.partial')}</p>}
        </>
      )}
      {homeSnap && (
        <p className={homeSnap.unsnapped > 0 ? 'note alarm' : 'note'}>{t('reachPage.homes')}：{homeSnap.unsnapped > 0
          ? t('reachPage.homesUnsnapped', { count: figure(homeSnap.unsnapped), points: figure(homeSnap.points), metres: snapMetres })
          : t('reachPage.homesSnapped', { points: figure(homeSnap.points) })}</p>
      )}
      {homes.householdsElsewhere > 0 && <p className="note">{t('reachPage.homesElsewhere', { count: figure(homes.householdsElsewhere) })}</p>}
      <div className="pair"><span>{t('reachPage.datum')}</span><span className="reach-datum"><Choose label={t('reachPage.datum')} value={settings.facilityDatum} options={DATUMS.map((value) => ({ value, label: t(`reachPage.datum.${value}` as 'reachPage.datum.BD-09') }))} onChange={(facilityDatum) => { void changeReach({ facilityDatum }); }} /></span></div>
      <p className="note">{facilities === 0 ? t('reachPage.noFacilities') : t('reachPage.facilitiesCount', { count: figure(facilities) })}{facilitySnap && facilitySnap.unsnapped > 0 && <span className="alarm"> · {t('reachPage.facilitiesUnsnapped', { count: figure(facilitySnap.unsnapped), metres: snapMetres })}</span>}</p>
      {facilitySnap?.datumSuspected === true && <p className="note alarm" role="alert">{t('reachPage.datumSuspected', { metres: figure(facilitySnap.medianMetres ?? 0) })}</p>}
      {facilities > 0 && <WordsLine state={state} />}
      {problems.length > 0 && (
        <details className="reach-problems" open={problems.some(({ refused }) => refused)}>
          <summary className={problems.some(({ refused }) => refused) ? 'note alarm' : 'note'}>{t('reachPage.problems', { count: figure(problems.length) })}</summary>
          <ul>{problems.map(({ key, text, refused }) => <li key={key} className={refused ? 'note alarm' : 'note'}>{text}</li>)}</ul>
        </details>
      )}
    </section>
  );
}
