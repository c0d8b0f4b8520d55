/** A community: whether it has the circle, its households' rate by category, what is missing. */
import { chooseCategory } from '../../state/operations/openReach.ts';
import { flyToCommunity } from '../../state/operations/selectInPlan.ts';
import { isStraight } from '../../state/reach/reach.ts';
import type { ReachCommunityRow, ReachState } from '../../worker/reachProtocol.ts';
import { Tip } from '../controls/Tip.tsx';
import { Icon } from '../symbols/Icon.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { CircleState } from './HasState.tsx';
import { categoryName, categoryNames, percent } from './reachWords.ts';

const PERCENT = 100;

export function CommunityReach({ row, state }: { row: ReachCommunityRow; state: ReachState }) {
  const t = useTranslate();
  const lacking = row.missing.filter((id) => !row.noData.includes(id));
  return (
    <>
      <div className="inspector-head">
        <div className="title">
          <h2 className="ellipsis">{row.name}</h2>
          <Tip text={t('action.flyThere')} side="left"><button type="button" className="icon-button" aria-label={t('action.flyThere')} onClick={() => { flyToCommunity(row.unit); }}><Icon name="target" /></button></Tip>
        </div>
        <div className="subtitle">{row.subdistrict ?? t('tree.noSubdistrict')}{isStraight(state) && <span className="alarm"> · {t('reachPage.straight')}</span>}</div>
      </div>
      <div className="scroll">
        <div className="section">
          <div className="pair"><span>{t('reachPage.communityCircle')}</span><CircleState of={row.complete} /></div>
          <div className="pair"><span>{t('reachPage.completeShare')}</span><span>{figure(row.completeHouseholds)} / {figure(row.households)} <span className="unit">{t('unit.households')}</span></span></div>
          {row.unknownHouseholds > 0 && <div className="pair"><span>{t('reachPage.unknownHouseholds')}</span><span>{figure(row.unknownHouseholds)} <span className="unit">{t('unit.households')}</span></span></div>}
          {lacking.length > 0 && <p><span className="muted">{t('reachPage.missing')}：</span><span className="alarm">{categoryNames(t, lacking)}</span></p>}
          {row.noData.length > 0 && <p><span className="muted">{t('reachPage.noDataCategories')}：</span>{categoryNames(t, row.noData)}</p>}
        </div>
        <div className="section last">
          <h3>{t('reachPage.ratesByCategory')} <span className="unit">%</span></h3>
          {state.categories.map(({ id, basic }, index) => {
            const rate = row.rates[index] ?? null;
            return basic && (
              <button key={id} type="button" className="reach-gain-row" onClick={() => { void chooseCategory(id); }}>
                <span className="ellipsis">{categoryName(t, id)}</span>
                {rate === null ? <span /> : <span className="reach-bar" aria-hidden="true"><i style={{ width: `${rate * PERCENT}%` }} />{state.rule && <b style={{ left: `${state.rule.householdSharePercent}%` }} />}</span>}
                <span className={rate === null ? 'num muted' : 'num'}>{rate === null ? t('reachPage.noData') : percent(rate)}</span>
              </button>
            );
          })}
        </div>
      </div>
    </>
  );
}
