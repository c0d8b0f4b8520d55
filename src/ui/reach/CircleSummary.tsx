/** How many communities have the 15-minute circle, as rows 18 and 19 ask; the households' share beside it under its own name. */
import type { CircleShare } from '../../core/network/circle.ts';
import { isStraight } from '../../state/reach/reach.ts';
import type { ReachState } from '../../worker/reachProtocol.ts';
import { Tip } from '../controls/Tip.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { categoryNames, percent } from './reachWords.ts';

export function CircleSummary({ state }: { state: ReachState }) {
  const t = useTranslate();
  const { rule, urban, rural, householdShare, ownBasic } = state;
  return (
    <section className="section pinned reach-circle" aria-label={t('reachPage.circle')}>
      <h3>{t('reachPage.circle')} {isStraight(state) && <span className="unit alarm">{t('reachPage.straight')}</span>}</h3>
      {rule ? (
        <>
          <Row name={t('reachPage.circleUrban')} of={urban} />
          <Row name={t('reachPage.circleRural')} of={rural} />
          <div className="pair"><Tip text={t('reachPage.householdShareHelp')} side="right"><span tabIndex={0} className="help-word">{t('reachPage.householdShare')}</span></Tip><span>{householdShare === null ? <span className="muted">{t('value.none')}</span> : <>{percent(householdShare)} <span className="unit">%</span></>}</span></div>
          <p className="note">{t('reachPage.circleRule', { percent: figure(rule.householdSharePercent), count: rule.basic.length })}</p>
          {ownBasic.length > 0 && <p className="note">{t('categoryTree.ownCircle', { count: ownBasic.length, categories: categoryNames(t, ownBasic) })}</p>}
        </>
      ) : <p className="note">{t('reachPage.noRule')}</p>}
    </section>
  );
}

function Row({ name, of: { communities, complete, unknown, share } }: { name: string; of: CircleShare }) {
  const t = useTranslate();
  return (
    <div className="pair">
      <span>{name}</span>
      <span>{communities === 0 ? <span className="muted">{t('reachPage.circleNone')}</span> : (
        <>
          {t('reachPage.circleOf', { complete: figure(complete), communities: figure(communities) })}
          {share === null ? <span className="muted">{t('reachPage.circleUnknown', { count: figure(unknown) })}</span> : <b> {t('reachPage.circleShare', { share: percent(share) })}</b>}
        </>
      )}</span>
    </div>
  );
}
