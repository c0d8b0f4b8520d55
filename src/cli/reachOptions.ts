/** The call of `sizhi reach`. */
import { parseArgs } from 'node:util';
import type { Datum, LngLat } from '../core/geo/coordinates.ts';
import type { Language } from '../i18n/index.ts';
import { isSwappedChina } from '../io/geojson/explainCoordinates.ts';
import { UsageError } from './exit.ts';

export interface ReachCall {
  readonly streets: string;
  readonly from: LngLat | null;
  readonly node: number | null;
  readonly facilities: string | null;
  /** By time: limits in minutes at a speed; by distance: one limit. */
  readonly limits: readonly ReachLimit[];
  readonly speedMetresPerSecond: number | null;
  /** Whether a limit was asked for; where none was, the profile's own decides what is covered. */
  readonly isLimitGiven: boolean;
  /** A file, `osm`, or null. */
  readonly gates: string | null;
  readonly compounds: string | null;
  readonly homes: string | null;
  readonly communities: string | null;
  readonly nodesOut: string | null;
  readonly out: string | null;
  readonly profile: string;
  /** Null: the project's, or CGCS2000. */
  readonly datum: Datum | null;
  /** Its categories, walking rules, gates and limit hold where the call says nothing else. */
  readonly project: string | null;
  readonly weldMetres: number | null;
  readonly splitAtCrossings: boolean;
  readonly json: boolean;
  readonly language: Language;
}

export interface ReachLimit {
  /** Null by distance. */
  readonly minutes: number | null;
  readonly millimetres: number;
}

const DEFAULT_MINUTES = '5,10,15';
/** An adult's walk (access findings §2). */
const DEFAULT_SPEED = 1.2;
const MOST_MINUTES = 240;
const MOST_METRES = 50_000;
const SPEEDS: readonly [number, number] = [0.1, 5];
const MOST_LIMITS = 20;
const SECONDS_PER_MINUTE = 60;
const DATUMS: readonly Datum[] = ['CGCS2000', 'GCJ-02', 'BD-09'];

export function reachOptions(argv: string[]): ReachCall {
  const { values, positionals } = parsed(argv);
  if (positionals.length > 0) throw new UsageError(`reach takes options only, found ${positionals[0]!}`);
  if (values.streets === undefined) throw new UsageError('reach needs --streets FILE.osm.pbf or FILE.geojson');
  if (values.lang !== undefined && values.lang !== 'zh' && values.lang !== 'en') throw new UsageError(`--lang: found ${values.lang}, expected zh or en`);
  if ([values.from, values.node].filter((value) => value !== undefined).length > 1) throw new UsageError('--from and --node: expected one of them');
  if (values.speed !== undefined && values.metres !== undefined) throw new UsageError('--speed and --metres: expected one of them');
  if (values.minutes !== undefined && values.metres !== undefined) throw new UsageError('--minutes and --metres: expected one of them');
  if (values.gates !== undefined && values.gates !== 'osm' && values.compounds === undefined) throw new UsageError('--gates FILE needs --compounds FILE: gates are openings in walls');
  const datum = values.datum ?? null;
  if (datum !== null && !isDatum(datum)) throw new UsageError(`--datum: found ${datum}, expected ${DATUMS.join(', ')}`);
  const speed = values.metres === undefined ? numberOf('--speed', values.speed ?? String(DEFAULT_SPEED), ...SPEEDS) : null;
  return {
    streets: values.streets, from: values.from === undefined ? null : placeOf(values.from), node: values.node === undefined ? null : nodeOf(values.node), facilities: values.facilities ?? null,
    limits: speed === null ? [{ minutes: null, millimetres: Math.round(numberOf('--metres', values.metres!, 1, MOST_METRES) * 1000) }] : minutesOf(values.minutes ?? DEFAULT_MINUTES, speed),
    speedMetresPerSecond: speed, isLimitGiven: values.metres !== undefined || values.speed !== undefined || values.minutes !== undefined,
    gates: values.gates ?? null, compounds: values.compounds ?? null, homes: values.homes ?? null, communities: values.communities ?? null, nodesOut: values.nodes ?? null, out: values.out ?? null,
    profile: values.profile ?? 'xian', datum, project: values.project ?? null, weldMetres: values.weld === undefined ? null : numberOf('--weld', values.weld, 0, 20), splitAtCrossings: values['split-crossings'] ?? false,
    json: values.json ?? false, language: values.lang === 'en' ? 'en' : 'zh',
  };
}

function parsed(argv: string[]) {
  try {
    const one = { type: 'string' } as const;
    const flag = { type: 'boolean' } as const;
    return parseArgs({
      // A longitude west of Greenwich begins with a minus.
      args: argv.flatMap((arg, k) => (argv[k - 1] === '--from' && arg.startsWith('-') && !arg.startsWith('--') ? [] : arg === '--from' && /^-\d/.test(argv[k + 1] ?? '') ? [`--from=${argv[k + 1]!}`] : [arg])),
      allowPositionals: true,
      options: {
        'streets': one, 'from': one, 'node': one, 'facilities': one, 'minutes': one, 'speed': one, 'metres': one, 'gates': one, 'compounds': one, 'homes': one, 'communities': one,
        'nodes': one, 'out': one, 'profile': one, 'project': one, 'datum': one, 'weld': one, 'split-crossings': flag, 'json': flag, 'lang': one, 'as-of': one,
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function minutesOf(text: string, speed: number): ReachLimit[] {
  const parts = text.split(/[,，\s]+/).filter((part) => part !== '');
  if (parts.length === 0 || parts.length > MOST_LIMITS) throw new UsageError(`--minutes: found ${text}, expected 5,10,15`);
  return parts.map((part) => {
    const minutes = numberOf('--minutes', part, 0.1, MOST_MINUTES);
    return { minutes, millimetres: Math.round(minutes * SECONDS_PER_MINUTE * speed * 1000) };
  });
}

function numberOf(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= least && value <= most)) throw new UsageError(`${option}: found ${text}, expected ${least} to ${most}`);
  return value;
}

function placeOf(text: string): LngLat {
  const [lng, lat, ...rest] = text.split(/[,，]/).map((part) => (part.trim() === '' ? NaN : Number(part)));
  if (lng === undefined || lat === undefined || rest.length > 0 || !Number.isFinite(lng) || !Number.isFinite(lat)) throw new UsageError(`--from: found ${text}, expected LON,LAT`);
  if (isSwappedChina(lng, lat)) throw new UsageError(`--from: found latitude first (${text}), expected LON,LAT`);
  if (Math.abs(lng) > 180 || Math.abs(lat) > 90) throw new UsageError(`--from: found ${text}, expected ±180,±90`);
  return [lng, lat];
}

function nodeOf(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) throw new UsageError(`--node: found ${text}, expected an id`);
  return value;
}

function isDatum(text: string): text is Datum {
  return (DATUMS as readonly string[]).includes(text);
}
