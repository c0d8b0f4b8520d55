/** What of the defects is on the map, and that their width is not to scale. */
import { useDefectFilter } from '../../state/defectFilter.ts';
import { Icon } from '../symbols/Icon.tsx';
import { useDefectRows } from '../check/useDefectRows.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function HintBar() {
  const t = useTranslate();
  const { onMap, checked } = useDefectRows();
  const pill = useDefectFilter((state) => state.pill);
  if (!checked) return null;
  return (
    <div className="float hint-bar" data-edge="top" role="status">
      <Icon name="filter" />
      <span>{t('map.onlyShown')} <b>{t(`pill.${pill}`)} {t('map.places', { count: onMap.length })}</b></span>
      {onMap.length > 0 && <span className="wide hint-more">{t('map.exaggerated')}</span>}
    </div>
  );
}
