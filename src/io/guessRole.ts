/** What a file is for, before the user says: communities, the line round them, declared ground, background. */
import { guessAtomColumns } from './atomColumns.ts';
import type { ColumnPreview } from './columns.ts';
import { readCode, type CodeLevel } from './codes.ts';
import { guessFields } from './fields.ts';

export type LayerRole = 'communities' | 'parent' | 'declared' | 'atoms' | 'zones' | 'context' | 'streets' | 'facilities' | 'gates' | 'candidates' | 'table' | 'ignore';

/** What of a file the guess rests on. */
export interface RolePreview {
  name: string;
  unitCount: number;
  geometryTypes: Record<string, number>;
  bounds: [number, number, number, number] | null;
  columns: readonly ColumnPreview[];
}

/** Subdistricts of one district: rarely more. */
const MOST_PARENTS = 40;
/** A parent's line may run this much inside its communities' outline, degrees: a few hundred metres. */
const SLACK = 0.005;

const PARENT_NAME = /街道界|乡镇界|镇界|区界|县界|区县界|行政区划?界|边界线|district|county|parent|subdistrict|street_?town|xzq|上级/i;
const DECLARED_NAME = /营区|部队|校园|校区|水库|飞地|争议|declared|exception|例外|非社区/i;
const ATOMS_NAME = /小区|院落|楼盘|楼栋|建筑|网格|普查|compound|estate|building|grid|census/i;
const ZONES_NAME = /开发区|新区|管委会|zone/i;
const CONTEXT_NAME = /道路|路网|街路|铁路|河流|水系|绿地|建筑|楼栋|road|rail|water|river|building|green|osm/i;
const GATES_NAME = /大门|出入口|小区门|gates?\b/i;
const CANDIDATES_NAME = /候选|备选|candidates?\b/i;
const FACILITIES_NAME = /设施|网点|facilit|poi/i;
/** Kinds of ground that belongs to no community (rules.md §1). */
const DECLARED_KIND = /营区|军|部队|校园|高校|大学|水库|水面|湖|林地|机场|监狱|争议|barracks|campus|reservoir|contested|lake|airport|prison/i;

/** The file's role among the files that came with it. */
export function guessRole(preview: RolePreview, others: readonly RolePreview[] = []): LayerRole {
  const polygons = (preview.geometryTypes.Polygon ?? 0) + (preview.geometryTypes.MultiPolygon ?? 0) + (preview.geometryTypes.GeometryCollection ?? 0);
  const features = Object.values(preview.geometryTypes).reduce((sum, count) => sum + count, 0);
  if (features === 0) return 'ignore';
  if (CANDIDATES_NAME.test(preview.name)) return 'candidates';
  if (isAtoms(preview)) return 'atoms';
  if (isPoints(preview)) {
    if (GATES_NAME.test(preview.name)) return 'gates';
    if (FACILITIES_NAME.test(preview.name)) return 'facilities';
  }
  if (polygons * 2 < features) return 'context';
  if (ZONES_NAME.test(preview.name) && !hasCommunityColumns(preview)) return 'zones';
  if (isDeclared(preview)) return 'declared';
  if (CONTEXT_NAME.test(preview.name) && !hasCommunityColumns(preview)) return 'context';
  const siblings = others.filter((other) => other !== preview && other.bounds !== null && other.unitCount > 0);
  if (isParent(preview, siblings)) return 'parent';
  return liesOnCommunities(preview, siblings) ? 'context' : 'communities';
}

function isPoints({ geometryTypes }: RolePreview): boolean {
  const features = Object.values(geometryTypes).reduce((sum, count) => sum + count, 0);
  return ((geometryTypes.Point ?? 0) + (geometryTypes.MultiPoint ?? 0)) * 2 > features;
}

/** Without codes, on the ground of a file that has communities' codes: compounds, zones, buildings. */
function liesOnCommunities(preview: RolePreview, siblings: readonly RolePreview[]): boolean {
  if (codeLevels(preview).size > 0) return false;
  return siblings.some((other) => codeLevels(other).has('community') && overlapShare(preview, other) > 0.5);
}

/** Fewer polygons than another file, lying round it, with codes or a name that say the same. */
function isParent(preview: RolePreview, siblings: readonly RolePreview[]): boolean {
  const inside = siblings.filter((other) => other.unitCount > preview.unitCount && contains(preview, other));
  if (inside.length === 0) return false;
  const levels = codeLevels(preview);
  if (levels.size > 0 && !levels.has('community')) return true;
  if (levels.has('community')) return false;
  return preview.unitCount <= MOST_PARENTS || PARENT_NAME.test(preview.name);
}

/** Named as such, or with a community's code or name in each row and households beside it; and no codes of its own. */
function isAtoms(preview: RolePreview): boolean {
  if (hasCommunityColumns(preview) || codeLevels(preview).size > 0) return false;
  const { households, people, community } = guessAtomColumns(preview.columns);
  if (households === undefined && people === undefined) return false;
  return ATOMS_NAME.test(preview.name) || community !== undefined;
}

function isDeclared(preview: RolePreview): boolean {
  if (DECLARED_NAME.test(preview.name)) return true;
  const kind = guessFields(preview.columns).kind;
  const samples = preview.columns.find(({ name }) => name === kind)?.samples ?? [];
  return samples.length > 0 && samples.every((sample) => DECLARED_KIND.test(sample));
}

function hasCommunityColumns(preview: RolePreview): boolean {
  const fields = guessFields(preview.columns);
  return fields.code !== undefined && (fields.households !== undefined || fields.subdistrict !== undefined);
}

function codeLevels(preview: RolePreview): Set<CodeLevel> {
  const column = guessFields(preview.columns).code;
  const samples = preview.columns.find(({ name }) => name === column)?.samples ?? [];
  return new Set(samples.flatMap((sample) => readCode(sample).official?.level ?? []));
}

/** Of the first's bounds, how much lies in the second's. */
function overlapShare({ bounds: a }: RolePreview, { bounds: b }: RolePreview): number {
  if (!a || !b) return 0;
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  if (width < 0 || height < 0) return 0;
  const area = (a[2] - a[0]) * (a[3] - a[1]);
  return area === 0 ? 1 : (width * height) / area;
}

function contains(outer: RolePreview, inner: RolePreview): boolean {
  const a = outer.bounds;
  const b = inner.bounds;
  if (!a || !b) return false;
  return a[0] <= b[0] + SLACK && a[1] <= b[1] + SLACK && a[2] >= b[2] - SLACK && a[3] >= b[3] - SLACK;
}
