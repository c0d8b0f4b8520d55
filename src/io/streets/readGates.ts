/** Gates of compounds from points of GeoJSON: `access` and the name of the `compound`. */
import type { Compound } from '../../core/network/compound.ts';
import type { DoorState } from '../../core/network/doors.ts';
import type { Gate } from '../../core/network/walls.ts';
import type { Datum } from '../../core/geo/coordinates.ts';
import { fieldText } from '../fieldValues.ts';
import { pointFeatures } from '../pointFeatures.ts';
import type { ReadProblem } from '../problem.ts';
import { ProblemList } from '../problemList.ts';
import { cell } from '../unitLabel.ts';

export interface GateReading {
  readonly gates: readonly Gate[];
  readonly problems: readonly ReadProblem[];
  /** Gates that do not say whom they let in: taken to let in residents only. */
  readonly accessUnknown: number;
}

const ACCESS_COLUMNS = ['access', '通行', '开放', '出入', '类型'];
const COMPOUND_COLUMNS = ['compound', '小区', '小区名称'];
const WORDS: readonly (readonly [DoorState, RegExp])[] = [
  ['closed', /^(?:closed|no|封闭|关闭|封堵|常闭|停用)/i], ['residents', /^(?:residents?|private|业主|居民|仅|刷卡|门禁)/i], ['open', /^(?:open|yes|public|开放|常开|对外)/i],
];

export function readGates(file: string, bytes: Uint8Array, compounds: readonly Compound[], datum: Datum = 'CGCS2000'): GateReading {
  const problems = new ProblemList(file);
  const byName = new Map<string, number | null>();
  compounds.forEach(({ name }, k) => { if (name !== null) byName.set(name, byName.has(name) ? null : k); });
  let accessUnknown = 0;
  const gates = pointFeatures(bytes, 'utf-8', datum, problems).map(({ x, y, properties }): Gate => {
    const text = (columns: readonly string[]) => columns.map((column) => fieldText(cell(properties, column)).value).find((value) => value !== null) ?? null;
    const written = text(ACCESS_COLUMNS);
    const access = written === null ? undefined : WORDS.find(([, pattern]) => pattern.test(written))?.[0];
    if (access === undefined) accessUnknown++;
    return { x, y, access: access ?? 'residents', compound: byName.get(text(COMPOUND_COLUMNS) ?? '') ?? null };
  });
  return { gates, problems: problems.all(), accessUnknown };
}
