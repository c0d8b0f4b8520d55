/** A hundred thousand rows: read, joined to 1,200 communities and turned into facts. Each the median of five. */
import { readTables, type TableGround } from '../../src/io/tables/readTables.ts';
import { pasteTable, readTable, type Table } from '../../src/io/tables/table.ts';

const ROWS = 100_000;
const COMMUNITIES = 1200;
const RUNS = 5;

const communities = Array.from({ length: COMMUNITIES }, (_, k) => ({ id: String(990117001001 + k), code: String(990117001001 + k), name: `第${k}社区`, subdistrict: `${k % 60}街道` }));
const ground: TableGround = { communities, given: new Map(), atoms: [], compounds: new Map(), unitOf: () => null };
const lines = (row: (k: number) => string): string => Array.from({ length: ROWS }, (_, k) => row(k)).join('\r\n');

const rooms = new TextEncoder().encode(`社区名称,街道,用途,建筑面积,产权\r\n${lines((k) => `第${k % COMMUNITIES}社区,${(k % COMMUNITIES) % 60}街道,${k % 3 === 0 ? '活动室' : '办公'},"${(k % 400) + 20}.5㎡",自有`)}\r\n`);
const table = needed(readTable('用房.csv', rooms).table);
const strangers = needed(pasteTable('户数', `社区名称\t户数\r\n${lines((k) => `外地${k}社区\t约${1000 + (k % 4000)}户`)}`).table);

median('read 100,000 rows of CSV', () => readTable('用房.csv', rooms).table?.rows.length);
median('join and sum 100,000 rows of rooms', () => readTables([{ table }], ground).reports[0]?.join?.joined.length);
median('100,000 rows that join nothing', () => readTables([{ table: strangers }], ground).reports[0]?.join?.unjoined.length);

function median(name: string, run: () => number | undefined): void {
  const times = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    if (run() !== ROWS) throw new Error(`${name}: not all ${ROWS} rows came through.`);
    return performance.now() - started;
  }).sort((p, q) => p - q);
  console.log(`${name.padEnd(40)} ${times[RUNS >> 1]!.toFixed(0).padStart(6)} ms`);
}

function needed(read: Table | null): Table {
  if (read === null) throw new Error('The bench table was not read.');
  return read;
}
