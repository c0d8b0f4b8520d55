/** What is reached from a place: people by band, metres to the street, what is near; of a proposed facility what it gains. */
import { placeFacility, removeFacility } from '../../state/operations/proposeFacility.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { isStraight, useReach, type ReachSubject } from '../../state/reach/reach.ts';
import { useSaving } from '../../state/autosave/saving.ts';
import type { ReachIsochrone, ReachSettings, ReachState } from '../../worker/reachProtocol.ts';
import { figure, sexagesimal } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { GainSection } from './GainSection.tsx';
import { bandText, categoryName, wayText } from './reachWords.ts';

type Point = Extract<NonNullable<ReachSubject>, { kind: 'point' }>;

const BAND_COLOURS = ['var(--iso-near)', 'var(--iso-middle)', 'var(--iso-far)'];

export function PointReach({ subject, state, settings }: { subject: Point; state: ReachState; settings: ReachSettings }) {
  const t = useTranslate();
  const isochrone = useReach((mirror) => mirror.isochrone);
  const category = useReach((mirror) => mirror.category);
  const working = usePlan((mirror) => mirror.working);
  const readOnly = useSaving((saving) => saving.otherTab !== null);
  const { of, at: [lng, lat] } = subject;
  const proposed = of?.kind === 'proposed' ? state.proposed.find(({ id }) => id === of.id) : undefined;
  const title = proposed ? `${proposed.name} · ${categoryName(t, proposed.category)}` : of?.kind === 'facility' ? of.name || t('reachPage.fromFacility') : t('reachPage.point');
  const kind = of === null ? '' : `${t(of.kind === 'facility' ? 'reachPage.fromFacility' : 'reachPage.fromProposed')} · `;
  return (
    <>
      <div className="inspector-head">
        <div className="title"><h2 className="ellipsis">{title}</h2></div>
        <div className="subtitle">{kind}{sexagesimal(lng, 'E', 'W')} {sexagesimal(lat, 'N', 'S')}</div>
      </div>
      <div className="scroll">
        {proposed && <GainSection category={proposed.category} state={state} />}
        <div className="section" aria-live="polite">
          <h3>{t('reachPage.reached')} {isStraight(state) && <span className="unit alarm">{t('reachPage.straight')}</span>}</h3>
          {isochrone ? <Bands of={isochrone} /> : <p className="muted">{t('reachPage.walking')}</p>}
        </div>
        {isochrone && (
          <div className="section last">
            <h3>{t('reachPage.nearest')}</h3>
            {isochrone.nearest.length === 0 ? <p className="muted">{t('reachPage.nearestNone')}</p> : (
              <ul className="reach-nearest">
                {isochrone.nearest.map(({ category: id, name, metres }) => <li key={id} className="pair"><span className="ellipsis" title={name}>{categoryName(t, id)}</span><span className="nowrap">{wayText(metres, settings)}</span></li>)}
              </ul>
            )}
          </div>
        )}
      </div>
      <div className="foot">
        {proposed
          ? <><p className="note reach-foot-note">{t('reachPage.dragHelp')}</p><button type="button" className="button full" disabled={working || readOnly} onClick={() => { void removeFacility(proposed.id); }}>{t('reachPage.remove')}</button></>
          : category !== null && <button type="button" className="button primary full" disabled={working || readOnly} onClick={() => { void placeFacility(subject.at); }}>{t('reachPage.placeHere', { category: categoryName(t, category) })}</button>}
      </div>
    </>
  );
}

function Bands({ of: { bands, snappedMetres, straight } }: { of: ReachIsochrone }) {
  const t = useTranslate();
  if (!straight && snappedMetres === null) return <p className="alarm">{t('reachPage.offStreet')}</p>;
  return (
    <>
      <table className="reach-bands">
        <thead><tr><th /><th>{t('reachPage.people')} <span className="unit">{t('unit.people')}</span></th><th>{t('reachPage.households')} <span className="unit">{t('unit.households')}</span></th></tr></thead>
        <tbody>
          {bands.map((band, index) => (
            <tr key={band.metres}>
              <th scope="row"><i style={{ background: BAND_COLOURS[Math.min(index, BAND_COLOURS.length - 1)] }} />≤ {bandText(t, band)}</th>
              <td className={index === bands.length - 1 ? 'strong' : undefined}>{figure(band.people)}</td><td>{figure(band.households)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {snappedMetres !== null && <div className="pair"><span>{t('reachPage.toStreet')}</span><span>{figure(snappedMetres, 1)} <span className="unit">m</span></span></div>}
      <p className="note">{t(straight ? 'reachPage.countedStraight' : 'reachPage.countedNote')}</p>
    </>
  );
}
