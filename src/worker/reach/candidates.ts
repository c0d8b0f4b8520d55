/** Places where a facility may stand: any junction of the streets, or the points and parcels of a file. */
import { STEPS_PER_DEGREE, type Datum, type LngLat } from '../../core/geo/coordinates.ts';
import { selectAnchors, type Anchors } from '../../core/network/place.ts';
import type { ReachEngine } from '../../core/network/reachEngine.ts';
import type { SnappedPoints } from '../../core/network/snap.ts';
import type { Work } from '../../core/progress.ts';
import { junctionAnchors } from '../../core/siting/junctions.ts';
import { largeEnough } from '../../core/siting/problem.ts';
import { readPlaces, type Place, type PlaceReading } from '../../io/siting/readPlaces.ts';
import type { LeftOut, ReachCandidates } from '../sitingProtocol.ts';
import { junctionPlace } from './sitingGround.ts';

/** Those that may be taken. */
export interface Candidates {
  readonly anchors: Anchors;
  readonly leftOut: LeftOut;
  readonly at: (candidate: number) => LngLat;
  /** Of a file; null: a junction. */
  readonly place: (candidate: number) => Place | null;
}

const MILLIMETRES = 1000;
const NONE: LeftOut = { tooSmall: 0, areaUnknown: 0, offStreet: 0 };
/** A page has no use for more, and lists their areas. */
const MOST_PLACES = 100_000;
const MOST_BYTES = 200_000_000;

export interface CandidateFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function readCandidates({ name, bytes }: CandidateFile, datum: Datum): PlaceReading {
  const reading = readPlaces(name, bytes, { datum, weightColumn: null, maxBytes: MOST_BYTES });
  if (reading.places.length <= MOST_PLACES) return reading;
  return { ...reading, places: [], problems: [...reading.problems, { code: 'tooLarge', severity: 'refused', file: name, feature: null, found: String(reading.places.length), expected: `≤ ${MOST_PLACES}` }] };
}

export function* snapPlaces(engine: ReachEngine, places: readonly Place[]): Work<SnappedPoints> {
  return yield* engine.snap(Float64Array.from(places.flatMap(({ x, y }) => [x, y])));
}

export function candidatesView(file: string, { places, problems, tableProblems, unplaced }: PlaceReading, { report }: SnappedPoints): ReachCandidates {
  return {
    file, places: places.length, areas: places.map(({ areaSquareMetres }) => areaSquareMetres), outlineAreas: places.reduce((sum, { isOutlineArea }) => sum + Number(isOutlineArea === true), 0),
    unplaced, snap: report, problems: [...problems], tableProblems: [...tableProblems],
  };
}

export function placeCandidates(places: readonly Place[], { anchors }: SnappedPoints, leastSquareMetres: number | null): Candidates {
  const area = leastSquareMetres === null ? null : largeEnough(places.map(({ areaSquareMetres }) => areaSquareMetres), leastSquareMetres);
  const isHung = (k: number) => anchors.start[k + 1]! > anchors.start[k]!;
  const large = [...places.keys()].filter((k) => area === null || area.eligible[k] === 1);
  const taken = Uint32Array.from(large.filter(isHung));
  return {
    anchors: selectAnchors(anchors, taken), leftOut: { tooSmall: area?.tooSmall.length ?? 0, areaUnknown: area?.unknown.length ?? 0, offStreet: large.length - taken.length },
    at: (candidate) => {
      const { x, y } = places[taken[candidate]!]!;
      return [x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE];
    },
    place: (candidate) => places[taken[candidate]!]!,
  };
}

/** Those of the part of the network on which everybody hangs. */
export function junctionCandidates(engine: ReachEngine, among?: Uint32Array): Candidates {
  const { graph, net } = engine.network;
  const junctions = among ?? Uint32Array.from([...net.junctionVertex.keys()].filter((junction) => graph.component[net.junctionVertex[junction]!] === 0));
  return { anchors: junctionAnchors(engine.search, junctions), leftOut: NONE, at: (candidate) => junctionPlace(engine, junctions[candidate]!), place: () => null };
}

/** Metres from a candidate to the street that it hangs on; the nearest where it hangs on several gates. */
export function offStreetMetres({ start, extra }: Anchors, candidate: number): number {
  return Math.min(...extra.subarray(start[candidate], start[candidate + 1])) / MILLIMETRES;
}
