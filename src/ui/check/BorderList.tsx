/** How much of the outline runs along each neighbour: the longest would take it. Told, not done. */
import type { DefectRow } from '../../state/defectRows.ts';
import { selectUnit } from '../../state/operations/select.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { useUnitName } from '../words/unitNames.ts';

const MOST = 6;

export function BorderList({ row }: { row: DefectRow }) {
  const t = useTranslate();
  const name = useUnitName('full');
  const { borders } = row.defect;
  const total = borders.reduce((sum, border) => sum + border.lengthMetres, 0);
  return (
    <div className="section">
      <h3>{t('borders.title')} <span className="unit">{t('borders.basis')}</span></h3>
      <ul className="borders">
        {borders.slice(0, MOST).map((border) => (
          <li key={border.unit}>
            <span className="ellipsis">
              {border.unit < 0 ? name(border.unit) : <button type="button" onClick={() => { selectUnit(border.unit); }}>{name(border.unit)}</button>}
              {border.unit === row.taker && <> <span className="tag">{t('borders.longest')}</span></>}
            </span>
            <span>{figure(border.lengthMetres, 1)} <span className="unit">m</span></span>
            <span className="num muted">{total > 0 ? `${figure((100 * border.lengthMetres) / total, 1)} %` : '—'}</span>
          </li>
        ))}
      </ul>
      {borders.length > MOST && <p className="note">{t('borders.more', { count: borders.length - MOST })}</p>}
    </div>
  );
}
