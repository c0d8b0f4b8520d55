/** Two revisions side by side: communities, what lies elsewhere, what became of whom. */
import { GROUPS, groupOf } from '../../core/households/owner.ts';
import type { Figures } from '../../core/households/figures.ts';
import { movedParts } from '../../core/households/moved.ts';
import { changedUnits, fateOf, heirsOf } from '../../core/plan/fates.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { holdsSameGround } from '../../core/plan/sameGround.ts';
import type { Comparison, ComparisonRow, MovedPart } from '../planProtocol.ts';
import { overlayOf } from './overlay.ts';
import { communityRow, totalsOf } from './rows.ts';

export interface Side {
  plan: Plan;
  figures: Figures;
}

export function compareSides(base: Plan, a: Side, b: Side, parentSquareMetres: number | null): Comparison {
  const changedA = changedUnits(base, a.plan);
  const changedB = changedUnits(base, b.plan);
  const rows: ComparisonRow[] = [];
  const sameUnit = sameUnits(a.plan, b.plan);
  for (let unit = 0; unit < Math.max(a.plan.units.length, b.plan.units.length); unit++) {
    const both = sameUnit(unit, unit);
    const inA = stands(a.plan, unit) ? communityRow(base, a.plan, a.figures, unit, changedA) : null;
    const inB = stands(b.plan, unit) ? communityRow(base, b.plan, b.figures, unit, changedB) : null;
    const fateA = unit < a.plan.units.length ? fateOf(base, a.plan, unit, changedA) : 'new';
    const fateB = unit < b.plan.units.length ? fateOf(base, b.plan, unit, changedB) : 'new';
    if (both && (inA || inB)) rows.push({ unit, a: inA, b: inB, fateA, fateB, sameGround: holdsSameGround(a.plan, b.plan, unit) });
    else {
      // One number, two communities: each scenario made one of its own.
      if (inA) rows.push({ unit, a: inA, b: null, fateA, fateB: 'abolished', sameGround: false });
      if (inB) rows.push({ unit, a: null, b: inB, fateA: 'abolished', fateB, sameGround: false });
    }
  }
  return {
    rows, moved: moves(a, b, sameUnit),
    totalsA: totalsOf(a.plan, a.figures, parentSquareMetres), totalsB: totalsOf(b.plan, b.figures, parentSquareMetres),
    identities: identitiesOf(a.plan, b.plan),
    overlayA: overlayOf(base, a.plan, changedA), overlayB: overlayOf(base, b.plan, changedB),
  };
}

export function stands(plan: Plan, unit: number): boolean {
  if (unit >= plan.units.length) return false;
  const { role, abolished } = plan.units.get(unit);
  return role === 'community' && !abolished;
}

/** Created communities of two scenarios may have one number: they are one only if one record is both's. */
export function sameUnits(a: Plan, b: Plan): (p: number, q: number) => boolean {
  return (p, q) => {
    if (p !== q) return false;
    if (p < 0 || p >= a.units.length || q >= b.units.length) return true;
    const one = a.units.get(p);
    const other = b.units.get(q);
    return one.source !== null || one === other || (one.id === other.id && one.name === other.name);
  };
}

function moves(a: Side, b: Side, same: (p: number, q: number) => boolean): MovedPart[] {
  const name = (plan: Plan, owner: number): string | null => {
    if (owner >= 0) return plan.units.get(owner).name;
    const group = groupOf(owner);
    return group === null || group === 'outside' ? null : group;
  };
  return movedParts(a.figures, b.figures, same)
    .filter(({ from, to }) => GROUPS[-1 - from] !== 'outside' && GROUPS[-1 - to] !== 'outside')
    .map(({ name: atom, kind, unit, from, to, households, people, estimatedShare }) => ({
      atom: kind === 'remainder' ? (unit === null ? null : a.plan.units.get(unit).name) : atom,
      kind, from: name(a.plan, from), to: name(b.plan, to), households, people, estimatedShare,
    }))
    .sort((p, q) => q.households - p.households || q.people - p.people);
}

export function identitiesOf(before: Plan, after: Plan): Comparison['identities'] {
  const changed = changedUnits(before, after);
  const table: Comparison['identities'] = [];
  for (let unit = 0; unit < before.units.length; unit++) {
    const { id, name, code, role, abolished } = before.units.get(unit);
    if (role !== 'community' || abolished) continue;
    const fate = fateOf(before, after, unit, changed);
    const heirs = fate === 'unchanged' ? [unit] : heirsOf(after, unit);
    const into = heirs.map((heir) => {
      const { id: newId, name: newName, code: newCode } = after.units.get(heir);
      return { id: newId, name: newName, code: newCode };
    });
    table.push({ oldId: id, oldName: name, oldCode: code, fate, into });
  }
  return table;
}
