/** Categories of facilities, the circle's first: how many there are, which share of the households reaches one, against the target. */
import { chooseCategory } from '../../state/operations/openReach.ts';
import { useReach } from '../../state/reach/reach.ts';
import type { ReachCategory, ReachState } from '../../worker/reachProtocol.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { categoryName, categoryNames, percent } from './reachWords.ts';
import { openReachDialog } from './settings/reachDialog.ts';

const PERCENT = 100;

export function CategoryList({ state }: { state: ReachState }) {
  const t = useTranslate();
  const chosen = useReach((mirror) => mirror.category);
  const basic = state.categories.filter((each) => each.basic);
  const others = state.categories.filter((each) => !each.basic);
  const target = state.rule?.householdSharePercent ?? null;
  const either = state.rule?.basic.filter((id) => id.includes('|')) ?? [];
  const withoutData = (state.rule?.basic ?? []).filter((id) => id.split('|').every((part) => state.categories.find((each) => each.id === part)?.noData ?? true));
  const unknown = state.categories.find(({ id }) => id === chosen)?.count.unknownHouseholds ?? 0;
  const row = (category: ReachCategory) => <Row key={category.id} of={category} target={category.basic ? target : null} chosen={category.id === chosen} />;
  return (
    <section className="section last reach-categories" aria-label={t('reachPage.categories')}>
      <h3>{t('reachPage.categories')} <span className="unit">{t('reachPage.categoriesUnit')}</span> <button type="button" className="link" aria-label={t('categoryTree.openLabel')} onClick={() => { openReachDialog('categories'); }}>{t('categoryTree.open')}</button></h3>
      <div className="reach-row reach-head note" aria-hidden="true"><span /><span>{t('reachPage.category')}</span><span className="num">{t('reachPage.places')}</span><span /><span className="num">{t('reachPage.rate')}</span></div>
      <div role="radiogroup" aria-label={t('reachPage.categories')}>
        {basic.map(row)}
        {others.length > 0 && <div className="note reach-others">{t('reachPage.otherCategories')}</div>}
        {others.map(row)}
      </div>
      {target !== null && <p className="note">{t('reachPage.targetNote', { percent: figure(target) })}</p>}
      {either.length > 0 && <p className="note">{t('reachPage.eitherNote', { categories: either.map((id) => categoryName(t, id)).join(t('report.listSeparator')) })}</p>}
      {withoutData.length > 0 && <p className="note alarm">{t('reachWords.basicNoData', { categories: categoryNames(t, withoutData) })} {state.words.length > 0 && <button type="button" className="link" onClick={() => { openReachDialog('words'); }}>{t('reachWords.open')}</button>}</p>}
      {unknown > 0 && <p className="note">{t('reachPage.unknownNote', { count: figure(unknown) })}</p>}
    </section>
  );
}

function Row({ of: { id, facilities, proposed, noData, count }, target, chosen }: { of: ReachCategory; target: number | null; chosen: boolean }) {
  const t = useTranslate();
  const name = categoryName(t, id);
  const rate = noData ? null : count.rate;
  return (
    <label className={chosen ? 'reach-row on' : 'reach-row'} title={proposed > 0 ? `${name}，${t('reachPage.proposedCount', { count: proposed })}` : name}>
      <input type="radio" className="radio" name="reach-category" checked={chosen} aria-label={`${name} ${rate === null ? t('reachPage.noData') : `${percent(rate)} %`}`} onChange={() => { void chooseCategory(id); }} />
      <span className="ellipsis">{name}</span>
      <span className="num">{noData ? '—' : <>{figure(facilities - proposed)}{proposed > 0 && <i className="change">+{proposed}</i>}</>}</span>
      {rate === null ? <span /> : (
        <span className="reach-bar" aria-hidden="true">
          <i style={{ width: `${rate * PERCENT}%` }} />
          {target !== null && <b style={{ left: `${target}%` }} />}
        </span>
      )}
      <span className={rate === null ? 'num muted' : 'num'}>{rate === null ? t('reachPage.noData') : percent(rate)}</span>
    </label>
  );
}
