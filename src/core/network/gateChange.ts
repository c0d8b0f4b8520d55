/** What differs between two networks on the same cuts, with other gates: all that is measured on them changes by this and by no more. */
import { LINK_VERTICES, type LaidGates } from './layGates.ts';
import type { StreetNetwork } from './streetNetwork.ts';
import { laidGatesOf, type WalledNetwork } from './walls.ts';

export interface GateChange {
  /** So many junctions, those of the cut streets, have the number that they had. */
  readonly keptJunctions: number;
  /** Junction and edge now of one before; −1: it is gone, or another one by now. */
  readonly junctionNow: (before: number) => number;
  readonly edgeNow: (before: number) => number;
  /** Ends of what may be walked otherwise. */
  readonly junctionsBefore: readonly number[];
  readonly junctionsNow: readonly number[];
  /** Boxes about edges that came, went or fell into other parts: west, south, east, north in steps. */
  readonly boxes: readonly (readonly [number, number, number, number])[];
  /** Compounds whose known gates stand elsewhere. */
  readonly compounds: ReadonlySet<number>;
}

/** Null where the two are of other streets or compounds. */
export function gateChange(before: StreetNetwork, now: StreetNetwork): GateChange | null {
  if (!before.walls || !now.walls) return null;
  const [was, is] = [laidGatesOf(before.walls), laidGatesOf(now.walls)];
  if (!was || was.cuts !== is?.cuts) return null;
  const linkNow = matched(was, is);
  const [junctionsBefore, junctionsNow] = [new Set<number>(), new Set<number>()];
  const compounds = new Set<number>();
  const firstJunction = was.cuts.net.junctionCount;
  const firstEdge = was.cuts.graph.edgeCount;
  const junctionNow = (junction: number) => {
    if (junction < firstJunction) return junction;
    const link = linkNow[Math.floor((junction - firstJunction) / LINK_VERTICES)]!;
    return link < 0 ? -1 : firstJunction + LINK_VERTICES * link + ((junction - firstJunction) % LINK_VERTICES);
  };
  const blockOf = blocks(was);
  const edgeNow = (edge: number) => {
    if (edge < firstEdge) return edge;
    const link = blockOf[edge - firstEdge]!;
    return linkNow[link]! < 0 ? -1 : firstEdge + is.blockStart[linkNow[link]!]! + edge - firstEdge - was.blockStart[link]!;
  };
  // Links that came and went, with the chains on which their feet stand.
  const isKept = new Set(linkNow);
  const boxes: [number, number, number, number][] = [];
  const changed = (laid: LaidGates, link: number, junctions: Set<number>) => {
    for (let k = 0; k < LINK_VERTICES; k++) junctions.add(firstJunction + LINK_VERTICES * link + k);
    boxes.push(boxOf(laid, link));
    compounds.add(laid.links[link]!.compound);
  };
  linkNow.forEach((link, k) => { if (link < 0) changed(was, k, junctionsBefore); });
  is.links.forEach((_, k) => { if (!isKept.has(k)) changed(is, k, junctionsNow); });
  const footNow = (vertex: number) => junctionNow(was.net.vertexJunction[vertex]!);
  for (const chain of new Set([...was.feetOnChain.keys(), ...is.feetOnChain.keys()])) {
    const [feetBefore, feetNow] = [was.feetOnChain.get(chain) ?? [], is.feetOnChain.get(chain) ?? []];
    if (feetBefore.length === feetNow.length && feetBefore.every((vertex, k) => footNow(vertex) === is.net.vertexJunction[feetNow[k]!])) continue;
    const ends = [was.cuts.net.chainFrom[chain]!, was.cuts.net.chainTo[chain]!];
    for (const junction of [...ends, ...feetBefore.map((vertex) => was.net.vertexJunction[vertex]!)]) junctionsBefore.add(junction);
    for (const junction of [...ends, ...feetNow.map((vertex) => is.net.vertexJunction[vertex]!)]) junctionsNow.add(junction);
  }
  compareDoors(before.walls, now.walls, linkNow, (door, doorNow, isWalked) => {
    if (isWalked) {
      for (const junction of sides(before.walls!, door)) junctionsBefore.add(junction);
      for (const junction of sides(now.walls!, doorNow)) junctionsNow.add(junction);
    } else compounds.add(before.walls!.doors.compound[door]!);
  });
  return { keptJunctions: firstJunction, junctionNow, edgeNow, junctionsBefore: [...junctionsBefore], junctionsNow: [...junctionsNow], boxes, compounds };
}

/** Link now of each link before; −1: there is none. */
function matched(was: LaidGates, is: LaidGates): number[] {
  const waiting = new Map<string, number[]>();
  const keyOf = ({ compound, x, y }: LaidGates['links'][number]) => `${compound} ${x} ${y}`;
  is.links.forEach((link, k) => { waiting.set(keyOf(link), [...(waiting.get(keyOf(link)) ?? []), k]); });
  return was.links.map((link) => waiting.get(keyOf(link))?.shift() ?? -1);
}

/** Link of each edge of the links. */
function blocks({ blockStart }: LaidGates): Uint32Array {
  const links = blockStart.length - 1;
  const blockOf = new Uint32Array(blockStart[links]!);
  for (let link = 0; link < links; link++) blockOf.fill(link, blockStart[link], blockStart[link + 1]);
  return blockOf;
}

/** Tells of doors that anyone walks otherwise, and of those that have or have lost a gate. */
function compareDoors(before: WalledNetwork, now: WalledNetwork, linkNow: readonly number[], tell: (door: number, doorNow: number, isWalked: boolean) => void): void {
  const passages = before.doors.count - linkNow.length;
  for (let door = 0; door < before.doors.count; door++) {
    const link = door < passages ? -1 : linkNow[door - passages]!;
    if (door >= passages && link < 0) continue;
    const doorNow = door < passages ? door : passages + link;
    if ((before.doors.state[door] === 0) !== (now.doors.state[doorNow] === 0)) tell(door, doorNow, true);
    if (before.doorGate[door]! < 0 !== now.doorGate[doorNow]! < 0) tell(door, doorNow, false);
  }
}

function sides({ net, doors }: WalledNetwork, door: number): [number, number] {
  const chain = doors.chain[door]!;
  return [net.chainFrom[chain]!, net.chainTo[chain]!];
}

function boxOf({ cuts: { base: { edgeFrom, edgeTo, coordinates } }, links }: LaidGates, link: number): [number, number, number, number] {
  const { x, y, outer, inner } = links[link]!;
  const ends = [outer, inner ?? outer].flatMap(({ baseEdge }) => [edgeFrom[baseEdge]!, edgeTo[baseEdge]!]);
  const xs = [x, ...ends.map((vertex) => coordinates[2 * vertex]!)];
  const ys = [y, ...ends.map((vertex) => coordinates[2 * vertex + 1]!)];
  // A cut is rounded to whole steps.
  return [Math.min(...xs) - 1, Math.min(...ys) - 1, Math.max(...xs) + 1, Math.max(...ys) + 1];
}
