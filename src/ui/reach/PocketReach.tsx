/** A pocket of people whom no facility of the category serves. */
import { walkFrom } from '../../state/operations/walkFrom.ts';
import { flyToBounds } from '../../state/view.ts';
import { useReach } from '../../state/reach/reach.ts';
import { placeFacility } from '../../state/operations/proposeFacility.ts';
import type { ReachPocket, ReachSettings } from '../../worker/reachProtocol.ts';
import { Tip } from '../controls/Tip.tsx';
import { Icon } from '../symbols/Icon.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { categoryName, wayText } from './reachWords.ts';

const CLOSEST = 16;

export function PocketReach({ index, pocket, settings }: { index: number; pocket: ReachPocket; settings: ReachSettings }) {
  const t = useTranslate();
  const category = useReach((mirror) => mirror.category);
  const name = category === null ? '' : categoryName(t, category);
  return (
    <>
      <div className="inspector-head">
        <div className="title">
          <h2>{t('reachPage.pocket', { number: index + 1 })}</h2>
          <Tip text={t('action.flyThere')} side="left"><button type="button" className="icon-button" aria-label={t('action.flyThere')} onClick={() => { flyToBounds(pocket.bounds, CLOSEST); }}><Icon name="target" /></button></Tip>
        </div>
        <div className="subtitle">{name} · {t('reachPage.has.no')}</div>
      </div>
      <div className="scroll">
        <div className="section">
          <div className="pair"><span>{t('reachPage.people')}</span><span><b className="reach-figure">{figure(pocket.people)}</b> <span className="unit">{t('unit.people')}</span></span></div>
          <div className="pair"><span>{t('reachPage.households')}</span><span>{figure(pocket.households)} <span className="unit">{t('unit.households')}</span></span></div>
          <div className="pair"><span>{t('reachPage.pocketHomes')}</span><span>{figure(pocket.homes)} <span className="unit">{t('reachPage.places')}</span></span></div>
          <div className="pair"><span>{t('reachPage.meanWay')}</span><span>{pocket.meanMetres === null ? t('reachPage.noOther') : wayText(pocket.meanMetres, settings)}</span></div>
          {pocket.largest !== null && <div className="pair"><span>{t('reachPage.largest')}</span><span className="ellipsis">{pocket.largest}</span></div>}
        </div>
        <div className="section last">
          <h3>{t('reachPage.inCommunities')}</h3>
          {pocket.communities.length === 0 ? <p className="muted">{t('reachPage.inNone')}</p> : <ul>{pocket.communities.map((each) => <li key={each}>{each}</li>)}</ul>}
        </div>
      </div>
      <div className="foot buttons">
        <button type="button" className="button primary" onClick={() => { void placeFacility(pocket.centre); }}>{t('reachPage.placeHere', { category: name })}</button>
        <button type="button" className="button" onClick={() => { void walkFrom(pocket.centre); }}>{t('reachPage.walkFromHere')}</button>
      </div>
    </>
  );
}
