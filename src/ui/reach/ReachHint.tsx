/** Over the map: the category, the limit, the rate and what proposed facilities make of it; with a tool in hand, what a click does. */
import { isStraight, useReach } from '../../state/reach/reach.ts';
import { GATE_ACCESSES } from '../../state/reach/settings.ts';
import { useSiting } from '../../state/reach/siting.ts';
import { figure } from '../words/figures.ts';
import { Pills } from '../controls/Pills.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { categoryName, limitText, percent } from './reachWords.ts';

export function ReachHint() {
  const t = useTranslate();
  const state = useReach((mirror) => mirror.state);
  const settings = useReach((mirror) => mirror.settings);
  const category = useReach((mirror) => mirror.category);
  const view = useReach((mirror) => mirror.view);
  const tool = useReach((mirror) => mirror.tool);
  const hovered = useSiting((mirror) => mirror.hovered);
  const access = useReach((mirror) => mirror.access);
  const counted = state?.categories.find(({ id }) => id === category);
  if (!state || !settings || !counted) return null;
  const name = categoryName(t, counted.id);
  const { rate } = counted.count;
  const before = view?.before ?? null;
  return (
    <div className="float hint-bar" data-edge="top" role="status">
      <b>{name}</b>
      <span className="where-room">{limitText(t, settings, state)}</span>
      <b>{counted.noData || rate === null ? t('reachPage.hint.noData') : before
        ? t('reachPage.hint.change', { before: before.rate === null ? '—' : percent(before.rate), after: percent(rate), count: counted.proposed })
        : t('reachPage.hint.rate', { rate: percent(rate) })}</b>
      {isStraight(state) && <span className="alarm">{t('reachPage.straight')}</span>}
      {hovered !== null && <b>{t('gains.hover', { people: figure(hovered) })}</b>}
      {tool === 'place' && <span className="strong">{t('reachPage.hint.place', { category: name })}</span>}
      {tool === 'gate' && (
        <>
          <span className="strong">{t('reachPage.hint.gate')}</span>
          <Pills label={t('reachPage.access')} value={access} options={GATE_ACCESSES.map((value) => ({ value, label: t(`reachPage.access.${value}`) }))} onChange={(next) => { useReach.setState({ access: next }); }} />
        </>
      )}
    </div>
  );
}
