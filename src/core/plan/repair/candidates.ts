/** Who could take a face, best first, and why; or that it must wait for its neighbours, or is left to a person. */
import { faceOf } from '../../coverage/coverage.ts';
import type { BadFace } from './badFaces.ts';
import type { Ground } from './ground.ts';
import type { LeftReason, RepairReason, RepairRule } from './reasons.ts';
import type { Relations } from './relations.ts';

export interface Candidate {
  /** Unit index; null: nobody. */
  to: number | null;
  reason: RepairReason;
  sharedMetres: number;
  /** Whoever loses the face falls into more pieces than before. */
  addsPieces: boolean;
}

export interface Sides {
  rule: RepairRule;
  ground: Ground;
  relations: Relations;
  /** Parent polygon in which each unit is at home; empty: one or none. */
  homes: readonly number[];
  isLocked: (unit: number) => boolean;
  isDeclared: (unit: number) => boolean;
}

export type Candidates = Candidate[] | 'wait' | LeftReason;

/** `patient`: wait while a face beside it is still open. `chosen`: a person's choice. `shifted`: the unit that lies displaced. */
export function candidatesOf(bad: BadFace, sides: Sides, patient: boolean, chosen: number | null, shifted: number | null): Candidates {
  const { ground } = sides;
  const claimants = ground.claimants(bad.face);
  if (bad.kind === 'beyond') {
    if (claimants.some(sides.isLocked)) return 'locked';
    return [{ to: null, reason: 'parentLine', sharedMetres: 0, addsPieces: false }];
  }
  const takers = bad.kind === 'overlap' ? overlapTakers(bad.face, sides, patient) : neighbourTakers(bad, sides, patient, shifted);
  if (typeof takers === 'string') return takers;
  if (chosen !== null) {
    const wanted = takers.findIndex(({ to }) => to === chosen);
    if (wanted >= 0) return [{ ...takers[wanted]!, reason: 'chosen' }, ...takers.filter((_, k) => k !== wanted)];
    if (patient && ground.borders(bad.face).open.size > 0) return 'wait';
  }
  if (shifted === null) return takers;
  // Its neighbours' lines stand: it gives what lies on them and takes what they leave.
  const best = takers.findIndex(({ to }) => (bad.kind === 'overlap' ? to !== shifted : to === shifted));
  return best < 0 ? takers : [{ ...takers[best]!, reason: 'neighboursLines' }, ...takers.filter((_, k) => k !== best)];
}

function overlapTakers(face: number, sides: Sides, patient: boolean): Candidates {
  const { ground, relations } = sides;
  const claimants = ground.claimants(face);
  const { metres, open } = ground.borders(face);
  const of = (to: number, reason: RepairReason): Candidate => ({
    to, reason, sharedMetres: metres.get(to) ?? 0,
    addsPieces: claimants.some((loser) => loser !== to && ground.addsPieces(loser, face)),
  });
  const locked = claimants.filter(sides.isLocked);
  if (locked.length > 1) return 'locked';
  if (locked.length === 1) return [of(locked[0]!, 'lockedKeeps')];
  const within = claimants.filter((unit) => claimants.some((other) => other !== unit && relations.isWithin(unit, other)))
    .sort((p, q) => relations.areaOf(p) - relations.areaOf(q) || p - q);
  if (within.length > 0) {
    return [of(within[0]!, 'containedKeeps'), ...claimants.filter((unit) => unit !== within[0]).map((unit) => of(unit, ruleReason(sides.rule)))];
  }
  const touching = claimants.filter((unit) => metres.has(unit));
  if (touching.length > 0) return inOrder(touching.map((unit) => of(unit, ruleReason(sides.rule))), face, sides);
  if (patient && open.size > 0) return 'wait';
  // Only contested ground round it: whoever claims more of that.
  for (const [beside, length] of open) {
    for (const unit of ground.claimants(beside)) if (claimants.includes(unit)) metres.set(unit, (metres.get(unit) ?? 0) + length);
  }
  return inOrder(claimants.map((unit) => of(unit, metres.size > 0 ? ruleReason(sides.rule) : 'largest')), face, sides);
}

function neighbourTakers(bad: BadFace, sides: Sides, patient: boolean, shifted: number | null): Candidates {
  const { ground } = sides;
  const { metres, acrossLegal, open } = ground.borders(bad.face);
  const holders = ground.claimants(bad.face);
  if (holders.some(sides.isLocked)) return 'locked';
  const home = faceOf(ground.coverage, bad.face).parent;
  let takers = [...metres.keys()].filter((unit) => !holders.includes(unit) && (bad.kind !== 'foreign' || sides.homes[unit] === home));
  const anyLocked = takers.some(sides.isLocked);
  takers = takers.filter((unit) => !sides.isLocked(unit));
  const communities = takers.filter((unit) => !sides.isDeclared(unit) || unit === shifted);
  if (communities.length > 0) takers = communities;
  if (takers.length === 0) {
    if (patient && open.size > 0) return 'wait';
    return anyLocked ? 'locked' : acrossLegal.size > 0 ? 'legalLine' : 'noNeighbour';
  }
  const reason: RepairReason = bad.kind === 'foreign' ? 'ownGround' : takers.length === 1 ? 'onlyNeighbour' : ruleReason(sides.rule);
  return inOrder(takers.map((to) => ({ to, reason, sharedMetres: metres.get(to)!, addsPieces: false })), bad.face, sides);
}

/** By the rule; before it whoever leaves the loser whole, and before that whoever is at home in this subdistrict. */
function inOrder(candidates: Candidate[], face: number, { rule, homes, relations, ground }: Sides): Candidate[] {
  const { parent } = faceOf(ground.coverage, face);
  const isAtHome = ({ to }: Candidate) => homes.length === 0 || parent < 0 || homes[to!] === parent;
  const byRule = (p: Candidate, q: Candidate) =>
    (rule === 'largest' ? relations.areaOf(q.to!) - relations.areaOf(p.to!) : rule === 'smallest' ? relations.areaOf(p.to!) - relations.areaOf(q.to!) : 0)
    || q.sharedMetres - p.sharedMetres || relations.areaOf(q.to!) - relations.areaOf(p.to!) || p.to! - q.to!;
  const plain = [...candidates].sort(byRule);
  const whole = [...plain].sort((p, q) => Number(p.addsPieces) - Number(q.addsPieces));
  const home = [...whole].sort((p, q) => Number(isAtHome(q)) - Number(isAtHome(p)));
  const first = home[0]!;
  if (first.reason === 'ownGround' || first.reason === 'onlyNeighbour') return home;
  const reason = first !== whole[0] ? 'ownGround' : first !== plain[0] ? 'noAddedPiece' : first.reason;
  return [{ ...first, reason }, ...home.slice(1)];
}

function ruleReason(rule: RepairRule): RepairReason {
  return rule === 'longest-border' ? 'longestBorder' : rule;
}
