/**
 * A made-up town whose reach can be worked out by hand: two square rings of street, 900 m a side, joined by one street; three homes on each, 300 people
 * in 100 households every one; a footpath that only some walk. Positions are metres east and north of the town's south-west corner.
 */
import gcoord from 'gcoord';
import { stepsAt } from '../builders/network.ts';
import { osmPbf, type OsmNode, type OsmWay } from '../builders/osmPbf.ts';
import { STEPS_PER_DEGREE } from '../../src/core/geo/coordinates.ts';

type Metres = readonly [east: number, north: number];

export const HOUSEHOLDS = 100;
export const PEOPLE = 300;

/** Names as somebody might write them who wants a spreadsheet to run them. */
export const HOMES: readonly { name: string; at: Metres }[] = [
  { name: '@甲一楼', at: [5, -10] }, { name: '甲二楼', at: [310, 910] }, { name: '乙一楼', at: [910, 310] },
  { name: '=丙一楼', at: [2005, -10] }, { name: '+丙二楼', at: [2310, 910] }, { name: '-丙三楼', at: [2910, 310] },
];

/** Each 600 m along the street from two homes of its ring, 1,800 m from the third. */
const PARCELS: readonly Metres[] = [[600, 0], [900, 900], [0, 600], [2600, 0], [2900, 900], [2000, 600]];

export function communities(): string {
  return collection([['甲社区', -300, 600], ['乙社区', 600, 1450], ['丙社区', 1450, 3500]].map(([name, west, east], k) => ({
    properties: { name, code: `99010100100${k + 1}`, kind: '城市' }, geometry: box(Number(west), -300, Number(east), 1200),
  })));
}

export function buildings(): string {
  return collection(HOMES.map(({ name, at: [x, y] }, k) => ({ properties: { id: `楼${k}`, name, households: HOUSEHOLDS, population: PEOPLE }, geometry: box(x - 4, y - 4, x + 4, y + 4) })));
}

/** The footpath joins the south-west corner to a home that is 1,200 m off by street: 949 m. */
export function streets(): Buffer {
  const nodes: OsmNode[] = [];
  const known = new Map<string, number>();
  const node = (at: Metres): number => {
    const key = at.join();
    const id = known.get(key);
    if (id !== undefined) return id;
    const [lng, lat] = degrees(at);
    nodes.push({ id: nodes.length + 1, lng, lat });
    known.set(key, nodes.length);
    return nodes.length;
  };
  const way = (id: number, highway: string, ...places: Metres[]): OsmWay => ({ id, refs: places.map(node), tags: { highway } });
  const ring = (id: number, x: number) => way(id, 'residential', [x, 0], [x + 600, 0], [x + 900, 0], [x + 900, 300], [x + 900, 900], [x + 300, 900], [x, 900], [x, 600], [x, 0]);
  const ways = [ring(1, 0), ring(2, 2000), way(3, 'residential', [900, 0], [2000, 0]), way(4, 'footway', [0, 0], [300, 900])];
  return Buffer.from(osmPbf({ nodes, ways }));
}

/** One clinic; one place under a word that no category has. */
export function facilities(): string {
  return table([['卫生站', '卫生服务站', [300, 900]], ['小站', '邻里小站', [900, 300]]]);
}

/** Four markets on the street, each position written as a map of GCJ-02 shows it. */
export function shiftedMarkets(): string {
  const places: Metres[] = [[0, 0], [600, 0], [900, 0], [2300, 0]];
  return table(places.map((at, k) => [`菜场${k + 1}`, '菜市场', at]), (place) => gcoord.transform(place, gcoord.WGS84, gcoord.GCJ02));
}

/** As large as the rule asks for a community's rooms, one too small, one of unknown size. */
export function parcels(): string {
  const line = (name: string, at: Metres, area: number | '') => [name, ...degrees(at), area].join();
  return ['地块名称,经度,纬度,面积', ...PARCELS.map((at, k) => line(`地块${k + 1}`, at, 800)), line('小地块', [300, 0], 300), line('面积不明', [2300, 0], ''), ''].join('\n');
}

function table(rows: readonly (readonly [name: string, category: string, at: Metres])[], shift = (place: [number, number]): [number, number] => place): string {
  return ['名称,类别,经度,纬度', ...rows.map(([name, category, at]) => [name, category, ...shift(degrees(at))].join()), ''].join('\n');
}

function box(west: number, south: number, east: number, north: number) {
  return { type: 'Polygon', coordinates: [[degrees([west, south]), degrees([east, south]), degrees([east, north]), degrees([west, north]), degrees([west, south])]] };
}

function degrees([east, north]: Metres): [number, number] {
  const [x, y] = stepsAt(east, north);
  return [x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE];
}

function collection(features: readonly { properties: object; geometry: object }[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features: features.map((each) => ({ type: 'Feature', ...each })) });
}
