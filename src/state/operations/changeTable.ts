/** What a person says of a table in the dialog: kind, columns, key, date, joins, place among the others. Each is tried at once. */
import { chooseRow, decideAlike } from '../../io/tables/join.ts';
import type { TableKind } from '../../io/tables/kindFields.ts';
import type { TableReportView, TableSetting } from '../../worker/tableProtocol.ts';
import { askTables } from '../tables/askTables.ts';
import { useTableDraft, type WrittenKey } from '../tables/tables.ts';
import { tryTables } from './tryTables.ts';

function change(name: string, part: Partial<TableSetting>): void {
  useTableDraft.setState(({ settings }) => ({ settings: settings.map((each) => (each.name === name ? { ...each, ...part } : each)) }));
  void tryTables();
}

/** Columns are guessed anew for the kind; what was decided of rows goes with the old one. */
export async function setTableKind(name: string, kind: TableKind): Promise<void> {
  const columns = await askTables('tableColumns', { name, kind });
  if (columns) change(name, { kind, columns, key: null, decisions: {} });
}

/** `field` null: the column is not used. A field has one column. */
export function setTableColumn(name: string, column: string, field: string | null): void {
  const setting = settingNow(name);
  if (!setting) return;
  const others = Object.entries(setting.columns).filter(([known, held]) => held !== column && known !== field);
  change(name, { columns: Object.fromEntries(field === null ? others : [...others, [field, column]]) });
}

export function setTableKey(name: string, key: string | null): void {
  change(name, { key });
}

export function setTableDate(name: string, asOf: string | null): void {
  change(name, { asOf });
}

/** Joins a row, or leaves it out (null); `alike`: and every row whose key is written the same. */
export function decideRow(report: TableReportView, row: number, community: string | null, alike: boolean): void {
  const setting = settingNow(report.name);
  if (!setting) return;
  const decisions = alike ? decideAlike(joinOf(report), setting.decisions, row, community) : { ...setting.decisions, [row]: community };
  rememberWritten(report, Object.keys(decisions).map(Number));
  change(report.name, { decisions });
}

/** Of a community with several rows this one is taken. */
export function takeRow(report: TableReportView, row: number): void {
  const setting = settingNow(report.name);
  if (setting) change(report.name, { decisions: chooseRow(joinOf(report), setting.decisions, row) });
}

/** The rows join by themselves again, as far as they do. */
export function withdrawDecisions(name: string, rows: readonly number[]): void {
  const setting = settingNow(name);
  if (!setting) return;
  const gone = new Set(rows.map(String));
  change(name, { decisions: Object.fromEntries(Object.entries(setting.decisions).filter(([row]) => !gone.has(row))) });
}

/** `by` −1: earlier, so that the others lie over it. */
export function moveTable(name: string, by: -1 | 1): void {
  useTableDraft.setState(({ settings }) => {
    const from = settings.findIndex((each) => each.name === name);
    const to = from + by;
    if (from < 0 || to < 0 || to >= settings.length) return {};
    const next = [...settings];
    next.splice(to, 0, ...next.splice(from, 1));
    return { settings: next };
  });
  void tryTables();
}

export function removeTable(name: string): void {
  useTableDraft.setState(({ settings, refused, current }) => {
    const left = settings.filter((each) => each.name !== name);
    return { settings: left, refused: refused.filter((each) => each.name !== name), current: current === name ? left[0]?.name ?? null : current };
  });
  void tryTables();
}

function settingNow(name: string): TableSetting | undefined {
  return useTableDraft.getState().settings.find((each) => each.name === name);
}

function joinOf({ unjoined, doubled }: TableReportView): Parameters<typeof decideAlike>[0] {
  return { joined: [], unjoined, doubled, repeated: [], leftOut: [] };
}

function rememberWritten(report: TableReportView, rows: readonly number[]): void {
  const decided = new Set(rows);
  const found = report.unjoined.filter(({ row }) => decided.has(row)).map(({ row, name, code, subdistrict }): [number, WrittenKey] => [row, { name, code, subdistrict }]);
  useTableDraft.setState(({ written }) => ({ written: new Map(written).set(report.name, new Map([...(written.get(report.name) ?? []), ...found])) }));
}
