/**
 * How the defects of a plan would be settled: who takes which face and why, whose outline gets vertices that its neighbours
 * have, and what is left to a person. Nothing is changed here; `repairCommandOf` makes the command.
 *
 * No unit is ever left without ground: what would empty one is left as it was.
 */
import type { Defect, DefectClass } from '../../coverage/defect.ts';
import { DEFECT_CLASSES } from '../../coverage/defect.ts';
import { faceOf } from '../../coverage/coverage.ts';
import { placeOf } from '../../coverage/insidePoint.ts';
import type { Command } from '../command.ts';
import type { Plan } from '../plan.ts';
import { badFaces, claimsOfUnits, homesOf } from './badFaces.ts';
import type { Candidate } from './candidates.ts';
import { Ground } from './ground.ts';
import { groupFaces, type PlacedFace, type RepairGroup } from './groups.ts';
import type { LeftReason, RepairReason, RepairRule } from './reasons.ts';
import { relationsOf, type Relations } from './relations.ts';
import { settleFaces, type OpenFace } from './settle.ts';

/** Near-matches may be the survey's own accuracy: they are settled only when asked for. */
export const DEFAULT_REPAIR_CLASSES: readonly DefectClass[] = DEFECT_CLASSES.filter((name) => name !== 'N1');

export interface RepairOptions {
  rule: RepairRule;
  /** All defects of these classes. */
  classes: ReadonlySet<DefectClass>;
  /** Wider ones are left; null: no limit. */
  maxWidthMetres: number | null;
  /** Defects named one by one, whatever their class and width, with the unit that shall take them; null: as proposed. */
  choices: ReadonlyMap<string, number | null>;
  /** Ids of defects that someone has answered for. */
  accepted: ReadonlySet<string>;
}

export const DEFAULT_REPAIR_OPTIONS: RepairOptions = {
  rule: 'longest-border', classes: new Set(DEFAULT_REPAIR_CLASSES), maxWidthMetres: null, choices: new Map(), accepted: new Set(),
};

/** A defect, or a crumb of rounding that no defect stands for (`F-…`), and what would become of it. */
export interface RepairProposal {
  defect: string;
  class: DefectClass;
  /** Who could take its ground, the one proposed first; empty where no ground changes hands. */
  choices: Candidate[];
  left: LeftReason | null;
  faces: number;
}

export interface RepairProposals {
  proposals: RepairProposal[];
  repaired: { defect: string; to: number | null; reason: RepairReason; addsPieces: boolean }[];
  left: { defect: string; reason: LeftReason }[];
  /** Ground that changes hands. */
  gifts: { defect: string; face: PlacedFace; to: number | null }[];
  /** Units whose outline is written anew, ascending. */
  match: number[];
}

/** `defects`: of the check of this plan, with the plan's unit indices. */
export function proposeRepair(plan: Plan, defects: readonly Defect[], options: RepairOptions = DEFAULT_REPAIR_OPTIONS): RepairProposals {
  const { coverage, units } = plan;
  const homes = homesOf(coverage, units.length);
  const claims = claimsOfUnits(coverage, units.length);
  const relations = relationsOf(coverage, claims);
  const groups = groupFaces(coverage, defects, badFaces(coverage, homes));
  const frozen = new Map<RepairGroup, LeftReason>();
  for (const group of groups) {
    const reason = groupLeft(group, options, claims);
    if (reason !== null) frozen.set(group, reason);
  }
  for (;;) {
    const open: OpenFace[] = [];
    const leftFaces = new Map<number, LeftReason>();
    groups.forEach((group, index) => {
      if (frozen.has(group)) return;
      const shifted = group.class === 'D1' ? group.defect!.units[0]! : null;
      for (const face of group.faces) {
        const reason = faceLeft(plan, face, relations);
        if (reason !== null) leftFaces.set(face.face, reason);
        else open.push({ ...face, group: index, chosen: options.choices.get(group.id) ?? null, shifted });
      }
    });
    const ground = new Ground(coverage, claims);
    const settled = settleFaces(open, {
      rule: options.rule, ground, relations, homes,
      isLocked: (unit) => units.get(unit).locked, isDeclared: (unit) => units.get(unit).role === 'declared',
    });
    const emptied = emptiedGroups(plan, groups, claims, ground, relations);
    if (emptied.size === 0) return assemble(plan, groups, frozen, leftFaces, settled, options);
    for (const [group, reason] of emptied) frozen.set(group, reason);
  }
}

/** The command that does what is proposed; null when that is nothing. */
export function repairCommandOf(plan: Plan, { gifts, match }: RepairProposals): Extract<Command, { type: 'repair' }> | null {
  if (gifts.length === 0 && match.length === 0) return null;
  const idOf = (unit: number) => plan.units.get(unit).id;
  return {
    type: 'repair',
    faces: gifts.map(({ defect, face, to }) => ({ at: placeOf(face.place), to: to === null ? null : idOf(to), defect })),
    match: match.map(idOf),
  };
}

/** Outlines that are written anew from their faces: that alone settles these. */
const MATCHED: ReadonlySet<DefectClass> = new Set<DefectClass>(['N1', 'N2', 'N3', 'S1', 'S2', 'S3', 'S4', 'S5']);

function groupLeft({ id, defect, class: name, widthMetres }: RepairGroup, options: RepairOptions, claims: readonly (readonly number[])[]): LeftReason | null {
  if (options.accepted.has(id)) return 'accepted';
  if (name === 'P1' || defect?.severity === 'information') return 'information';
  if (!options.choices.has(id)) {
    if (!options.classes.has(name)) return 'classNotChosen';
    if (options.maxWidthMetres !== null && widthMetres !== null && widthMetres > options.maxWidthMetres) return 'tooWide';
  }
  if (defect?.detail === 'layerShifted') return 'shiftedLayer';
  if (MATCHED.has(name) && defect?.units.some((unit) => claims[unit]!.length === 0)) return 'collapsed';
  return null;
}

function faceLeft({ coverage }: Plan, { face, kind }: PlacedFace, relations: Relations): LeftReason | null {
  if (kind !== 'overlap') return null;
  const { claimants } = faceOf(coverage, face);
  if (claimants.some((a) => claimants.some((b) => a !== b && relations.areDuplicates(a, b)))) return 'duplicate';
  return claimants.some((unit) => relations.isCovered(unit)) ? 'covered' : null;
}

/** Less than this of its ground, and a unit has been emptied. */
const LEAST_SHARE = 0.02;

/** Groups that took a unit's last ground. */
function emptiedGroups(plan: Plan, groups: readonly RepairGroup[], claims: readonly (readonly number[])[], ground: Ground, relations: Relations): Map<RepairGroup, LeftReason> {
  const area = (faces: Iterable<number>) => [...faces].reduce((sum, face) => sum + faceOf(plan.coverage, face).areaSquareMetres, 0);
  const reasons = new Map<number, LeftReason>();
  claims.forEach((faces, unit) => {
    const now = ground.claimsOf(unit);
    if (faces.length === 0 || faces.every((face) => now.has(face)) || area(now) > LEAST_SHARE * relations.areaOf(unit)) return;
    const beyond = area(faces.filter((face) => !faceOf(plan.coverage, face).inParent));
    reasons.set(unit, beyond > relations.areaOf(unit) / 2 ? 'collapsed' : 'covered');
  });
  const found = new Map<RepairGroup, LeftReason>();
  if (reasons.size === 0) return found;
  for (const group of groups) {
    for (const { face } of group.faces) {
      const loser = faceOf(plan.coverage, face).claimants.find((unit) => reasons.has(unit) && !ground.claimsOf(unit).has(face));
      if (loser !== undefined) found.set(group, reasons.get(loser)!);
    }
  }
  return found;
}

function assemble(
  plan: Plan, groups: readonly RepairGroup[], frozen: ReadonlyMap<RepairGroup, LeftReason>, leftFaces: ReadonlyMap<number, LeftReason>,
  settled: ReturnType<typeof settleFaces>, options: RepairOptions,
): RepairProposals {
  const result: RepairProposals = { proposals: [], repaired: [], left: [], gifts: [], match: [] };
  const match = new Set<number>();
  const known = new Set(groups.map(({ id }) => id));
  for (const id of options.choices.keys()) if (!known.has(id)) result.left.push({ defect: id, reason: 'notFound' });
  for (const group of groups) {
    const choices = new Map<number | null, Candidate>();
    const reasons = new Set<LeftReason>();
    const takers = new Map<number | null, Candidate>();
    const stays = frozen.get(group);
    if (stays !== undefined) reasons.add(stays);
    else {
      for (const face of group.faces) {
        const found = settled.get(face.face);
        const why = leftFaces.get(face.face) ?? (found && 'left' in found ? found.left : null);
        if (why !== null || !found || 'left' in found) {
          reasons.add(why ?? 'noNeighbour');
          continue;
        }
        const [first] = found.candidates;
        takers.set(first!.to, takers.get(first!.to) ?? first!);
        result.gifts.push({ defect: group.id, face, to: first!.to });
        for (const candidate of found.candidates) {
          const before = choices.get(candidate.to);
          choices.set(candidate.to, before ? { ...before, sharedMetres: before.sharedMetres + candidate.sharedMetres, addsPieces: before.addsPieces || candidate.addsPieces } : candidate);
        }
      }
      const wanted = options.choices.get(group.id);
      if (typeof wanted === 'number' && group.faces.length > 0 && !takers.has(wanted)) reasons.add('noNeighbour');
      if (MATCHED.has(group.class) && group.defect) {
        const { units } = group.defect;
        if (units.some((unit) => plan.units.get(unit).locked)) reasons.add('locked');
        else for (const unit of units) match.add(unit);
      }
    }
    for (const { to, reason, addsPieces } of takers.values()) result.repaired.push({ defect: group.id, to, reason, addsPieces });
    const [left] = reasons;
    if (left !== undefined) result.left.push({ defect: group.id, reason: left });
    else if (takers.size === 0) result.repaired.push({ defect: group.id, to: group.defect?.units[0] ?? null, reason: 'matched', addsPieces: false });
    result.proposals.push({ defect: group.id, class: group.class, choices: [...choices.values()], left: left ?? null, faces: group.faces.length });
  }
  result.match = [...match].sort((p, q) => p - q);
  return result;
}
