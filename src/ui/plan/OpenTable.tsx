/** Open ground: whose it could be, how large, how wide. */
import { useMemo, useState } from 'react';
import { selectGround } from '../../state/operations/selectInPlan.ts';
import { useView } from '../../state/view.ts';
import type { OpenGround } from '../../worker/planProtocol.ts';
import type { Column, Sort } from '../table/columns.ts';
import { VirtualTable } from '../table/VirtualTable.tsx';
import { metres, squareMetres } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { useNameOf } from './useNameOf.ts';

type OpenColumn = 'state' | 'area' | 'width';

export function OpenTable({ open }: { open: readonly OpenGround[] }) {
  const t = useTranslate();
  const nameOf = useNameOf();
  const [sort, setSort] = useState<Sort<OpenColumn>>({ column: 'area', descending: true });
  const selection = useView((state) => state.selection);
  const sorted = useMemo(() => {
    const sign = sort.descending ? -1 : 1;
    return [...open].sort((a, b) => sign * (sort.column === 'state' ? a.state.localeCompare(b.state)
      : sort.column === 'area' ? a.areaSquareMetres - b.areaSquareMetres : a.widthMetres - b.widthMetres) || a.face - b.face);
  }, [open, sort]);
  const names = (ids: readonly string[]) => (ids.length === 0 ? <span className="muted">—</span> : ids.map(nameOf).join(t('report.listSeparator')));
  const columns: Column<OpenGround>[] = [
    { id: 'state', head: t('column.state'), width: '148px', cell: (ground) => <span className="verdict open">◆ {t(`open.${ground.state}`)}</span> },
    { id: 'claimants', head: t('open.claimants'), width: 'minmax(96px, 1.2fr)', cell: (ground) => names(ground.claimants) },
    { id: 'neighbours', head: t('open.neighbours'), width: 'minmax(120px, 2fr)', cell: (ground) => names(ground.neighbours) },
    { id: 'area', head: t('column.area'), unit: 'm²', width: '104px', numeric: true, cell: (ground) => squareMetres(ground.areaSquareMetres) },
    { id: 'width', head: t('column.width'), unit: 'm', width: '96px', numeric: true, cell: (ground) => metres(ground.widthMetres) },
  ];
  return (
    <VirtualTable
      label={t('open.title')}
      columns={columns}
      rows={sorted}
      keyOf={(ground) => String(ground.face)}
      selected={selection?.kind === 'ground' ? String(selection.face) : null}
      sort={sort}
      onSort={(column) => { if (column === 'state' || column === 'area' || column === 'width') setSort({ column, descending: sort.column === column ? !sort.descending : true }); }}
      onSelect={(ground) => { selectGround(ground.face); }}
      onActivate={(ground) => { selectGround(ground.face, true); }}
      empty={<p>{t('open.noneLong')}</p>}
    />
  );
}
