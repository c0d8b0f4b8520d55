/**
 * Who holds which blocks: subdistricts first, communities inside them, so that
 * no community lies in two subdistricts. Ground of no community stays in its subdistrict.
 */
import { communityCode, DISTRICT_CODE, makeNames } from '../names.ts';
import { seededRandom } from '../random.ts';
import { ArcMap } from './arcs.ts';
import { cutBoard, middle, type Block, type Board } from './blocks.ts';
import { mendPinches, trimOutline } from './pinches.ts';
import { areaOf, blockGraph, growRegions, type BlockGraph } from './regions.ts';

export interface Subdistrict {
  code: string;
  name: string;
  rural: boolean;
  blocks: Block[];
}

export interface Community {
  code: string;
  name: string;
  /** `name` without 社区 or 村: what streets and compounds are named after. */
  stem: string;
  /** Residents' committee in a town's seat, or in the town. */
  kind: 'urban' | 'rural';
  subdistrict: Subdistrict;
  blocks: Block[];
}

export interface Divisions {
  board: Board;
  map: ArcMap;
  blocks: Block[];
  subdistricts: Subdistrict[];
  communities: Community[];
}

const STREETS = ['北渡', '锦渡', '澜桥', '青梧', '采薇', '云浦', '南塬'];
const TOWNS = ['望岭', '芦汀', '墨池'];
const URBAN_COMMUNITIES = 86;
const RURAL_COMMUNITIES = 34;
const NO_COMMUNITY = new Set<Block['use']>(['barracks', 'campus', 'reservoir', 'contested']);

export function divide(seed: number): Divisions {
  const board = cutBoard(seed);
  const map = new ArcMap(board);
  const blocks = trimOutline((list) => blockGraph(map, list), board.blocks);
  const graph = blockGraph(map, blocks);
  const subdistricts = [
    ...subdivide(graph, blocks.filter((b) => !b.rural), STREETS, false, seed),
    ...subdivide(graph, blocks.filter((b) => b.rural), TOWNS, true, seed),
  ];
  const counts = [
    ...shareOut(subdistricts.filter((s) => !s.rural), URBAN_COMMUNITIES),
    ...shareOut(subdistricts.filter((s) => s.rural), RURAL_COMMUNITIES),
  ];
  const names = makeNames(seededRandom(seed + 1), URBAN_COMMUNITIES + RURAL_COMMUNITIES + STREETS.length + TOWNS.length).filter((name) => ![...STREETS, ...TOWNS].includes(name));
  const communities: Community[] = [];
  subdistricts.forEach((subdistrict, i) => {
    for (const part of communitiesOf(graph, subdistrict, counts[i]!, seed)) {
      communities.push({ ...part, stem: names[communities.length]!, name: names[communities.length]! + (part.kind === 'urban' ? '社区' : '村') });
    }
  });
  return { board, map, blocks, subdistricts, communities };
}

function subdivide(graph: BlockGraph, blocks: Block[], names: readonly string[], rural: boolean, seed: number): Subdistrict[] {
  const regionOf = growRegions(graph, blocks, names.length, seed);
  mendPinches(graph, regionOf);
  return readingOrder(grouped(blocks, regionOf)).map((group, i) => ({
    code: DISTRICT_CODE + (rural ? String(100 + i) : String(i + 1).padStart(3, '0')),
    name: names[i]! + (rural ? '镇' : '街道'),
    rural,
    blocks: group,
  }));
}

function communitiesOf(graph: BlockGraph, subdistrict: Subdistrict, count: number, seed: number): Omit<Community, 'name' | 'stem'>[] {
  const blocks = subdistrict.blocks.filter((block) => !NO_COMMUNITY.has(block.use));
  const regionOf = growRegions(graph, blocks, count, seed + Number(subdistrict.code));
  mendPinches(graph, regionOf);
  const groups = readingOrder(grouped(blocks, regionOf));
  const seats = subdistrict.rural ? townSeats(groups) : new Set(groups);
  const next = { urban: 1, rural: 1 };
  return groups.map((group) => {
    const kind = seats.has(group) ? 'urban' : 'rural';
    return { code: communityCode(subdistrict.code, kind, next[kind]++), kind, subdistrict, blocks: group };
  });
}

/** The town's seat is where the blocks are nearest to the city. */
function townSeats(groups: Block[][]): Set<Block[]> {
  const toCity = (group: Block[]): number => Math.min(...group.map((block) => Math.hypot(middle(block)[0] - 5000, middle(block)[1] - 3500)));
  return new Set([...groups].sort((a, b) => toCity(a) - toCity(b)).slice(0, 1));
}

function grouped(blocks: readonly Block[], regionOf: ReadonlyMap<number, number>): Block[][] {
  const groups = new Map<number, Block[]>();
  for (const block of blocks) {
    const region = regionOf.get(block.id)!;
    groups.set(region, [...(groups.get(region) ?? []), block]);
  }
  return [...groups.values()];
}

/** North to south in bands, west to east in each. */
function readingOrder(groups: Block[][]): Block[][] {
  const place = (group: Block[]): [number, number] => {
    const total = group.reduce((sum, block) => sum + areaOf(block), 0);
    const mean = (k: 0 | 1): number => group.reduce((sum, block) => sum + middle(block)[k] * areaOf(block), 0) / total;
    return [-Math.floor(mean(1) / 900), mean(0)];
  };
  return [...groups].sort((a, b) => place(a)[0] - place(b)[0] || place(a)[1] - place(b)[1]);
}

/** Whole shares in proportion to area, the largest remainders rounded up. */
function shareOut(subdistricts: readonly Subdistrict[], count: number): number[] {
  const areas = subdistricts.map((s) => s.blocks.reduce((sum, block) => sum + areaOf(block), 0));
  const total = areas.reduce((a, b) => a + b, 0);
  const exact = areas.map((area) => (area / total) * count);
  const whole = exact.map(Math.floor);
  const order = exact.map((value, i) => ({ i, rest: value - whole[i]! })).sort((a, b) => b.rest - a.rest || a.i - b.i);
  const left = count - whole.reduce((a, b) => a + b, 0);
  for (const { i } of order.slice(0, left)) whole[i]!++;
  return whole;
}
