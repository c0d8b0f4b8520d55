/**
 * What the page has been told of the communities, kept so that a step costs what it touches: only rows, departures and cut
 * compounds of what differs from the plan told last are made anew.
 */
import { halvesOf, leftFace, OUTSIDE_FACE, type Coverage } from '../../core/coverage/coverage.ts';
import { PagedArray } from '../../core/pagedArray.ts';
import type { Figures } from '../../core/households/figures.ts';
import { departuresOf, type Departure, type Surroundings } from '../../core/plan/departures.ts';
import type { LineageEvent, Plan } from '../../core/plan/plan.ts';
import type { PlanFinding, RowNews } from '../planProtocol.ts';
import { communityRow } from './rows.ts';
import { cutCompounds, findingOf } from './sides.ts';

export class PlanMirror {
  private told: { plan: Plan; figures: Figures } | null = null;
  private serial = 0;
  private readonly departures = new Map<number, Departure[]>();
  private readonly cut = new Map<number, PlanFinding>();

  constructor(private readonly base: Plan, private readonly surroundings: Surroundings) {}

  /** All is told again next time. */
  forget(): void {
    this.told = null;
  }

  /** `changed`: units that differ from the base. */
  tell(plan: Plan, figures: Figures, changed: ReadonlySet<number>): { rows: RowNews; findings: PlanFinding[] } {
    const before = this.told;
    const units = before ? differingUnits(before, { plan, figures }) : new Set(range(plan.units.length));
    this.lookAt(plan, before ? [...withNeighbours(before.plan.coverage, plan.coverage, units)] : range(plan.units.length));
    const atoms = before ? PagedArray.differences(before.figures.parts, figures.parts).filter((bearer) => bearer < figures.ledger.atoms.length) : [...figures.ledger.atoms.keys()];
    for (const atom of atoms) this.cut.delete(atom);
    for (const { atom, finding } of cutCompounds(plan, figures, atoms)) this.cut.set(atom, finding);
    this.told = { plan, figures };
    const stands = (unit: number) => unit < plan.units.length && plan.units.get(unit).role === 'community' && !plan.units.get(unit).abolished;
    const all = [...units].sort((p, q) => p - q);
    return {
      rows: {
        serial: ++this.serial, whole: before === null,
        changed: all.filter(stands).map((unit) => communityRow(this.base, plan, figures, unit, changed)), gone: all.filter((unit) => !stands(unit)),
      },
      findings: this.findings(plan, figures),
    };
  }

  private lookAt(plan: Plan, units: readonly number[]): void {
    for (const unit of units) {
      const found = unit < plan.units.length ? departuresOf(plan, unit, this.surroundings) : [];
      if (found.length > 0) this.departures.set(unit, found);
      else this.departures.delete(unit);
    }
  }

  private findings(plan: Plan, figures: Figures): PlanFinding[] {
    const departures = [...this.departures].sort(([p], [q]) => p - q).flatMap(([, list]) => list);
    const cut = [...this.cut].sort(([p], [q]) => p - q).map(([, finding]) => finding);
    return [...departures.map((departure) => findingOf(plan, figures, departure)), ...cut];
  }
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, k) => k);
}

function differingUnits(before: { plan: Plan; figures: Figures }, after: { plan: Plan; figures: Figures }): Set<number> {
  const units = new Set([
    ...PagedArray.differences(before.plan.units, after.plan.units), ...PagedArray.differences(before.figures.tallies, after.figures.tallies),
    ...PagedArray.differences(before.plan.coverage.facesOf, after.plan.coverage.facesOf),
  ]);
  // What the books say of a community is part of its row.
  const one = new Set<LineageEvent>(before.plan.lineage);
  const other = new Set<LineageEvent>(after.plan.lineage);
  for (const event of [...one, ...other]) if (!one.has(event) || !other.has(event)) for (const unit of [...event.from, ...event.to]) units.add(unit);
  return units;
}

/** A community may become an enclave by its neighbour's move. */
function withNeighbours(before: Coverage, after: Coverage, units: ReadonlySet<number>): Set<number> {
  const near = new Set(units);
  for (const coverage of [before, after]) {
    for (const unit of units) {
      for (const face of unit < coverage.facesOf.length ? coverage.facesOf.get(unit) : []) {
        for (const half of halvesOf(coverage, face)) {
          const across = leftFace(coverage, half ^ 1);
          if (across !== OUTSIDE_FACE) for (const each of coverage.faces.get(across)!.claimants) near.add(each);
        }
      }
    }
  }
  return near;
}
