/** Columns of the defect table. */
import type { Translate } from '../../i18n/index.ts';
import type { DefectRow } from '../../state/defectRows.ts';
import { DefectGlyph } from '../symbols/DefectGlyph.tsx';
import { SeverityBars } from '../symbols/SeverityBars.tsx';
import { StateGlyph } from '../symbols/StateGlyph.tsx';
import type { Column } from '../table/columns.ts';
import { metres, squareMetres } from '../words/figures.ts';
import type { UnitName } from '../words/unitNames.ts';

export function defectColumns(t: Translate, name: UnitName, narrow: boolean): Column<DefectRow>[] {
  const number = (value: number | null, text: (value: number) => string) => (value === null ? <span className="muted">—</span> : text(value));
  const columns: Column<DefectRow>[] = [
    { id: 'number', head: t('column.number'), width: '52px', numeric: true, cell: (row) => row.number },
    { id: 'class', head: t('column.class'), width: 'minmax(118px, 1.5fr)', cell: ({ defect }) => <span className="with-glyph"><DefectGlyph of={defect.class} /><span className="ellipsis" title={t(`class.${defect.class}`)}>{t(`class.${defect.class}`)}</span></span> },
    { id: 'severity', head: t('column.severity'), width: '74px', cell: ({ defect }) => <span className="with-glyph"><SeverityBars of={defect.severity} />{t(`severity.${defect.severity}`)}</span> },
    { id: 'unitA', head: t('column.unitA'), width: 'minmax(60px, 1fr)', cell: (row) => name(row.unitA) },
    {
      id: 'unitB', head: t('column.unitB'), width: 'minmax(60px, 1fr)',
      cell: (row) => <>{name(row.unitB)}{row.defect.units.length > 2 && <span className="unit"> {t('defects.andMore', { count: row.defect.units.length - 2 })}</span>}</>,
    },
    { id: 'width', head: t('column.width'), unit: 'm', width: '80px', numeric: true, cell: ({ defect }) => number(defect.widthMetres, metres) },
    { id: 'area', head: t('column.area'), unit: 'm²', width: '90px', numeric: true, cell: ({ defect }) => number(defect.areaSquareMetres, squareMetres) },
    { id: 'length', head: t('column.length'), unit: 'm', width: '80px', numeric: true, cell: ({ defect }) => number(defect.lengthMetres, (value) => squareMetres(value)) },
    { id: 'taker', head: t('column.taker'), width: 'minmax(82px, 1fr)', cell: (row) => name(row.taker) },
    { id: 'state', head: t('column.state'), width: '84px', cell: (row) => <span className={`verdict ${row.state}`}><StateGlyph of={row.state} />{t(`state.${row.state}`)}</span> },
  ];
  return narrow ? columns.filter((column) => column.id !== 'length') : columns;
}
