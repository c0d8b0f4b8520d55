/** The old `crs` member: RFC 7946 dropped it, files still carry it. What it names decides whether the coordinates are degrees we know. */
import type { Collected } from './collected.ts';
import { foundText } from './foundText.ts';

/** Degrees on WGS 84 or CGCS2000, which are drawn alike. */
const KNOWN_GEOGRAPHIC = [4326, 4490, 4979, 4480];

/** Codes of projected systems that Chinese files name: Gauss–Krüger on CGCS2000, Xi'an 80 and Beijing 54, UTM, Web Mercator. */
const PROJECTED_RANGES: readonly (readonly [number, number])[] = [
  [4491, 4554], [4568, 4589], [4652, 4656], [4766, 4800], [2327, 2442], [21413, 21483], [32601, 32660], [32701, 32760],
  [3857, 3857], [3395, 3395], [3785, 3785], [900913, 900913], [102100, 102100], [102113, 102113],
];

export const EXPECTED_CRS = 'CRS84, EPSG:4326, EPSG:4490';

export function judgeCrs(crs: unknown, { problems }: Collected): void {
  const name = nameOf(crs);
  const verdict = name === null ? 'unknown' : verdictOn(name);
  if (verdict === 'degrees') return;
  const found = name ?? foundText(crs);
  if (verdict === 'projected') problems.add(null, { code: 'crsProjected', severity: 'refused', field: 'crs', found, expected: EXPECTED_CRS });
  else problems.add(null, { code: 'crsMember', severity: 'warning', field: 'crs', found, expected: EXPECTED_CRS });
}

function verdictOn(name: string): 'degrees' | 'projected' | 'unknown' {
  if (/CRS:?84h?$/i.test(name)) return 'degrees';
  const code = Number(/(?:EPSG|ESRI)[:/].*?(\d{4,6})$/i.exec(name)?.[1] ?? NaN);
  if (KNOWN_GEOGRAPHIC.includes(code)) return 'degrees';
  return PROJECTED_RANGES.some(([from, to]) => code >= from && code <= to) ? 'projected' : 'unknown';
}

/** `{ "type": "name", "properties": { "name": … } }`, or the bare name some writers leave. */
function nameOf(crs: unknown): string | null {
  if (typeof crs === 'string') return crs.slice(0, 200);
  const properties = member(crs, 'properties');
  const name = member(properties, 'name') ?? member(properties, 'code');
  if (typeof name === 'string') return name.slice(0, 200);
  return typeof name === 'number' ? `EPSG:${name}` : null;
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}
