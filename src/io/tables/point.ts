/** Longitude and latitude of a row, in degrees. */
import type { LngLat } from '../../core/geo/coordinates.ts';
import type { TableProblems } from './problem.ts';
import type { TableRow } from './table.ts';
import type { ColumnReader } from './tableFacts.ts';

/** Null where a row has none, or none that is a place; `problems` is told of the latter. */
export function pointOf(read: ColumnReader, row: TableRow, problems: TableProblems | null): LngLat | null {
  const [x, y] = [read.text(row, 'lng'), read.text(row, 'lat')].map((text) => text.normalize('NFKC').replace(/[\s°EN]/g, '')) as [string, string];
  if (x === '' && y === '') return null;
  const [lng, lat] = [Number(x), Number(y)];
  const isNumber = x !== '' && y !== '' && Number.isFinite(lng) && Number.isFinite(lat);
  if (isNumber && Math.abs(lng) <= 180 && Math.abs(lat) <= 90 && (lng !== 0 || lat !== 0)) return [lng, lat];
  problems?.add({ code: isNumber ? 'outOfRange' : 'notANumber', row: row.row, column: read.column('lng') ?? null, found: `${x}, ${y}`, expected: '108.9, 34.3' });
  return null;
}
