/** A home: its way to the nearest of the category, and what of the circle it lacks. */
import { walkFrom } from '../../state/operations/walkFrom.ts';
import type { ReachHomeRow, ReachSettings } from '../../worker/reachProtocol.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { HasState } from './HasState.tsx';
import { categoryName, wayText } from './reachWords.ts';

export function HomeReach({ home, category, settings }: { home: ReachHomeRow; category: string; settings: ReachSettings }) {
  const t = useTranslate();
  return (
    <>
      <div className="inspector-head">
        <div className="title"><h2 className="ellipsis">{home.name}</h2></div>
        <div className="subtitle">{home.community ?? t('reachPage.inNone')}</div>
      </div>
      <div className="scroll">
        <div className="section">
          <div className="pair"><span>{t('reachPage.people')}</span><span>{home.people === null ? t('value.none') : figure(home.people)}</span></div>
          <div className="pair"><span>{t('reachPage.households')}</span><span>{home.households === null ? t('value.none') : figure(home.households)}</span></div>
          <div className="pair"><span>{categoryName(t, category)}</span><span><HasState has={home.has} gained={home.gained} /></span></div>
          <div className="pair"><span>{t('reachPage.nearestOf', { category: categoryName(t, category) })}</span><span>{home.metres === null ? (home.has === 'unknown' ? t('reachPage.has.unknown') : t('reachPage.noOther')) : wayText(home.metres, settings)}</span></div>
        </div>
        <div className="section last">
          <h3>{t('reachPage.missing')}</h3>
          {home.missing.length > 0 ? <ul>{home.missing.map((id) => <li key={id}>{categoryName(t, id)}</li>)}</ul> : <p className="muted">{t(home.has === 'unknown' ? 'reachPage.has.unknown' : 'reachPage.missingNone')}</p>}
        </div>
      </div>
      <div className="foot"><button type="button" className="button full" onClick={() => { void walkFrom(home.at); }}>{t('reachPage.walkFromHere')}</button></div>
    </>
  );
}
