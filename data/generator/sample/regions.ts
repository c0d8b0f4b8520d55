/**
 * Gathers blocks into connected regions of like size whose borders rather follow
 * rivers, railways and wide streets: growth from seeds, where crossing a line costs
 * as much as a detour, and seeds move to the middle of what grew (Lloyd).
 */
import { hashUnit } from '../random.ts';
import type { ArcMap } from './arcs.ts';
import { middle, type Block } from './blocks.ts';
import type { LineClass } from './plan.ts';

/** What crossing a line costs, in metres of detour. */
const CROSSING: Record<LineClass, number> = { river: 6000, rail: 3500, primary: 1100, secondary: 520, tertiary: 170, residential: 40, track: 0, parcel: 0 };
/** A riverside road does not part the bank from the town behind it. */
const STRIP_CROSSING = 30;
const ROUNDS = 12;

export interface BlockGraph {
  blocks: readonly Block[];
  /** Neighbours of a block by id: the other block and what it costs to go there. */
  links: ReadonlyMap<number, { to: number; cost: number }[]>;
}

export function blockGraph(map: ArcMap, blocks: readonly Block[]): BlockGraph {
  const sides = new Map<string, { block: Block; kind: LineClass }[]>();
  for (const block of blocks) {
    for (const arc of map.around(block)) sides.set(arc.key, [...(sides.get(arc.key) ?? []), { block, kind: map.classOf(arc) }]);
  }
  const links = new Map<number, { to: number; cost: number }[]>(blocks.map((block) => [block.id, []]));
  for (const pair of sides.values()) {
    const [a, b] = pair;
    if (a === undefined || b === undefined) continue;
    const cost = distance(a.block, b.block) + crossing(a.block, b.block, a.kind);
    links.get(a.block.id)!.push({ to: b.block.id, cost });
    links.get(b.block.id)!.push({ to: a.block.id, cost });
  }
  return { blocks, links };
}

/** Region of each block by id, regions numbered from 0. */
export function growRegions(graph: BlockGraph, blocks: readonly Block[], count: number, seed: number): Map<number, number> {
  const byId = new Map(blocks.map((block) => [block.id, block]));
  let seeds = farApart(blocks, count, seed);
  let regionOf = grow(graph, byId, seeds);
  for (let round = 0; round < ROUNDS; round++) {
    seeds = seeds.map((_, region) => central([...regionOf].filter(([, r]) => r === region).map(([id]) => byId.get(id)!)));
    regionOf = grow(graph, byId, seeds);
  }
  if (regionOf.size !== blocks.length) throw new Error(`${blocks.length - regionOf.size} blocks are cut off from every seed.`);
  return regionOf;
}

export function areaOf({ u0, v0, u1, v1 }: Block): number {
  return (u1 - u0) * (v1 - v0);
}

export function isConnected(graph: BlockGraph, ids: ReadonlySet<number>): boolean {
  const [first] = ids;
  if (first === undefined) return false;
  const seen = new Set([first]);
  const stack = [first];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    for (const { to } of graph.links.get(id)!) {
      if (!ids.has(to) || seen.has(to)) continue;
      seen.add(to);
      stack.push(to);
    }
  }
  return seen.size === ids.size;
}

function grow(graph: BlockGraph, byId: ReadonlyMap<number, Block>, seeds: readonly Block[]): Map<number, number> {
  const best = new Map<number, number>();
  const regionOf = new Map<number, number>();
  // A sorted list is enough for a thousand blocks.
  const queue = seeds.map((block, region) => ({ id: block.id, region, cost: 0 }));
  while (queue.length > 0) {
    let at = 0;
    for (let i = 1; i < queue.length; i++) if (queue[i]!.cost < queue[at]!.cost) at = i;
    const [entry] = queue.splice(at, 1);
    const { id, region, cost } = entry!;
    if (regionOf.has(id)) continue;
    regionOf.set(id, region);
    for (const link of graph.links.get(id)!) {
      if (!byId.has(link.to) || regionOf.has(link.to)) continue;
      const sum = cost + link.cost;
      if (sum >= (best.get(link.to) ?? Infinity)) continue;
      best.set(link.to, sum);
      queue.push({ id: link.to, region, cost: sum });
    }
  }
  return regionOf;
}

/** Each next seed is the block farthest from the seeds so far. */
function farApart(blocks: readonly Block[], count: number, seed: number): Block[] {
  const seeds = [blocks[Math.floor(hashUnit(seed, blocks.length) * blocks.length)]!];
  while (seeds.length < count) {
    let far = blocks[0]!;
    let most = -1;
    for (const block of blocks) {
      const least = Math.min(...seeds.map((s) => distance(s, block)));
      if (least > most) [far, most] = [block, least];
    }
    seeds.push(far);
  }
  return seeds;
}

function central(blocks: readonly Block[]): Block {
  const total = blocks.reduce((sum, block) => sum + areaOf(block), 0);
  const u = blocks.reduce((sum, block) => sum + middle(block)[0] * areaOf(block), 0) / total;
  const v = blocks.reduce((sum, block) => sum + middle(block)[1] * areaOf(block), 0) / total;
  const off = (block: Block): number => Math.hypot(middle(block)[0] - u, middle(block)[1] - v);
  return blocks.reduce((best, block) => (off(block) < off(best) ? block : best));
}

function distance(a: Block, b: Block): number {
  const [au, av] = middle(a);
  const [bu, bv] = middle(b);
  return Math.hypot(au - bu, av - bv);
}

function crossing(a: Block, b: Block, kind: LineClass): number {
  const strip = (block: Block): boolean => block.use === 'riverside' || block.use === 'railside';
  return (strip(a) || strip(b)) && kind === 'tertiary' ? STRIP_CROSSING : CROSSING[kind];
}
