/**
 * Plan, figures and what files and tables say → the facts that the rules ask for: the one way for page, worker and command line.
 *
 *     const facts = openFacts(plan, figures, { base, zones, parents }, given);          // once
 *     const next = updateFacts(facts, editedPlan, updateFigures(figures, editedPlan));  // after an edit, a draft, a switch of scenario
 *     assessPlan(next.communities, profile, context);
 *
 * `updateFacts` keeps the very same objects for communities that the edit does not touch, so `assessPlan` does not work them out again.
 * Both plans must stand on the same files: same base, same ledger.
 */
import type { Coverage } from '../coverage/coverage.ts';
import type { Figures } from '../households/figures.ts';
import { figuresOfUnit } from '../households/read.ts';
import { PagedArray } from '../pagedArray.ts';
import { departuresOf } from '../plan/departures.ts';
import type { LineageEvent, Plan } from '../plan/plan.ts';
import { known, UNKNOWN } from '../rules/fact.ts';
import { communityFacts, type CommunityFacts, type GivenFacts } from '../rules/facts.ts';
import { countFact, cutCounts, updateCuts, type CutCounts } from './counts.ts';
import { districtCount, groundOf, subdistrictCount, zoneFacts } from './ground.ts';
import { inherited, standing, type GivenById } from './inherit.ts';
import { givenInScenario, unitsGivenOtherwise } from './inScenario.ts';
import type { FactZone } from './zones.ts';

export type { GivenById } from './inherit.ts';
export type { FactZone } from './zones.ts';

/** What is loaded beside the plan. */
export interface FactSetting {
  /** The plan as the files have it. */
  readonly base: Plan;
  /** Null: no zones were loaded; what the files say in their own column stands. */
  readonly zones: readonly FactZone[] | null;
  /** Names of the parent's polygons where it has several, by index (`Surroundings.parents`). */
  readonly parents: readonly string[];
}

export interface PlanFacts {
  readonly plan: Plan;
  readonly figures: Figures;
  readonly setting: FactSetting;
  readonly given: GivenById;
  /** Of every community that stands, by unit, ascending. */
  readonly byUnit: ReadonlyMap<number, CommunityFacts>;
  /** The same as a list. */
  readonly communities: readonly CommunityFacts[];
  readonly cuts: CutCounts;
}

/** `given` by id of the unit: of the files' rows, overlaid by tables; households and people of the files are in the figures already. */
export function openFacts(plan: Plan, figures: Figures, setting: FactSetting, given: GivenById): PlanFacts {
  const cuts = cutCounts(figures);
  const byUnit = new Map<number, CommunityFacts>();
  for (let unit = 0; unit < plan.units.length; unit++) if (standing(plan.units.get(unit))) byUnit.set(unit, factsOf(unit, { plan, figures, setting, given, cuts }));
  return { plan, figures, setting, given, byUnit, communities: [...byUnit.values()], cuts };
}

/** Costs what the edit touched. The same value where nothing differs. */
export function updateFacts(before: PlanFacts, plan: Plan, figures: Figures): PlanFacts {
  const { setting, given } = before;
  const cuts = updateCuts(before.cuts, before.figures, figures);
  const touched = touchedUnits(before, { plan, figures, cuts });
  if (touched.size === 0) return before.plan === plan && before.figures === figures ? before : { ...before, plan, figures, cuts };
  const byUnit = new Map(before.byUnit);
  let isNew = false;
  for (const unit of touched) {
    isNew ||= !byUnit.has(unit);
    if (unit < plan.units.length && standing(plan.units.get(unit))) byUnit.set(unit, factsOf(unit, { plan, figures, setting, given, cuts }));
    else byUnit.delete(unit);
  }
  const ordered = isNew ? new Map([...byUnit].sort(([p], [q]) => p - q)) : byUnit;
  return { plan, figures, setting, given, byUnit: ordered, communities: [...ordered.values()], cuts };
}

/** Other figures from tables: only communities whose own or whose forebears' differ are made anew. */
export function withGiven(before: PlanFacts, given: GivenById): PlanFacts {
  const { plan, figures, setting, cuts } = before;
  const differing = new Set([...plan.units].flatMap(({ id }, unit) => (given.get(id) === before.given.get(id) ? [] : [unit])));
  if (differing.size === 0) return { ...before, given };
  const byUnit = new Map([...before.byUnit].map(([unit, facts]) => [unit, dependsOn(plan, unit, differing) ? factsOf(unit, { plan, figures, setting, given, cuts }) : facts]));
  return { plan, figures, setting, given, byUnit, communities: [...byUnit.values()], cuts };
}

/** All at once, or of some communities by id: for a single report. */
export function planFacts(plan: Plan, figures: Figures, setting: FactSetting, given: GivenById, ids?: ReadonlySet<string>): CommunityFacts[] {
  const cuts = cutCounts(figures);
  return [...plan.units].flatMap((record, unit) => (standing(record) && (ids === undefined || ids.has(record.id)) ? [factsOf(unit, { plan, figures, setting, given, cuts })] : []));
}

type Known = Pick<PlanFacts, 'plan' | 'figures' | 'setting' | 'given' | 'cuts'>;

function factsOf(unit: number, { plan, figures, setting, given, cuts }: Known): CommunityFacts {
  const { base, zones, parents } = setting;
  const { id, name } = plan.units.get(unit);
  const ground = groundOf(plan, unit, zones);
  const departures = departuresOf(plan, unit, { zones: zones ?? [], parents });
  const carried = inherited({ plan, base, unit, ground }, given);
  const crossed = new Set(departures.flatMap(({ kind, subject }) => (kind === 'crossesZone' && subject !== null ? [subject] : [])));
  const hasGround = ground.areaSquareMetres > 0;
  const stated = given.get(id) ?? carried;
  const geometry: GivenFacts = {
    households: countFact(figures, unit, 'households', ground, stated),
    people: countFact(figures, unit, 'people', ground, stated),
    areaSquareMetres: known(figuresOfUnit(figures, unit).areaSquareMetres, { source: 'plan' }),
    pieces: hasGround ? known(1 + (departures.find(({ kind }) => kind === 'pieces')?.apart.length ?? 0), { source: 'plan' }) : UNKNOWN,
    piecesDeclared: known(plan.exceptions.some(({ kind, units }) => kind === 'pieces' && units.includes(unit)), { source: 'plan' }),
    contestedSquareMetres: known(contestedArea(plan.coverage, unit), { source: 'plan' }),
    subdistricts: hasGround ? subdistrictCount(ground, parents, plan) : UNKNOWN,
    districts: hasGround ? districtCount(ground, (origin) => textOf(given.get(plan.units.get(origin).id)?.district)) : UNKNOWN,
    cutCompounds: cuts === null ? UNKNOWN : known(cuts.get(unit) ?? 0, { source: 'plan' }),
    ...zoneFacts(ground, zones, crossed),
  };
  return communityFacts(id, name, { ...carried, ...geometry, ...givenInScenario(plan, unit) });
}

function textOf(value: GivenFacts['district']): string | null {
  return value === undefined || value === null ? null : typeof value === 'string' ? value : value.value;
}

function contestedArea({ unsettled, faces }: Coverage, unit: number): number {
  let area = 0;
  for (const id of unsettled) {
    const { claimants, areaSquareMetres } = faces.get(id)!;
    if (claimants.length > 1 && claimants.includes(unit)) area += areaSquareMetres;
  }
  return area;
}

/** Units whose facts may be others now. */
function touchedUnits(before: PlanFacts, after: Pick<PlanFacts, 'plan' | 'figures' | 'cuts'>): Set<number> {
  const [was, is] = [before.plan, after.plan];
  const units = new Set([
    ...PagedArray.differences(was.units, is.units), ...PagedArray.differences(before.figures.tallies, after.figures.tallies),
    ...PagedArray.differences(was.coverage.facesOf, is.coverage.facesOf),
  ]);
  for (const unit of unitsGivenOtherwise(was, is)) units.add(unit);
  for (const event of difference<LineageEvent>(was.lineage, is.lineage)) for (const unit of [...event.from, ...event.to]) units.add(unit);
  for (const exception of difference(was.exceptions, is.exceptions)) for (const unit of exception.units) units.add(unit);
  for (const [one, other] of [[was.coverage, is.coverage], [is.coverage, was.coverage]] as const) {
    for (const id of one.unsettled) {
      const face = one.faces.get(id)!;
      if (id < other.faces.length && other.faces.get(id) === face) continue;
      for (const unit of face.claimants) units.add(unit);
    }
  }
  if (before.cuts !== after.cuts) for (const [one, other] of [[before.cuts, after.cuts], [after.cuts, before.cuts]]) {
    for (const [unit, count] of one ?? []) if ((other?.get(unit) ?? 0) !== count) units.add(unit);
  }
  return units;
}

function difference<T>(one: readonly T[], other: readonly T[]): T[] {
  if (one === other) return [];
  const [a, b] = [new Set(one), new Set(other)];
  return [...one.filter((each) => !b.has(each)), ...other.filter((each) => !a.has(each))];
}

/** Whether a community's facts rest on what is given of any of these units: its own, its ground's, those merged into it. */
function dependsOn({ coverage, lineage }: Plan, unit: number, units: ReadonlySet<number>): boolean {
  if (units.has(unit)) return true;
  if (lineage.some(({ to, from }) => to.includes(unit) && from.length > 0)) return true;
  return coverage.facesOf.get(unit).some((face) => coverage.faces.get(face)!.base.some((origin) => units.has(origin)));
}
