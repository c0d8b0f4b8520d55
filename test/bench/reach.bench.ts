/**
 * Reach on a made-up city of 300,000 nodes: search, polygon, memberships, nearest of ten categories, snapping, a full coverage report,
 * and a PBF of 3 MB. Each figure is the median of its runs, the best of them, and the
 * least processor time (all threads): other work on the machine only ever adds.
 *
 * With REACH_PBF=FILE (an OSM extract with buildings) also: how many buildings the drawn area gets wrong.
 */
import { readFileSync } from 'node:fs';
import { seededRandom } from '../../data/generator/random.ts';
import { buildStreetGraph, type StreetSource } from '../../src/core/network/buildGraph.ts';
import { circleOf } from '../../src/core/network/circle.ts';
import { coverageOf } from '../../src/core/network/coverage.ts';
import type { Homes } from '../../src/core/network/homes.ts';
import { nearestField } from '../../src/core/network/nearest.ts';
import { orderAlong, UNREACHED } from '../../src/core/network/place.ts';
import { ReachEngine } from '../../src/core/network/reachEngine.ts';
import { openNetwork, walledNetwork, WalledStreets } from '../../src/core/network/streetNetwork.ts';
import { DOOR_STATES } from '../../src/core/network/doors.ts';
import type { Gate } from '../../src/core/network/walls.ts';
import { finish, type Work } from '../../src/core/progress.ts';
import type { Facility } from '../../src/io/streets/readFacilities.ts';
import type { PlacedHomes } from '../../src/worker/reach/homes.ts';
import { Reading } from '../../src/worker/reach/readings.ts';
import { readPbf } from '../../src/io/streets/readPbf.ts';
import { osmPbf, osmBlob, header, concat } from '../builders/osmPbf.ts';
import { stepsAt } from '../builders/network.ts';
import { scattered, streetCity } from '../builders/streetCity.ts';

const LIMIT = 1_080_000;
const HOMES = 500_000;
const COMMUNITIES = 1_200;
const CATEGORIES = 10;

const city = streetCity(300_000, 7);
const graph = buildStreetGraph(city.source);
const engine = new ReachEngine(openNetwork(graph));
console.log(`${graph.vertexCount} vertices, ${graph.edgeCount} edges, contracted to ${engine.network.net.junctionCount} junctions, ${engine.network.net.chainCount} chains`);
timed('graph from nodes and pairs', 3, () => { buildStreetGraph(city.source); });
timed('contraction', 3, () => { openNetwork(graph); });

const facilityPlaces = scattered(10_000, city.sideMetres, 3);
const facilities = finish(engine.snap(facilityPlaces));
let next = 0;
each('one search, 1,080 m', 20_000, () => { engine.reach({ points: facilities, point: next++ % 10_000 }, LIMIT); });
timed('nearest-edge raster (once)', 3, () => { finish(engine.prepareRaster()); });
each('one search with its polygon', 500, () => {
  engine.reach({ points: facilities, point: next++ % 10_000 }, LIMIT);
  engine.polygon();
});
timed('10,000 memberships', 5, () => {
  let settled = 0;
  for (const point of orderAlong(engine.network.net.chainFrom, facilities.anchors)) {
    engine.reach({ points: facilities, point }, LIMIT);
    settled += engine.search.reachedCount;
  }
  return `${settled} junctions settled`;
});
const tens = Array.from({ length: CATEGORIES }, (_, k) => finish(engine.snap(scattered(1_000, city.sideMetres, 100 + k))).anchors);
timed(`nearest of ${CATEGORIES} categories × 1,000, all nodes`, 5, () => { for (const anchors of tens) nearestField(engine.network.net, anchors); });

const homePlaces = scattered(HOMES, city.sideMetres, 5);
timed(`snapping ${HOMES} homes`, 3, () => `${finish(engine.snap(homePlaces)).report.unsnapped} out of reach`);
const homePoints = finish(engine.snap(homePlaces));
timed(`coverage of ${HOMES} homes, ${CATEGORIES} categories, ${COMMUNITIES} communities, homes snapped`, 3, () => report());
timed('the same from the loaded graph, snapping included', 3, () => {
  finish(engine.snap(homePlaces));
  return report();
});

function report(): string {
  const random = seededRandom(9);
  const side = Math.ceil(Math.sqrt(COMMUNITIES));
  const [west, south] = stepsAt(0, 0);
  const [east, north] = stepsAt(city.sideMetres, city.sideMetres);
  const homes: Homes = {
    households: new Int32Array(HOMES).fill(20), people: Int32Array.from({ length: HOMES }, () => Math.floor(random() * 90)), unknown: new Uint8Array(HOMES),
    community: Int32Array.from({ length: HOMES }, (_, k) => {
      const [column, row] = [Math.floor(((homePlaces[2 * k]! - west) / (east - west)) * side), Math.floor(((homePlaces[2 * k + 1]! - south) / (north - south)) * side)];
      return Math.min(COMMUNITIES - 1, row * side + column);
    }),
  };
  const categories = tens.map((anchors, k) => ({ category: `c${k}`, anchors }));
  const catchment = finish(engine.catchment(homePoints.anchors, categories));
  coverageOf(catchment, homes, COMMUNITIES, 1_000_000);
  const circles = circleOf(catchment, homes, COMMUNITIES, { basic: categories.map(({ category }) => category), householdSharePercent: 90, limitMetres: 1000, minutes: 15 }, 1_000_000);
  return `${circles.filter(({ complete }) => complete === true).length} with the circle`;
}

// Walls: 400 compounds, four gates each.
const compounds = Array.from({ length: 400 }, (_, k) => {
  const [x, y] = [(k % 20) * 960 + 150, Math.floor(k / 20) * 960 + 150];
  return { name: `${k}`, rings: [Int32Array.from([[x, y], [x + 330, y], [x + 330, y + 330], [x, y + 330]].flatMap(([a, b]) => stepsAt(a!, b!)))] };
});
const gates = compounds.flatMap(({ rings: [ring] }, compound) => [0, 2, 4, 6].map((i, k) => ({
  x: Math.round((ring![i]! + ring![(i + 2) % 8]!) / 2), y: Math.round((ring![i + 1]! + ring![(i + 3) % 8]!) / 2), access: (['open', 'residents', 'residents', 'closed'] as const)[k]!, compound,
})));
timed('walls of 400 compounds with 1,600 gates, built anew', 3, () => {
  const network = walledNetwork(graph, compounds, gates);
  return `${network.walls!.doors.count} doors`;
});
const walled = new ReachEngine(walledNetwork(graph, compounds, gates));
timed('one gate opened or shut', 20, () => { walled.setGate(5, next++ % 2 === 0 ? 'open' : 'closed'); });
const walledSources = finish(walled.snap(scattered(1_000, city.sideMetres, 100))).anchors;
timed('nearest of one category behind walls', 5, () => { nearestField(walled.network.net, walledSources, walled.doors); });

// A gate set, its state changed, taken away: what the worker does for the page, homes and ten categories measured.
const placed: PlacedHomes = { atoms: [], bearers: [], places: scattered(20_000, city.sideMetres, 5), households: new Int32Array(20_000), people: new Int32Array(20_000) };
const named = Array.from({ length: CATEGORIES }, (_, k) => `c${k}`);
const standing = named.flatMap((category, k) => {
  const at = scattered(1_000, city.sideMetres, 100 + k);
  return Array.from({ length: 1_000 }, (_, i): Facility => ({ name: null, category, written: null, x: at[2 * i]!, y: at[2 * i + 1]! }));
});
const measuredOn = function* (reading: Reading): Work<Reading> {
  yield* reading.catchment(named, []);
  return reading;
};
const streets = new WalledStreets(graph, compounds);
let reading = finish(measuredOn(finish(Reading.open(streets.withGates(gates), placed, standing))));
const corner = compounds[37]!.rings[0]!;
const setGate = (k: number): readonly Gate[] => (k % 4 === 3 ? gates : [{ x: Math.round(0.7 * corner[0]! + 0.3 * corner[2]!), y: corner[1]!, access: DOOR_STATES[k % 4]!, compound: null }, ...gates]);
timed('a gate set, with 20,000 homes and ten categories: whole', 4, () => { finish(measuredOn(finish(Reading.open(walledNetwork(graph, compounds, setGate(next++)), placed, standing)))); });
timed('the same: local, its network alone', 8, () => { streets.withGates(setGate(next++)); });
timed('the same: local', 8, () => { reading = finish(measuredOn(finish(reading.withGates(streets.withGates(setGate(next++)))))); });

const pbf = cityPbf(city.source);
timed(`a PBF of ${(pbf.length / 1e6).toFixed(1)} MB to a contracted network, inflated in script`, 5, () => {
  const { source } = finish(readPbf('city.osm.pbf', pbf));
  openNetwork(buildStreetGraph(source!));
});

if (process.env.REACH_PBF !== undefined) honesty(process.env.REACH_PBF);

/** Wrongly in and wrongly out, against the lookup along the streets; buildings within 200 m of a street. */
function honesty(path: string): void {
  const { source, buildings } = finish(readPbf(path, readFileSync(path), { buildings: true }));
  const real = new ReachEngine(openNetwork(buildStreetGraph(source!)));
  const homes = finish(real.snap(buildings));
  const raster = finish(real.prepareRaster());
  const random = seededRandom(16);
  let [truth, wronglyIn, wronglyOut, parts, holes, seeds] = [0, 0, 0, 0, 0, 0];
  while (seeds < 100) {
    const vertex = Math.floor(random() * real.network.graph.vertexCount);
    if (real.network.graph.component[vertex] !== 0) continue;
    seeds++;
    real.reach({ vertex }, LIMIT);
    const polygon = real.polygon()!;
    parts += polygon.coordinates.length;
    holes += polygon.coordinates.reduce((sum, rings) => sum + rings.length - 1, 0);
    for (let b = 0; b < buildings.length / 2; b++) {
      const isReached = real.search.toPoint(homes.anchors, b) !== UNREACHED;
      const isDrawn = isIn(polygon.coordinates.flat(), buildings[2 * b]! / 1e7, buildings[2 * b + 1]! / 1e7);
      if (isReached) truth++;
      if (isDrawn && !isReached) wronglyIn++;
      if (isReached && !isDrawn) wronglyOut++;
    }
  }
  const percent = (count: number) => `${((100 * count) / truth).toFixed(2)} %`;
  console.log(`polygon honesty, ${seeds} seeds, cells of ${raster.cellMetres} m: ${truth} buildings reached, wrongly in ${percent(wronglyIn)}, wrongly out ${percent(wronglyOut)}; ${parts} parts, ${holes} holes`);
}

function isIn(rings: readonly (readonly (readonly number[])[])[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay, bx, by] = [ring[i]![0]!, ring[i]![1]!, ring[j]![0]!, ring[j]![1]!];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

/** Nodes and ways of the city in blocks of 8,000, as OSM's own programs write them. */
function cityPbf({ nodeIds, coordinates, pairs }: StreetSource): Uint8Array {
  const SIZE = 8_000;
  const blobs: Uint8Array[] = [osmBlob('OSMHeader', header({}))];
  const dataOf = (file: Uint8Array): Uint8Array[] => dataBlobs(file);
  const nodes = Array.from(nodeIds, (id, k) => ({ id, lng: coordinates[2 * k]! / 1e7, lat: coordinates[2 * k + 1]! / 1e7 }));
  for (let k = 0; k < nodes.length; k += SIZE) blobs.push(dataOf(osmPbf({ nodes: nodes.slice(k, k + SIZE), ways: [] }))[0]!);
  const ways = streetsOf(pairs).map((refs, k) => ({ id: k + 1, refs: refs.map((node) => nodeIds[node]!), tags: { highway: 'residential', name: `街${k % 5000}` } }));
  for (let k = 0; k < ways.length; k += SIZE) blobs.push(dataOf(osmPbf({ nodes: [], ways: ways.slice(k, k + SIZE) }))[nodes.length > 0 ? 1 : 0]!);
  return concat(blobs);
}

/** Links that go on straight make one street, as they are mapped; twelve nodes at most. */
function streetsOf(pairs: Uint32Array): number[][] {
  const onward = new Map<string, number>();
  for (let i = 0; i < pairs.length; i += 2) onward.set(`${pairs[i]!} ${pairs[i + 1]! - pairs[i]!}`, pairs[i + 1]!);
  const streets: number[][] = [];
  for (const [key, end] of onward) {
    const [start, step] = key.split(' ').map(Number) as [number, number];
    const street = [start, end];
    onward.delete(key);
    for (let at = end; street.length < 12; ) {
      const link = `${at} ${step}`;
      const more = onward.get(link);
      if (more === undefined) break;
      onward.delete(link);
      street.push(more);
      at = more;
    }
    streets.push(street);
  }
  return streets;
}

/** The blocks of a small file behind its header. */
function dataBlobs(file: Uint8Array): Uint8Array[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const blobs: Uint8Array[] = [];
  for (let at = 0; at < file.length; ) {
    const headLength = view.getUint32(at);
    // The size is the last varint of the block's header.
    const head = file.subarray(at + 4, at + 4 + headLength);
    let start = head.length - 1;
    while (start > 0 && head[start - 1]! >= 0x80) start--;
    const size = head.subarray(start).reduce((sum, byte, k) => sum + (byte & 0x7f) * 128 ** k, 0);
    blobs.push(file.subarray(at, at + 4 + headLength + size));
    at += 4 + headLength + size;
  }
  return blobs.slice(1);
}

function timed(title: string, runs: number, work: () => unknown): void {
  let note = '';
  const [times, cpuTimes]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run++) {
    const [started, cpu] = [performance.now(), process.cpuUsage()];
    const told = work();
    note = typeof told === 'string' ? told : '';
    times.push(performance.now() - started);
    const { user, system } = process.cpuUsage(cpu);
    cpuTimes.push((user + system) / 1000);
  }
  times.sort((a, b) => a - b);
  cpuTimes.sort((a, b) => a - b);
  say(title, `median ${show(times[runs >> 1]!)}, best ${show(times[0]!)}, processor ${show(cpuTimes[0]!)}${note === '' ? '' : `; ${note}`}`);
}

function each(title: string, runs: number, work: () => void): void {
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  }).sort((a, b) => a - b);
  say(title, `median ${show(times[runs >> 1]!)}, 99 in 100 under ${show(times[Math.floor(runs * 0.99)]!)}`);
}

function show(ms: number): string {
  return `${ms < 10 ? ms.toFixed(3) : ms.toFixed(0)} ms`;
}

function say(title: string, figures: string): void {
  console.log(`${title.padEnd(64)} ${figures}`);
}
