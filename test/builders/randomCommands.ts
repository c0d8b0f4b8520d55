/**
 * Random commands on a plan, in a mixture like a working day's: most redraw, paint, split and merge where the plan stands now, some
 * keep the books, some are mistakes. The same chance gives the same command.
 */
import { between, pick, wholeBetween, type Random } from '../../data/generator/random.ts';
import { arcOf, faceOf, halvesOf, leftFace, type Arc } from '../../src/core/coverage/coverage.ts';
import { holderOf } from '../../src/core/coverage/boundary.ts';
import { facePoint } from '../../src/core/coverage/facePoint.ts';
import { insidePoint, placeOf } from '../../src/core/coverage/insidePoint.ts';
import { STEPS_PER_DEGREE, type LngLat } from '../../src/core/geo/coordinates.ts';
import type { Command, GroundRef } from '../../src/core/plan/command.ts';
import { EXCEPTION_KINDS, type Plan } from '../../src/core/plan/plan.ts';

interface Scene {
  plan: Plan;
  random: Random;
  /** Makes names unique. */
  serial: number;
  atoms: readonly string[];
  /** A community with ground, one of its faces, and a neighbour across a boundary (itself where there is none). */
  unit: number;
  face: number;
  neighbour: number;
}

type Maker = (scene: Scene) => Command | null;

export function randomCommand(plan: Plan, random: Random, serial: number, atoms: readonly string[] = []): Command {
  const standing = standingUnits(plan);
  for (;;) {
    const unit = pick(random, standing);
    const neighbours = neighbouringUnits(plan, unit);
    const scene: Scene = {
      plan, random, serial, atoms, unit, face: pick(random, plan.coverage.facesOf.get(unit)),
      neighbour: neighbours.length > 0 ? pick(random, neighbours) : unit,
    };
    const command = weighted(random)(scene);
    if (command) return random() < 0.01 ? mistaken(command) : command;
  }
}

const MAKERS: readonly (readonly [weight: number, maker: Maker])[] = [
  [9, dragVertex], [7, redrawStretch], [3, redrawBack], [6, moveVertex], [6, paint], [3, paintFace], [2, takeAway], [3, giveBack],
  [4, cutAcross], [9, splitAcross], [3, splitByGround], [8, merge], [3, handOver], [3, form], [3, attach], [1, endAttachment],
  [1, convertVillage], [2, rename], [3, lock], [4, repair], [2, declareGround], [1, declareException], [1, withdrawException], [2, countPart],
  [2, changeRule], [1, restoreRule], [1, giveFact], [1, setApproval], [1, placeFacility], [1, changeFacility],
];

function weighted(random: Random): Maker {
  let left = random() * MAKERS.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, maker] of MAKERS) {
    left -= weight;
    if (left < 0) return maker;
  }
  return MAKERS[0]![1];
}

/** One vertex of a boundary goes elsewhere, or out. */
function dragVertex({ plan, random, unit, neighbour }: Scene): Command | null {
  const arc = boundaryArc(plan, unit, neighbour, random);
  if (!arc) return null;
  const count = arc.xy.length / 2;
  const first = wholeBetween(random, 0, count - 2);
  const last = Math.min(count - 1, first + 2);
  const middle = random() < 0.2 ? [] : [nearVertex(arc, Math.min(count - 1, first + 1), 0.05, random)];
  return { type: 'reshape', communities: [idOf(plan, unit), idOf(plan, neighbour)], path: [vertex(arc, first), ...middle, vertex(arc, last)] };
}

/** A whole arc is drawn anew. */
function redrawStretch({ plan, random, unit, neighbour }: Scene): Command | null {
  const arc = boundaryArc(plan, unit, neighbour, random);
  if (!arc) return null;
  const last = arc.xy.length / 2 - 1;
  const middle = [0.25, 0.5, 0.75].map((share) => nearVertex(arc, Math.round(share * last), 0.15, random));
  const path = [vertex(arc, 0), ...middle, vertex(arc, last)];
  return { type: 'reshape', communities: [idOf(plan, unit), idOf(plan, neighbour)], path: random() < 0.5 ? path : path.reverse() };
}

/** A stretch of boundary goes back to a line that was read. */
function redrawBack({ plan, random, unit }: Scene): Command | null {
  const { coverage } = plan;
  const old: [Arc, number][] = [];
  for (const face of coverage.facesOf.get(unit)) {
    for (const half of halvesOf(coverage, face)) {
      const arc = arcOf(coverage, half >> 1);
      const { base } = faceOf(coverage, leftFace(coverage, half ^ 1));
      if (arc.origin === 'base' && holderOf(coverage, leftFace(coverage, half ^ 1)) === unit && base.length === 1 && base[0] !== unit) old.push([arc, base[0]!]);
    }
  }
  if (old.length === 0) return null;
  const [arc, other] = pick(random, old);
  const path = Array.from({ length: arc.xy.length / 2 }, (_, k) => vertex(arc, k));
  return { type: 'reshape', communities: [idOf(plan, unit), idOf(plan, other)], path };
}

function moveVertex({ plan, random, face }: Scene): Command {
  const { coverage } = plan;
  const arc = arcOf(coverage, pick(random, halvesOf(coverage, face)) >> 1);
  const last = arc.xy.length / 2 - 1;
  const at = random() < 0.5 ? pick(random, [0, last]) : wholeBetween(random, 0, last);
  return { type: 'moveVertex', from: vertex(arc, at), to: nearVertex(arc, at, 0.05, random) };
}

/** Ground round a place goes to a neighbour. */
function paint(scene: Scene): Command {
  const { plan, random, unit, neighbour } = scene;
  const ground = [anyGround(scene)];
  const from = random() < 0.4 ? { from: random() < 0.7 ? [idOf(plan, unit)] : [null, idOf(plan, unit)] } : {};
  return { type: 'assign', ground, to: idOf(plan, neighbour), ...from };
}

function paintFace({ plan, face, neighbour }: Scene): Command {
  return { type: 'assign', ground: [placeIn(plan, face)], to: idOf(plan, neighbour) };
}

function takeAway(scene: Scene): Command {
  return { type: 'assign', ground: [anyGround(scene)], to: null };
}

/** Ground of nobody or of several goes to one who claimed it, else to a neighbour. */
function giveBack({ plan, random, neighbour }: Scene): Command | null {
  const { coverage } = plan;
  if (coverage.unsettled.length === 0) return null;
  const face = pick(random, coverage.unsettled);
  const { claimants, base } = faceOf(coverage, face);
  const able = [...claimants, ...base].filter((unit) => !plan.units.get(unit).abolished);
  return { type: 'assign', ground: [placeIn(plan, face)], to: idOf(plan, able.length > 0 ? pick(random, able) : neighbour) };
}

function cutAcross(scene: Scene): Command {
  const within = scene.random() < 0.6 ? { within: [idOf(scene.plan, scene.unit)] } : {};
  return { type: 'cut', line: lineAcross(scene), ...within };
}

function splitAcross(scene: Scene): Command {
  const { plan, random, unit, serial } = scene;
  const keep = random() < 0.5 ? { keep: random() < 0.5 ? 'left' as const : 'right' as const } : {};
  return { type: 'split', community: idOf(plan, unit), line: lineAcross(scene), name: `分${serial}`, ...keep };
}

function splitByGround(scene: Scene): Command {
  const { plan, random, unit, serial } = scene;
  const parts = Array.from({ length: wholeBetween(random, 1, 2) }, (_, k) => ({ name: `分${serial}-${k}`, ground: [anyGround(scene)] }));
  return { type: 'splitByGround', community: idOf(plan, unit), parts };
}

function merge({ plan, random, unit, neighbour, serial }: Scene): Command {
  const third = random() < 0.3 ? neighbouringUnits(plan, neighbour).filter((each) => each !== unit).slice(0, 1) : [];
  const communities = [unit, neighbour, ...third].map((each) => idOf(plan, each));
  if (random() < 0.5) return { type: 'merge', communities, into: communities[0]! };
  return { type: 'merge', communities, name: `合${serial}`, ...(random() < 0.3 ? { joinVillages: true } : {}), ...(random() < 0.3 ? { kind: 'urban' } : {}) };
}

function handOver({ plan, random, unit, face, neighbour }: Scene): Command {
  // Those in several pieces come first: others have none to hand over.
  const scattered = standingUnits(plan).filter((each) => plan.coverage.facesOf.get(each).length > 1);
  const giver = scattered.length > 0 && random() < 0.7 ? pick(random, scattered) : unit;
  const given = giver === unit ? face : pick(random, plan.coverage.facesOf.get(giver));
  const takers = neighbouringUnits(plan, giver);
  return { type: 'handOver', community: idOf(plan, giver), at: placeAt(plan, given), to: idOf(plan, takers.length > 0 ? pick(random, takers) : neighbour) };
}

function form(scene: Scene): Command | null {
  const ground = freeGround(scene);
  return ground && { type: 'form', name: `新${scene.serial}`, ground: [ground], ...(scene.random() < 0.5 ? { kind: 'rural' } : {}) };
}

function attach(scene: Scene): Command | null {
  const { plan, random, unit, serial } = scene;
  const entry = { type: 'attach' as const, compound: `小区${serial}`, to: idOf(plan, unit), note: '就近' };
  if (random() < 0.3) return { ...entry, until: '移交前' };
  const ground = freeGround(scene);
  return ground && { ...entry, ground };
}

function endAttachment({ plan, random }: Scene): Command | null {
  return plan.attachments.length === 0 ? null : { type: 'endAttachment', attachment: pick(random, plan.attachments).id };
}

function convertVillage({ plan, unit, serial }: Scene): Command {
  return { type: 'convertVillage', community: idOf(plan, unit), name: `改${serial}` };
}

function rename({ plan, unit, serial }: Scene): Command {
  return { type: 'rename', community: idOf(plan, unit), name: `名${serial}` };
}

/** More are unlocked than locked. */
function lock({ plan, random, unit }: Scene): Command {
  const locked = [...plan.units].filter((each) => each.locked && !each.abolished).map(({ id }) => id);
  if (locked.length > 0 && random() < 0.7) return { type: 'lock', communities: random() < 0.5 ? locked : [pick(random, locked)], locked: false };
  return { type: 'lock', communities: [idOf(plan, unit)], locked: true };
}

/** Unsettled faces go to who claims them or holds ground beside them; or vertices are put in. */
function repair({ plan, random, unit }: Scene): Command {
  const { coverage } = plan;
  const chosen = coverage.unsettled.filter(() => random() < 0.4).slice(0, 4);
  const faces = chosen.map((face) => {
    const { claimants } = faceOf(coverage, face);
    const beside = halvesOf(coverage, face).map((half) => holderOf(coverage, leftFace(coverage, half ^ 1))).filter((holder) => holder >= 0);
    const takers = claimants.length > 0 ? claimants : beside;
    const to = takers.length === 0 || random() < 0.1 ? null : idOf(plan, pick(random, takers));
    return { at: placeOf(insidePoint(coverage, face)), to, defect: `G1-${face}` };
  });
  return { type: 'repair', faces, match: faces.length === 0 || random() < 0.3 ? [idOf(plan, unit)] : [] };
}

function declareGround(scene: Scene): Command | null {
  const ground = freeGround(scene);
  return ground && { type: 'declareGround', ground: [ground], groundKind: '水面', name: scene.random() < 0.5 ? '' : `水面${scene.serial}` };
}

function declareException({ plan, random, unit }: Scene): Command {
  return { type: 'declareException', kind: pick(random, EXCEPTION_KINDS), communities: [idOf(plan, unit)], role: '区划地名科', reason: '历史沿革' };
}

function withdrawException({ plan, random }: Scene): Command | null {
  return plan.exceptions.length === 0 ? null : { type: 'withdrawException', exception: pick(random, plan.exceptions).id };
}

/** A counted part, or one withdrawn. */
function countPart({ plan, random, unit, atoms }: Scene): Command | null {
  if (plan.counted.length > 0 && random() < 0.4) {
    const part = pick(random, plan.counted);
    return { type: 'countPart', atom: part.atom, community: idOf(plan, part.unit), households: null, people: null, source: '' };
  }
  if (atoms.length === 0) return null;
  return { type: 'countPart', atom: pick(random, atoms), community: idOf(plan, unit), households: wholeBetween(random, 0, 400), people: random() < 0.5 ? null : wholeBetween(random, 0, 900), source: '入户清查' };
}

function changeRule({ random }: Scene): Command {
  return { type: 'changeRule', of: 'rule', entry: pick(random, ['size.households', 'plaza.area']), values: [{ member: 'bound.min', value: wholeBetween(random, 500, 1500) }], role: '基层政权科', reason: '试算' };
}

function restoreRule({ plan, random }: Scene): Command | null {
  return plan.ruleChanges.length === 0 ? null : { type: 'restoreRule', of: 'rule', entry: pick(random, plan.ruleChanges).entry };
}

function giveFact({ plan, random, unit }: Scene): Command {
  return { type: 'giveFact', community: idOf(plan, unit), fact: 'workers', value: random() < 0.2 ? null : wholeBetween(random, 0, 40), source: '花名册' };
}

function setApproval({ plan, random, unit }: Scene): Command {
  return { type: 'setApproval', community: idOf(plan, unit), mark: pick(random, ['approved', 'planned', 'done'] as const), key: String(wholeBetween(random, 1, 7)), date: random() < 0.2 ? null : '2026-03-15' };
}

function placeFacility({ plan, face, serial }: Scene): Command {
  return { type: 'placeFacility', category: 'school', name: `拟建学校${serial}`, at: placeOf(insidePoint(plan.coverage, face)) };
}

function changeFacility({ plan, random, face }: Scene): Command | null {
  if (plan.facilities.length === 0) return null;
  const { id } = pick(random, plan.facilities);
  return random() < 0.5 ? { type: 'moveFacility', facility: id, to: placeOf(insidePoint(plan.coverage, face)) } : { type: 'removeFacility', facility: id };
}

/** Names a community that is not there, or one that is no more. */
function mistaken(command: Command): Command {
  if ('community' in command) return { ...command, community: '拟-9999' };
  return 'communities' in command ? { ...command, communities: [...command.communities.slice(0, 1), '拟-9999'] as unknown as [string, string] } : command;
}

function standingUnits({ units, coverage }: Plan): number[] {
  const found: number[] = [];
  let index = 0;
  for (const { abolished, role } of units) {
    if (!abolished && role === 'community' && index < coverage.facesOf.length && coverage.facesOf.get(index).length > 0) found.push(index);
    index++;
  }
  return found;
}

function neighbouringUnits({ coverage }: Plan, unit: number): number[] {
  const found = new Set<number>();
  for (const face of coverage.facesOf.get(unit)) {
    for (const half of halvesOf(coverage, face)) {
      const holder = holderOf(coverage, leftFace(coverage, half ^ 1));
      if (holder >= 0 && holder !== unit) found.add(holder);
    }
  }
  return [...found].sort((p, q) => p - q);
}

function boundaryArc({ coverage }: Plan, unit: number, neighbour: number, random: Random): Arc | null {
  const arcs = new Set<Arc>();
  for (const face of coverage.facesOf.get(unit)) {
    for (const half of halvesOf(coverage, face)) if (unit !== neighbour && holderOf(coverage, leftFace(coverage, half ^ 1)) === neighbour) arcs.add(arcOf(coverage, half >> 1));
  }
  const long = [...arcs].filter(({ xy }) => xy.length > 6);
  if (long.length > 0) return pick(random, long);
  return arcs.size > 0 ? pick(random, [...arcs]) : null;
}

/** Through the middle of the face, from side to side; one in five ends inside. */
function lineAcross({ plan, random, face }: Scene): LngLat[] {
  const { coverage } = plan;
  const [x, y] = facePoint(coverage, face);
  const { box } = faceOf(coverage, face);
  const angle = between(random, 0, 2 * Math.PI);
  const reach = Math.max(box[2] - box[0], box[3] - box[1]) * (random() < 0.8 ? 1 : 0.3);
  const [dx, dy] = [reach * Math.cos(angle), reach * Math.sin(angle)];
  const bend = (box[2] - box[0]) * 0.05;
  return [degrees(x - dx, y - dy), degrees(x + between(random, -bend, bend), y), degrees(x + dx, y + dy)];
}

/** The face itself, or a box about its middle or about a place on its rim. */
function anyGround({ plan, random, face }: Scene): GroundRef {
  if (random() < 0.3) return placeIn(plan, face);
  const { coverage } = plan;
  const { box } = faceOf(coverage, face);
  const [x, y] = random() < 0.5 ? facePoint(coverage, face) : rimPlace(plan, face, random);
  const size = 5 + Math.min(box[2] - box[0], box[3] - box[1]) * between(random, 0.02, 0.3);
  return { rings: [[degrees(x - size, y - size), degrees(x + size, y - 0.8 * size), degrees(x + size, y + size), degrees(x - size, y + size)]] };
}

/** Ground of nobody: a whole face of it, or a part. */
function freeGround(scene: Scene): GroundRef | null {
  const { plan, random } = scene;
  const free = plan.coverage.unsettled.filter((face) => faceOf(plan.coverage, face).claimants.length === 0);
  if (free.length === 0) return null;
  const face = pick(random, free);
  return random() < 0.5 ? placeIn(plan, face) : anyGround({ ...scene, face });
}

function rimPlace({ coverage }: Plan, face: number, random: Random): readonly [number, number] {
  const { xy } = arcOf(coverage, pick(random, halvesOf(coverage, face)) >> 1);
  const at = 2 * wholeBetween(random, 0, xy.length / 2 - 1);
  return [xy[at]!, xy[at + 1]!];
}

function placeIn(plan: Plan, face: number): GroundRef {
  return { at: placeAt(plan, face) };
}

function placeAt({ coverage }: Plan, face: number): LngLat {
  return placeOf(insidePoint(coverage, face));
}

/** A place near a vertex, off by up to a share of the arc's extent. */
function nearVertex(arc: Arc, at: number, share: number, random: Random): LngLat {
  const { xy } = arc;
  const extent = Math.max(...[0, 1].map((axis) => {
    const along = xy.filter((_, k) => k % 2 === axis);
    return Math.max(...along) - Math.min(...along);
  }));
  const off = () => between(random, -1, 1) * share * extent;
  return degrees(xy[2 * at]! + off(), xy[2 * at + 1]! + off());
}

function vertex({ xy }: Arc, at: number): LngLat {
  return degrees(xy[2 * at]!, xy[2 * at + 1]!);
}

function degrees(x: number, y: number): LngLat {
  return [Math.round(x) / STEPS_PER_DEGREE, Math.round(y) / STEPS_PER_DEGREE];
}

function idOf({ units }: Plan, unit: number): string {
  return units.get(unit).id;
}
