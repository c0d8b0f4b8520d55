/** The call of `sizhi site`. */
import { parseArgs } from 'node:util';
import type { Datum } from '../core/geo/coordinates.ts';
import type { SitingObjective } from '../core/siting/problem.ts';
import type { Language } from '../i18n/index.ts';
import { UsageError } from './exit.ts';

export interface SiteCall {
  readonly demand: string;
  /** Null: every junction of the streets. */
  readonly candidates: string | null;
  /** Null: as the crow flies. */
  readonly streets: string | null;
  readonly existing: string | null;
  readonly objective: SitingObjective;
  readonly count: number;
  readonly limitMillimetres: number;
  readonly seconds: number;
  readonly seed: number;
  /** Null: as many as there is time for. */
  readonly steps: number | null;
  readonly weightColumn: string | undefined;
  /** Least area of a candidate; null: any. */
  readonly areaSquareMetres: number | null;
  /** Ids of candidates that are left out. */
  readonly excluded: readonly string[];
  readonly datum: Datum;
  readonly osmGates: boolean;
  /** Its walking rules hold for the streets. */
  readonly project: string | null;
  readonly out: string | null;
  readonly gains: string | null;
  readonly json: boolean;
  readonly language: Language;
}

const OBJECTIVES: Readonly<Record<string, SitingObjective>> = { 'coverage': 'coverage', 'median': 'median', 'cover-all': 'coverAll' };
const DATUMS: readonly Datum[] = ['CGCS2000', 'GCJ-02', 'BD-09'];
const DEFAULT_SECONDS = 10;
const MOST_SECONDS = 3_600;
const MOST_SITES = 10_000;
const MOST_METRES = 100_000;
const MOST_STEPS = 1e9;

export function siteOptions(argv: string[]): SiteCall {
  const { values, positionals } = parsed(argv);
  if (positionals.length > 0) throw new UsageError(`site takes options only, found ${positionals[0]!}`);
  if (values.lang !== undefined && values.lang !== 'zh' && values.lang !== 'en') throw new UsageError(`--lang: found ${values.lang}, expected zh or en`);
  if (values.demand === undefined) throw new UsageError('site needs --demand FILE');
  if ((values.streets === undefined) === (values.straight !== true)) throw new UsageError('--streets FILE and --straight: expected one of them');
  if (values.candidates === undefined && values.streets === undefined) throw new UsageError('site needs --candidates FILE; only with --streets every junction may stand for one');
  if (values.gates !== undefined && (values.gates !== 'osm' || values.streets === undefined)) throw new UsageError(`--gates: found ${values.gates}, expected osm, with --streets`);
  if (values.project !== undefined && values.streets === undefined) throw new UsageError('--project needs --streets FILE: its walking rules are for streets');
  if (values.gains !== undefined && values.streets === undefined) throw new UsageError('--gains needs --streets FILE: the map is of its junctions');
  const objective = OBJECTIVES[values.objective ?? 'coverage'];
  if (objective === undefined) throw new UsageError(`--objective: found ${values.objective!}, expected ${Object.keys(OBJECTIVES).join(', ')}`);
  if (values.count === undefined && objective !== 'coverAll') throw new UsageError('site needs --count P, the number of sites');
  if (values['limit-metres'] === undefined) throw new UsageError('site needs --limit-metres M');
  const datum = DATUMS.find((each) => each === (values.datum ?? 'CGCS2000'));
  if (datum === undefined) throw new UsageError(`--datum: found ${values.datum!}, expected ${DATUMS.join(', ')}`);
  return {
    demand: values.demand, candidates: values.candidates ?? null, streets: values.streets ?? null, existing: values.existing ?? null, objective,
    count: values.count === undefined ? 0 : wholeOf('--count', values.count, 1, MOST_SITES), limitMillimetres: Math.round(numberOf('--limit-metres', values['limit-metres'], 1, MOST_METRES) * 1000),
    seconds: values.seconds === undefined ? DEFAULT_SECONDS : numberOf('--seconds', values.seconds, 0, MOST_SECONDS), seed: values.seed === undefined ? 1 : wholeOf('--seed', values.seed, 0, 0xffffffff),
    steps: values.steps === undefined ? null : wholeOf('--steps', values.steps, 0, MOST_STEPS), weightColumn: values.weight,
    areaSquareMetres: values.area === undefined ? null : numberOf('--area', values.area, 0, 1e9), excluded: values.exclude ?? [], datum,
    osmGates: values.gates === 'osm', project: values.project ?? null, out: values.out ?? null, gains: values.gains ?? null, json: values.json ?? false, language: values.lang === 'en' ? 'en' : 'zh',
  };
}

function parsed(argv: string[]) {
  try {
    const one = { type: 'string' } as const;
    const flag = { type: 'boolean' } as const;
    return parseArgs({
      args: argv, allowPositionals: true,
      options: {
        'demand': one, 'candidates': one, 'streets': one, 'straight': flag, 'count': one, 'limit-metres': one, 'objective': one, 'existing': one, 'seconds': one, 'seed': one, 'steps': one,
        'weight': one, 'area': one, 'exclude': { type: 'string', multiple: true }, 'datum': one, 'gates': one, 'project': one, 'out': one, 'gains': one, 'json': flag, 'lang': one, 'as-of': one,
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function numberOf(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= least && value <= most)) throw new UsageError(`${option}: found ${text}, expected ${least} to ${most}`);
  return value;
}

function wholeOf(option: string, text: string, least: number, most: number): number {
  const value = numberOf(option, text, least, most);
  if (!Number.isInteger(value)) throw new UsageError(`${option}: found ${text}, expected a whole number`);
  return value;
}
