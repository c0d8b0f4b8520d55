/** `sizhi repair`: settles gaps, overlaps and overhangs of a boundary file, and proves it by a check of what it wrote. */
import { writeFileSync } from 'node:fs';
import { applyAcceptances } from '../core/coverage/accept.ts';
import { buildCoverage } from '../core/coverage/build.ts';
import { checkCoverage } from '../core/coverage/check.ts';
import type { Defect } from '../core/coverage/defect.ts';
import { repair } from '../core/plan/commands/repair.ts';
import { openPlan } from '../core/plan/open.ts';
import type { Plan } from '../core/plan/plan.ts';
import { proposeRepair, repairCommandOf, type RepairProposals } from '../core/plan/repair/propose.ts';
import { finish } from '../core/progress.ts';
import { translator } from '../i18n/index.ts';
import { concatLayers } from '../io/concatLayers.ts';
import { columnsOf } from '../io/columns.ts';
import { datumProblems } from '../io/datumCheck.ts';
import { guessFields, type FieldMap } from '../io/fields.ts';
import { readGeoJson } from '../io/geojson/readGeoJson.ts';
import { writePlan } from '../io/geojson/writePlan.ts';
import type { SourceLayer } from '../io/sourceLayer.ts';
import { describeProblem } from './describe.ts';
import { ExitCode, UsageError } from './exit.ts';
import { readLayer } from './files.ts';
import { planUnits } from './planUnits.ts';
import { printRepair, type PrintedRepair } from './printRepair.ts';
import { repairOptions, type RepairCall } from './repairOptions.ts';

export function repairCommand(argv: string[]): ExitCode {
  const call = repairOptions(argv);
  const t = translator(call.language);
  const started = performance.now();
  const main = readLayer(call.file).source;
  const declared = call.declared === undefined ? null : readLayer(call.declared).source;
  const parent = call.parent === undefined ? null : readLayer(call.parent).source;
  const sources = [main, ...(declared ? [declared] : [])].map((source) => ({ source, fields: fieldsIn(source, call.fields) }));
  const readMs = performance.now() - started;

  const layer = concatLayers(sources.map(({ source }) => source.layer));
  const before = finish(checkCoverage({ units: layer, parent: parent?.layer ?? null }));
  const units = sources.flatMap(({ source, fields }, k) => planUnits(source, fields, k === 0 ? 'community' : 'declared'));
  const coverage = finish(buildCoverage({ units: layer, parent: parent?.layer ?? null, subdistrictOf: (unit) => units[unit]?.subdistrict ?? null }));
  const plan = openPlan(coverage, units);
  const decided = applyAcceptances(before.defects, call.acceptances);
  const proposals = proposeRepair(plan, before.defects, {
    rule: call.rule, classes: call.classes, maxWidthMetres: call.maxWidthMetres, choices: choicesIn(plan, call),
    accepted: new Set(decided.decided.filter(({ state }) => state !== 'open').map(({ defect }) => defect.id)),
  });
  const repaired = carriedOut(plan, proposals);
  const written = writePlan(repaired, coverage, sources, parent?.layer ?? null);
  writeFileSync(call.out, written.files[0]!.bytes);
  const repairMs = performance.now() - started - readMs;

  // The proof is of the bytes, not of what was meant to be written.
  const again = written.files.map(({ fileName, bytes }) => finish(readGeoJson(fileName, bytes, { maxBytes: 2_000_000_000 })).source!.layer);
  const after = finish(checkCoverage({ units: concatLayers(again), parent: parent?.layer ?? null }));
  const accepted = applyAcceptances(after.defects, call.acceptances).decided;
  const count = (severity: Defect['severity']) => accepted.filter((item) => item.severity === severity).length;
  const outcome: PrintedRepair = {
    units: Array.from({ length: plan.units.length }, (_, unit) => plan.units.get(unit).id),
    proposals, written, before, after, errors: count('error'), warnings: count('warning'), t, call, timing: { readMs, repairMs },
  };
  const problems = [...sources.flatMap(({ source }) => source.problems), ...(parent?.problems ?? []), ...(parent ? datumProblems(main, parent) : [])];
  for (const problem of problems) process.stderr.write(`${describeProblem(problem, t)}\n`);
  for (const { defectId } of decided.stale) process.stderr.write(`${t('cli.staleDecision', { found: defectId })}\n`);
  if (written.files.length > 1 && written.files[1]!.bytes !== declared!.bytes) process.stderr.write(`${t('cli.declaredChanged', { found: call.declared ?? '' })}\n`);
  if (call.json) process.stdout.write(`${JSON.stringify(asJson(outcome, repaired))}\n`);
  else printRepair(outcome);
  return outcome.errors > 0 ? ExitCode.found : ExitCode.clean;
}

function fieldsIn(source: SourceLayer, given: FieldMap): FieldMap {
  return { ...guessFields(columnsOf(source.properties)), ...given };
}

function choicesIn({ units }: Plan, { choices }: RepairCall): Map<string, number | null> {
  const byLabel = new Map<string, number>();
  let index = 0;
  for (const { id, name } of units) {
    byLabel.set(id, index);
    if (!byLabel.has(name)) byLabel.set(name, index);
    index++;
  }
  return new Map([...choices].map(([defect, to]) => {
    const unit = to === null ? null : byLabel.get(to);
    if (unit === undefined) throw new UsageError(`--decisions: ${defect}: found ${to ?? ''}, expected a code or name of the file`);
    return [defect, unit];
  }));
}

function carriedOut(plan: Plan, proposals: RepairProposals): Plan {
  const command = repairCommandOf(plan, proposals);
  if (command === null) return plan;
  const result = repair(plan, command);
  if (result.ok) return result.value;
  // Nothing to change is a proper outcome; any other refusal of an own proposal is a fault of the program.
  if (result.rejection.code === 'nothingChanges') return plan;
  throw new Error(`The repair was refused: ${JSON.stringify(result.rejection)}`);
}

function asJson({ units, proposals, written, before, after, errors, warnings, timing }: PrintedRepair, plan: Plan) {
  const label = (unit: number | null) => (unit === null ? null : units[unit]!);
  const areaOf = (faces: Iterable<number>) => [...faces].reduce((sum, face) => sum + plan.coverage.faces.get(face)!.areaSquareMetres, 0);
  const open = (several: boolean) => plan.coverage.unsettled.filter((face) => {
    const { claimants, inParent } = plan.coverage.faces.get(face)!;
    return inParent && (several ? claimants.length > 1 : claimants.length === 0);
  });
  return {
    repaired: proposals.repaired.map(({ defect, to, reason, addsPieces }) => ({ defect, to: label(to), reason, ...(addsPieces && { addsPieces }) })),
    left: proposals.left,
    unitsChanged: written.changed,
    unitsUntouched: written.untouched,
    areaBeforeSquareMetres: before.totals.unitsSquareMetres,
    areaAfterSquareMetres: after.totals.unitsSquareMetres,
    check: { errors, warnings, defects: after.defects.map(({ id, class: name, severity, units: involved }) => ({ id, class: name, severity, units: involved.map(label) })) },
    proof: {
      parentSquareMetres: after.totals.parentSquareMetres, gapSquareMetres: after.totals.gapSquareMetres,
      overlapSquareMetres: after.totals.overlapSquareMetres, beyondSquareMetres: after.totals.beyondSquareMetres,
      contestedSquareMetres: areaOf(open(true)), unassignedSquareMetres: areaOf(open(false)),
    },
    areas: changedAreas(before.unitAreas, after.unitAreas).map((unit) => ({ unit: label(unit), beforeSquareMetres: before.unitAreas[unit], afterSquareMetres: after.unitAreas[unit] })),
    verticesInserted: written.inserted.map(({ unit, positions }) => ({ unit: label(unit), positions })),
    timing,
  };
}

/** Areas are sums of doubles: the last digits say nothing. */
function changedAreas(before: Float64Array, after: Float64Array): number[] {
  return [...before.keys()].filter((unit) => Math.abs(before[unit]! - after[unit]!) > 0.001);
}
