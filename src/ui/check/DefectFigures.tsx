/** Width, area and length of a defect, or the displacement of a shifted unit. */
import type { Defect } from '../../core/coverage/defect.ts';
import { metres, signedFigure, squareMetres } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function DefectFigures({ defect }: { defect: Defect }) {
  const t = useTranslate();
  const figures: [string, string, string][] = [];
  if (defect.widthMetres !== null) figures.push([t(defect.shift ? 'defect.displacement' : 'column.width'), metres(defect.widthMetres), 'm']);
  if (defect.shift) {
    figures.push([t('defect.east'), signedFigure(defect.shift.eastMetres, 2), 'm'], [t('defect.north'), signedFigure(defect.shift.northMetres, 2), 'm']);
  }
  if (defect.areaSquareMetres !== null) figures.push([t('column.area'), squareMetres(defect.areaSquareMetres), 'm²']);
  if (defect.lengthMetres !== null && !defect.shift) figures.push([t('column.length'), squareMetres(defect.lengthMetres), 'm']);
  if (figures.length === 0) return <p className="muted" style={{ marginTop: 8 }}>{t('defect.noFigures')}</p>;
  return (
    <div className="figures">
      {figures.map(([label, value, unit]) => <div key={label}><div className="unit">{label}</div><b>{value}</b> <span className="unit">{unit}</span></div>)}
    </div>
  );
}
