/** Tables in use, and those in the dialog before they are: a copy that is tried as a whole and then used, or dropped. */
import { create } from 'zustand';
import type { TablePreview, TableSetting, TablesView } from '../../worker/tableProtocol.ts';

export interface TablesInUse {
  /** Null: none was ever used since the plan was opened. */
  view: TablesView | null;
  previews: ReadonlyMap<string, TablePreview>;
}

export const NO_TABLES: TablesInUse = { view: null, previews: new Map() };

export const useTables = create<TablesInUse>()(() => NO_TABLES);

/** Of a row that a person decided: how it was written. */
export interface WrittenKey {
  readonly name: string | null;
  readonly code: string | null;
  readonly subdistrict: string | null;
}

export interface TableDraft {
  open: boolean;
  /** In the order in which the tables lie over one another. */
  settings: readonly TableSetting[];
  previews: ReadonlyMap<string, TablePreview>;
  files: ReadonlyMap<string, Blob>;
  /** Files that can't be read: why. */
  refused: readonly TablePreview[];
  /** Null while nothing was tried. */
  tried: TablesView | null;
  /** Being read or tried. */
  busy: boolean;
  /** The table that is shown. */
  current: string | null;
  /** By table and row. */
  written: ReadonlyMap<string, ReadonlyMap<number, WrittenKey>>;
}

export const NO_TABLE_DRAFT: TableDraft = { open: false, settings: [], previews: new Map(), files: new Map(), refused: [], tried: null, busy: false, current: null, written: new Map() };

export const useTableDraft = create<TableDraft>()(() => NO_TABLE_DRAFT);
