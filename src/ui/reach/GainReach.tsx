/** The gain map in the inspector: what is shown, the best places as a list, the junction that was chosen. */
import { hideGains, pickGain } from '../../state/operations/showGains.ts';
import { placeFacility } from '../../state/operations/proposeFacility.ts';
import { walkFrom } from '../../state/operations/walkFrom.ts';
import { useSaving } from '../../state/autosave/saving.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { useSiting } from '../../state/reach/siting.ts';
import type { ReachState } from '../../worker/reachProtocol.ts';
import type { ReachGains } from '../../worker/sitingProtocol.ts';
import { figure, sexagesimal } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { categoryName } from './reachWords.ts';

export function GainReach({ category, state }: { category: string; state: ReachState }) {
  const t = useTranslate();
  const gains = useSiting((mirror) => (mirror.gains?.of === state && mirror.gains.map.category === category ? mirror.gains.map : null));
  const picked = useSiting((mirror) => mirror.picked);
  const working = usePlan((mirror) => mirror.working);
  const readOnly = useSaving((saving) => saving.otherTab !== null);
  return (
    <>
      <div className="inspector-head">
        <div className="title"><h2>{t('gains.title')}</h2></div>
        <div className="subtitle">{t('gains.subtitle', { category: categoryName(t, category) })}</div>
      </div>
      <div className="scroll">
        <div className="section" aria-live="polite">
          <h3>{t('gains.here')}</h3>
          {picked ? (
            <>
              <p><b className="reach-figure">+{figure(picked.people)}</b> <span className="unit">{t('unit.people')}</span></p>
              <p className="note">{sexagesimal(picked.at[0], 'E', 'W')} {sexagesimal(picked.at[1], 'N', 'S')}</p>
              <div className="buttons tight">
                <button type="button" className="button small" disabled={working || readOnly} onClick={() => { void placeFacility(picked.at); }}>{t('gains.placeHere')}</button>
                <button type="button" className="button small" onClick={() => { void walkFrom(picked.at); }}>{t('gains.walk')}</button>
              </div>
            </>
          ) : <p className="muted">{t('gains.hereHelp')}</p>}
        </div>
        <div className="section last">
          <h3>{t('gains.top')} <span className="unit">{t('gains.topUnit')}</span></h3>
          {gains === null ? <p className="muted">{t('gains.measuring')}</p> : <TopPlaces of={gains} picked={picked?.at ?? null} />}
        </div>
      </div>
      <div className="foot"><button type="button" className="button full" onClick={hideGains}>{t('gains.hide')}</button></div>
    </>
  );
}

function TopPlaces({ of: { top, useful, junctions, limitMetres }, picked }: { of: ReachGains; picked: readonly [number, number] | null }) {
  const t = useTranslate();
  if (top.length === 0) return <p className="muted">{t('gains.none')}</p>;
  return (
    <>
      <p className="note">{t('gains.facts', { useful: figure(useful), junctions: figure(junctions), metres: figure(limitMetres) })}</p>
      <ol className="reach-sites">
        {top.map(({ at, people, communities }, index) => (
          <li key={index}>
            <button type="button" className="reach-site" aria-pressed={picked !== null && picked[0] === at[0] && picked[1] === at[1]} onClick={() => { pickGain(at, people, true); }}>
              <b>{index + 1}</b><span className="ellipsis">{communities.map(({ name }) => name).join(t('report.listSeparator'))}</span><span className="num">+{figure(people)} <span className="unit">{t('unit.people')}</span></span>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
