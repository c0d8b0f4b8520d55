/**
 * Bytes of a dirty city to bytes of the repaired one: read, check, coverage, proposals, command, file. First run and median.
 */
import { generateCity } from '../../data/generator/city.ts';
import { plantDefects } from '../../data/generator/plant.ts';
import { cityBytes } from '../../data/generator/stringify.ts';
import { buildCoverage } from '../../src/core/coverage/build.ts';
import { checkCoverage } from '../../src/core/coverage/check.ts';
import { DEFECT_CLASSES } from '../../src/core/coverage/defect.ts';
import { repair } from '../../src/core/plan/commands/repair.ts';
import { openPlan } from '../../src/core/plan/open.ts';
import { DEFAULT_REPAIR_OPTIONS, proposeRepair, repairCommandOf } from '../../src/core/plan/repair/propose.ts';
import { finish } from '../../src/core/progress.ts';
import { readGeoJson } from '../../src/io/geojson/readGeoJson.ts';
import { writePlan } from '../../src/io/geojson/writePlan.ts';

const STEPS = ['read', 'check', 'coverage', 'propose', 'command', 'write'] as const;
type Run = Record<(typeof STEPS)[number], number>;

for (const [communities, perKind, runs] of [[1200, 2, 9], [20000, 24, 3]] as const) bench(communities, perKind, runs);

function bench(communities: number, perKind: number, runs: number): void {
  const city = generateCity({ communities, seed: 7 });
  const bytes = cityBytes(plantDefects(city, { seed: 7, perKind }));
  const first = run(bytes);
  const all = Array.from({ length: runs }, () => run(bytes).times);
  const middle = Object.fromEntries(STEPS.map((step) => [step, all.map((times) => times[step]).sort((p, q) => p - q)[runs >> 1]!])) as Run;
  console.log(`${communities} communities, ${(bytes.length / 1024 / 1024).toFixed(1)} MB, ${first.defects} defects, ${first.untouched} of ${first.units} as read, ${first.errors} errors left`);
  console.log(line('first run', first.times));
  console.log(line(`median of ${runs}`, middle));
}

function run(bytes: Uint8Array): { times: Run; defects: number; untouched: number; units: number; errors: number } {
  const times = {} as Run;
  const timed = <T>(step: keyof Run, work: () => T): T => {
    const started = performance.now();
    const result = work();
    times[step] = performance.now() - started;
    return result;
  };
  const source = timed('read', () => finish(readGeoJson('city.geojson', bytes, { maxBytes: 2e9 })).source!);
  const check = timed('check', () => finish(checkCoverage({ units: source.layer, parent: null })));
  const coverage = timed('coverage', () => finish(buildCoverage({ units: source.layer, parent: null })));
  const plan = openPlan(coverage, source.properties.map((properties) => ({ label: properties.code as string, name: properties.name as string, code: null, role: 'community', groundKind: null, kind: null, subdistrict: null })));
  const proposals = timed('propose', () => proposeRepair(plan, check.defects, { ...DEFAULT_REPAIR_OPTIONS, classes: new Set(DEFECT_CLASSES) }));
  const result = timed('command', () => repair(plan, repairCommandOf(plan, proposals)!));
  if (!result.ok) throw new Error(result.rejection.code);
  const written = timed('write', () => writePlan(result.value, coverage, [{ source, fields: { name: 'name', code: 'code' } }], null));
  return { times, defects: check.defects.length, untouched: written.untouched, units: source.layer.unitCount, errors: proposals.left.filter(({ reason }) => reason !== 'information').length };
}

function line(title: string, times: Run): string {
  const repairMs = times.coverage + times.propose + times.command + times.write;
  return `  ${title}: ${STEPS.map((step) => `${step} ${times[step].toFixed(0)}`).join(' + ')} ms; repair (coverage to file) ${repairMs.toFixed(0)} ms, with the check ${(repairMs + times.check).toFixed(0)} ms`;
}
