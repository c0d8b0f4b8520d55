/** One line of the tree. */
import { selectUnit } from '../../state/operations/select.ts';
import { Icon } from '../symbols/Icon.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import type { TreeRow } from './treeRows.ts';

interface Props {
  id: string;
  row: TreeRow;
  top: number;
  active: boolean;
  selected: number | null;
  onToggle: (name: string, open: boolean) => void;
  onGo: () => void;
}

export function TreeItem({ id, row, top, active, selected, onToggle, onGo }: Props) {
  const t = useTranslate();
  const style = { transform: `translateY(${top}px)` };
  const className = active ? 'tree-item active' : 'tree-item';
  if (row.kind === 'subdistrict') {
    return (
      <div
        id={id}
        role="treeitem"
        aria-level={1}
        aria-expanded={row.open}
        className={`${className} branch`}
        style={style}
        onClick={() => {
          onGo();
          onToggle(row.name, !row.open);
        }}
      >
        <Icon name={row.open ? 'chevronDown' : 'chevronRight'} />
        <span className="grow ellipsis">{row.name === '' ? t('tree.noSubdistrict') : row.name} <span className="unit">{row.count}</span></span>
        <span>
          {row.unknown > 0 && <span className="unit">{t('tree.unknown', { count: row.unknown })} </span>}
          {row.unknown < row.count ? figure(row.households) : <span className="muted">{t('value.none')}</span>}
        </span>
      </div>
    );
  }
  const { unit, level } = row;
  return (
    <div
      id={id}
      role="treeitem"
      aria-level={level}
      aria-selected={unit.index === selected}
      className={className}
      style={{ ...style, paddingLeft: level === 2 ? 34 : 12 }}
      onClick={() => {
        onGo();
        selectUnit(unit.index, true);
      }}
    >
      <span className="grow ellipsis">{unit.name ?? unit.label}</span>
      <span>{unit.households === null ? <span className="muted">{t('value.none')}</span> : figure(unit.households)}</span>
    </div>
  );
}
