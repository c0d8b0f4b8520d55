/** What is asked of siting: objective, how many, among what, how long. */
import { findSites } from '../../state/operations/findSites.ts';
import { useJobs } from '../../state/jobs.ts';
import { useSiting } from '../../state/reach/siting.ts';
import type { SitingObjective } from '../../core/siting/problem.ts';
import { NumberField } from '../controls/NumberField.tsx';
import { Pills } from '../controls/Pills.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { CandidatePlaces } from './CandidatePlaces.tsx';
import { MOST_SITES } from './FindSites.tsx';
import { useLeastArea } from './useLeastArea.ts';

const OBJECTIVES: readonly SitingObjective[] = ['coverage', 'median', 'coverAll'];
const FROM = ['junctions', 'places'] as const;
const SECONDS = [10, 30, 60];

export function SitingForm({ category }: { category: string }) {
  const t = useTranslate();
  const objective = useSiting((mirror) => mirror.objective);
  const count = useSiting((mirror) => mirror.count);
  const from = useSiting((mirror) => mirror.from);
  const seconds = useSiting((mirror) => mirror.seconds);
  const placesKnown = useSiting((mirror) => (mirror.candidates?.view.places ?? 0) > 0);
  const busy = useJobs(({ running }) => running.reach !== undefined);
  const { leastSquareMetres } = useLeastArea(category);
  return (
    <div className="section siting-form">
      <div className="pair"><span>{t('siting.objective')}</span><Pills label={t('siting.objective')} value={objective} options={OBJECTIVES.map((value) => ({ value, label: t(`siting.objective.${value}`) }))} onChange={(next) => { useSiting.setState({ objective: next }); }} /></div>
      <p className="note">{t(`siting.objectiveHelp.${objective}`)}</p>
      {objective !== 'coverAll' && <div className="pair"><span>{t('siting.count')}</span><span className="reach-choice"><NumberField label={t('siting.count')} unit={t('reachPage.places')} value={count} decimals={0} min={1} max={MOST_SITES} onChange={(next) => { useSiting.setState({ count: Math.round(next) }); }} /></span></div>}
      <div className="pair"><span>{t('siting.from')}</span><Pills label={t('siting.from')} value={from} options={FROM.map((value) => ({ value, label: t(`siting.from.${value}`) }))} onChange={(next) => { useSiting.setState({ from: next }); }} /></div>
      {from === 'places' && <CandidatePlaces category={category} />}
      <div className="pair"><span>{t('siting.seconds')}</span><Pills label={t('siting.seconds')} value={String(seconds)} options={SECONDS.map((each) => ({ value: String(each), label: t('siting.secondsUnit', { seconds: each }) }))} onChange={(next) => { useSiting.setState({ seconds: Number(next) }); }} /></div>
      <p className="note">{t('siting.secondsHelp')}</p>
      <button type="button" className="button primary full" disabled={busy || (from === 'places' && !placesKnown)} onClick={() => { void findSites(leastSquareMetres); }}>{t('siting.find')}</button>
    </div>
  );
}
