/** What of the defects is on the map, and that their width is not to scale while it is not. */
import { TRUE_WIDTH_PIXELS } from '../../map/defectFeatures.ts';
import { metresPerPixelAt } from '../../map/scale.ts';
import { useDefectFilter } from '../../state/defectFilter.ts';
import { isInside, type DefectRow } from '../../state/defectRows.ts';
import { useView } from '../../state/view.ts';
import { Icon } from '../symbols/Icon.tsx';
import { useDefectRows } from '../check/useDefectRows.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function HintBar() {
  const t = useTranslate();
  const { onMap, checked } = useDefectRows();
  const pill = useDefectFilter((state) => state.pill);
  const exaggerated = useExaggerated(onMap);
  if (!checked) return null;
  return (
    <div className="float hint-bar" data-edge="top" role="status">
      <Icon name="filter" />
      <span>{t('map.onlyShown')} <b>{t(`pill.${pill}`)} {t('map.places', { count: onMap.length })}</b></span>
      {exaggerated && <span className="where-room hint-more">{t('map.exaggerated')}</span>}
    </div>
  );
}

/** Whether a defect within the window is too narrow to be drawn as it is. */
function useExaggerated(rows: readonly DefectRow[]): boolean {
  const bounds = useView((state) => state.mapBounds);
  const scale = useView((state) => state.scaleDenominator);
  if (bounds === null || scale === null) return false;
  const widest = TRUE_WIDTH_PIXELS * metresPerPixelAt(scale);
  return rows.some(({ defect }) => defect.widthMetres !== null && defect.widthMetres < widest && isInside(defect.location, bounds));
}
