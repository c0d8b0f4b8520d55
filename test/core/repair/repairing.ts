/** From a layer to its repaired file and back, as the command line does it. */
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { collectionBytes } from '../../../data/generator/stringify.ts';
import { buildCoverage } from '../../../src/core/coverage/build.ts';
import { checkCoverage } from '../../../src/core/coverage/check.ts';
import type { Coverage } from '../../../src/core/coverage/coverage.ts';
import { DEFECT_CLASSES, type CheckResult, type DefectClass } from '../../../src/core/coverage/defect.ts';
import type { PolygonLayer } from '../../../src/core/coverage/layer.ts';
import { repair, type RepairCommand } from '../../../src/core/plan/commands/repair.ts';
import { openPlan } from '../../../src/core/plan/open.ts';
import type { Plan, Unit } from '../../../src/core/plan/plan.ts';
import { DEFAULT_REPAIR_OPTIONS, proposeRepair, repairCommandOf, type RepairOptions, type RepairProposals } from '../../../src/core/plan/repair/propose.ts';
import { PagedArray } from '../../../src/core/pagedArray.ts';
import { finish } from '../../../src/core/progress.ts';
import { readGeoJson } from '../../../src/io/geojson/readGeoJson.ts';
import { writePlan, type WrittenPlan } from '../../../src/io/geojson/writePlan.ts';
import type { SourceLayer } from '../../../src/io/sourceLayer.ts';

export const ALL_CLASSES: ReadonlySet<DefectClass> = new Set(DEFECT_CLASSES);
export const REPAIR_ALL: RepairOptions = { ...DEFAULT_REPAIR_OPTIONS, classes: ALL_CLASSES };

export interface Repaired {
  source: SourceLayer;
  base: Coverage;
  plan: Plan;
  before: CheckResult;
  proposals: RepairProposals;
  command: RepairCommand | null;
  result: Plan;
  written: WrittenPlan;
  bytes: Uint8Array;
  layer: PolygonLayer;
  after: CheckResult;
}

export interface RepairingOptions {
  parent?: PolygonLayer | null;
  options?: RepairOptions;
  subdistrictOf?: (unit: number) => string | null;
  /** Changes a unit before the repair: locks it, declares it. */
  unit?: (unit: Unit, index: number) => Unit;
}

export function readBytes(bytes: Uint8Array): SourceLayer {
  const { source, problems } = finish(readGeoJson('test.geojson', bytes));
  if (source === null) throw new Error(JSON.stringify(problems));
  return source;
}

export function repairBytes(bytes: Uint8Array, { parent = null, options = REPAIR_ALL, subdistrictOf, unit = (same) => same }: RepairingOptions = {}): Repaired {
  const source = readBytes(bytes);
  const before = finish(checkCoverage({ units: source.layer, parent }));
  const base = finish(buildCoverage({ units: source.layer, parent, ...(subdistrictOf && { subdistrictOf }) }));
  const opened = openPlan(base, source.properties.map((properties, index) => {
    const label = [properties.code, properties.name].find((value) => typeof value === 'string') ?? `#${index}`;
    return { label, name: typeof properties.name === 'string' ? properties.name : label, code: null, role: 'community', groundKind: null, kind: null, subdistrict: null };
  }));
  const plan = { ...opened, units: PagedArray.from([...opened.units].map(unit)) };
  const proposals = proposeRepair(plan, before.defects, options);
  const command = repairCommandOf(plan, proposals);
  const outcome = command ? repair(plan, command) : null;
  if (outcome && !outcome.ok && outcome.rejection.code !== 'nothingChanges') throw new Error(JSON.stringify(outcome.rejection));
  const result = outcome?.ok ? outcome.value : plan;
  const written = writePlan(result, base, [{ source, fields: { name: 'name', code: 'code' } }], parent);
  const again = readBytes(written.files[0]!.bytes).layer;
  return {
    source, base, plan, before, proposals, command, result, written, bytes: written.files[0]!.bytes, layer: again,
    after: finish(checkCoverage({ units: again, parent })),
  };
}

export function repairCollection(collection: FeatureCollection<Polygon | MultiPolygon>, options: RepairingOptions = {}): Repaired {
  return repairBytes(collectionBytes(collection), options);
}

/** Errors that the repair did not leave to a person: there must be none. */
export function errorsLeft({ after, proposals }: Repaired): string[] {
  const person = new Set(proposals.left.filter(({ reason }) => ['duplicate', 'covered', 'collapsed'].includes(reason)).map(({ defect }) => defect));
  return after.defects.filter(({ severity, id }) => severity === 'error' && !person.has(id)).map(({ id, units }) => `${id} ${units.join('+')}`);
}
