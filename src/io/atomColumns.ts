/** Which column of a file of compounds, buildings, grids or census blocks holds what, and which of these a file is. */
import type { AtomKind } from '../core/households/atom.ts';
import { normalColumn, withoutUnit } from './columnName.ts';
import { FIELD_ALIASES } from './fieldAliases.ts';

export const ATOM_FIELDS = ['name', 'community', 'households', 'people', 'dwellings', 'dwellingsOccupied'] as const;
export type AtomField = (typeof ATOM_FIELDS)[number];

/** A field without a column is absent. */
export type AtomColumns = Partial<Record<AtomField, string>>;

/** Best first, compared as the fields of a community are. Here `社区` is where the compound is, not what it is called. */
const ALIASES: Readonly<Record<AtomField, readonly string[]>> = {
  name: ['name', '小区', '小区名称', '小区名', '居民小区', '院落', '院落名称', '楼盘', '楼盘名称', '网格', '网格名称', '普查小区', '楼栋', '楼栋名称', '楼栋号', '楼号', '名称', 'XQMC', 'WGMC', 'MC', 'compound', 'xiaoqu'],
  community: ['community', '社区代码', '社区', '社区名称', '社区名', '所属社区', '所在社区', '社区编码', '村居', '所属村居', '村社区', 'SQDM', 'SQMC', 'SQ', 'communitycode', 'communityname', 'shequ'],
  households: FIELD_ALIASES.households,
  people: FIELD_ALIASES.people,
  dwellings: FIELD_ALIASES.dwellings,
  dwellingsOccupied: FIELD_ALIASES.dwellingsOccupied,
};

type Columns = readonly (string | { readonly name: string })[];

export function guessAtomColumns(columns: Columns): AtomColumns {
  const names = namesOf(columns);
  const found: AtomColumns = {};
  const taken = new Set<string>();
  for (const form of [normalColumn, withoutUnit]) {
    for (const field of ATOM_FIELDS) {
      if (found[field] !== undefined) continue;
      const column = ALIASES[field].map((alias) => names.find((name) => !taken.has(name) && form(name) === form(alias))).find((name) => name !== undefined);
      if (column === undefined) continue;
      found[field] = column;
      taken.add(column);
    }
  }
  return found;
}

const KIND_BY_NAME: readonly (readonly [AtomKind, RegExp])[] = [
  ['block', /普查|census|人口格网|统计小区/i],
  ['grid', /网格|grid/i],
  ['building', /建筑|楼栋|楼幢|房屋|building|footprint/i],
  ['compound', /小区|院落|楼盘|compound|estate|residential/i],
];
/** Columns that only a building has. */
const FLOORS = new Set(['floors', 'levels', '层数', '楼层', '楼层数', '地上层数', 'buildinglevels', 'cs', 'lc'].map(normalColumn));

/** By the file's name, else by its columns; null where neither says. */
export function guessAtomKind(fileName: string, columns: Columns): AtomKind | null {
  const named = KIND_BY_NAME.find(([, pattern]) => pattern.test(fileName));
  if (named) return named[0];
  const names = namesOf(columns);
  if (names.some((name) => FLOORS.has(normalColumn(name)))) return 'building';
  const byColumn = KIND_BY_NAME.find(([, pattern]) => names.some((name) => pattern.test(name)));
  if (byColumn) return byColumn[0];
  const { community, households, people } = guessAtomColumns(columns);
  return community !== undefined && (households ?? people) !== undefined ? 'compound' : null;
}

function namesOf(columns: Columns): string[] {
  return columns.map((column) => (typeof column === 'string' ? column : column.name));
}
