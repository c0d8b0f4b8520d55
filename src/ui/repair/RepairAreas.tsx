/** Areas before → after of the communities that a repair changes; they must sum to what was repaired, nothing else. */
import type { RepairPreview } from '../../worker/planProtocol.ts';
import { figure, signedFigure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';

const MOST = 200;

export function RepairAreas({ areas }: { areas: RepairPreview['areas'] }) {
  const t = useTranslate();
  if (areas.length === 0) return null;
  return (
    <div className="area-table">
      <table>
        <thead><tr><th scope="col">{t('column.name')}</th><th scope="col">{t('repair.before')} <span className="unit">m²</span></th><th scope="col">{t('repair.after')} <span className="unit">m²</span></th><th scope="col">{t('column.change')}</th></tr></thead>
        <tbody>
          {areas.slice(0, MOST).map((area) => (
            <tr key={area.unit}>
              <th scope="row">{area.name}</th><td>{figure(area.beforeSquareMetres, 1)}</td><td>{figure(area.afterSquareMetres, 1)}</td><td className="change">{signedFigure(area.afterSquareMetres - area.beforeSquareMetres, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {areas.length > MOST && <p className="note">{t('repair.moreAreas', { count: areas.length - MOST })}</p>}
    </div>
  );
}
