/**
 * What a file probably is: guessed from its geometry, its columns, its name and
 * the files beside it. The user sees the guess and corrects it.
 */
import type { FieldMap } from './fields.ts';

export interface RoleClues {
  name: string;
  unitCount: number;
  geometryTypes: Readonly<Record<string, number>>;
  bounds: readonly [number, number, number, number] | null;
  columns: readonly { readonly name: string; readonly samples: readonly string[] }[];
  guessedFields: FieldMap;
}

export type GuessedRole = 'communities' | 'parent' | 'declared' | 'context' | 'ignore';

const DECLARED_KINDS = /^(?:barracks|campus|reservoir|contested|water|railway|营区|军事|校园|水库|争议)/i;
const DECLARED_NAMES = /declared|no-?community|无社区|不属于任何社区/i;
const PARENT_NAMES = /district|subdistrict|parent|区县界|区界|县界|街道界|镇界|上级/i;
const CONTEXT_NAMES = /street|road|rail|water|river|green|park|building|compound|gate|facilit|zone|道路|路网|铁路|水系|绿地|建筑|小区|设施|开发区/i;
const COMMUNITY_NAMES = /communit|社区|居委/i;
/** A district holds up to some dozens of subdistricts. */
const MOST_PARENTS = 60;

export function guessRole(file: RoleClues, others: readonly RoleClues[]): GuessedRole {
  const lines = count(file, 'LineString') + count(file, 'MultiLineString');
  if (file.unitCount === 0) return lines > 0 ? 'context' : 'ignore';
  const kinds = file.columns.find(({ name }) => /^kind$|^类别$|^类型$/i.test(name))?.samples ?? [];
  if (DECLARED_NAMES.test(file.name) || (kinds.length > 0 && kinds.every((kind) => DECLARED_KINDS.test(kind)))) return 'declared';
  if (CONTEXT_NAMES.test(file.name) && !COMMUNITY_NAMES.test(file.name)) return 'context';
  if (lines > file.unitCount) return 'context';
  const { guessedFields: fields } = file;
  if (fields.households !== undefined || fields.people !== undefined) return 'communities';
  const isAbove = others.some((other) => other.unitCount > file.unitCount && other.unitCount > 0 && coversAll(file, other));
  if (file.unitCount <= MOST_PARENTS && isAbove && (PARENT_NAMES.test(file.name) || !COMMUNITY_NAMES.test(file.name))) return 'parent';
  if (fields.code === undefined && fields.name === undefined && others.some((other) => other.guessedFields.households !== undefined)) return 'context';
  return 'communities';
}

function count(file: RoleClues, type: string): number {
  return Object.hasOwn(file.geometryTypes, type) ? file.geometryTypes[type]! : 0;
}

/** Nearly the same box or a larger one: half a kilometre of slack, for layers of different datum. */
function coversAll(above: RoleClues, below: RoleClues): boolean {
  if (!above.bounds || !below.bounds) return false;
  const slack = 0.006;
  const [west, south, east, north] = below.bounds;
  return above.bounds[0] <= west + slack && above.bounds[1] <= south + slack && above.bounds[2] >= east - slack && above.bounds[3] >= north - slack;
}
