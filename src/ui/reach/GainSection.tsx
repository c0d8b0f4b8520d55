/** What the proposed facilities of a category gain: people newly covered, the rate before and after, who gains. */
import { useMemo } from 'react';
import { useReach } from '../../state/reach/reach.ts';
import type { ReachState } from '../../worker/reachProtocol.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { gainOf } from './gain.ts';
import { percent } from './reachWords.ts';

const SHOWN = 8;
const PERCENT = 100;

export function GainSection({ category, state }: { category: string; state: ReachState }) {
  const t = useTranslate();
  const view = useReach((mirror) => (mirror.category === category ? mirror.view : null));
  const gain = useMemo(() => (view?.before ? gainOf(view.homes) : null), [view]);
  const after = state.categories.find(({ id }) => id === category)?.count.rate ?? null;
  const before = view?.before?.rate ?? null;
  if (!gain) return null;
  const most = gain.communities[0]?.people ?? 0;
  return (
    <>
      <div className="section reach-gain">
        <div><div className="muted">{t('reachPage.gain')}</div><b className="reach-figure">+{figure(gain.people)}</b> <span className="unit">{t('unit.people')}</span></div>
        <div className="num"><div className="muted">{t('reachPage.gainRate')}</div><span className="muted">{before === null ? t('reachPage.noData') : percent(before)} → </span><b className="reach-figure">{after === null ? '—' : percent(after)}</b> <span className="unit">%</span></div>
        <p className="note">{t('reachPage.gainNote')}</p>
      </div>
      <div className="section">
        <h3>{t('reachPage.gainCommunities')} <span className="unit">{t('reachPage.gainPeople')}</span></h3>
        {gain.communities.length === 0 ? <p className="muted">{t('reachPage.gainNone')}</p> : gain.communities.slice(0, SHOWN).map(({ name, people }) => (
          <div key={name ?? ''} className="reach-gain-row"><span className="ellipsis">{name ?? t('reachPage.inNone')}</span><span className="reach-bar" aria-hidden="true"><i style={{ width: `${most === 0 ? 0 : (people / most) * PERCENT}%` }} /></span><span className="num">{figure(people)} <span className="unit">{t('unit.people')}</span></span></div>
        ))}
      </div>
    </>
  );
}
