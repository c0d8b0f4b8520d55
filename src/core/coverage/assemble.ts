/** From traced faces to a coverage: runs of edges become arcs, their ends nodes, and each face gets its loops and its size. */
import { ringAreaSquareMetres } from '../geo/ellipsoid.ts';
import { PagedArray } from '../pagedArray.ts';
import { OUTSIDE_FACE, type Arc, type Coverage, type Face, type LegalLine, type Node } from './coverage.ts';
import { openIndex, type Box } from './faceIndex.ts';
import { facesOfUnits } from './faceLists.ts';
import type { TracedFaces } from './faces.ts';
import { grown } from './grown.ts';
import { areaLessHoles, byLowest } from './loops.ts';
import { traceArcs } from './traceArcs.ts';

/** Whose ground a face is, by the files. */
export interface Claims {
  units: readonly number[];
  parent: number;
  parents: readonly number[];
}

export function assemble(
  traced: TracedFaces, claims: readonly Claims[], legal: (left: number, right: number) => LegalLine | null, hasParent: boolean, unitCount: number,
): Coverage {
  const { arcs, nodes, halfOf } = traceArcs(traced, legal);
  const loops = new LoopSurvey(traced);
  const faces: Face[] = [];
  for (let f = 0; f < traced.faceCount; f++) {
    const outside = f === OUTSIDE_FACE;
    const rims = traced.outline[f]! < 0 ? traced.holes[f]! : [traced.outline[f]!, ...traced.holes[f]!];
    const surveyed = rims.map((rim) => loops.survey(rim, halfOf[rim]!, !outside));
    const { units, parent } = claims[f]!;
    faces.push({
      // Holes by their lowest vertex, so that sums over loops have one order.
      loops: byLowest(surveyed, outside),
      claimants: units, base: units, parent, inParent: hasParent ? parent >= 0 : !outside,
      areaSquareMetres: outside ? 0 : areaLessHoles(surveyed.map(({ area }) => area)),
      box: outside ? [0, 0, 0, 0] : surveyed[0]!.box,
    });
  }
  return {
    arcs: PagedArray.from<Arc | null>(arcs), nodes: PagedArray.from<Node | null>(nodes), faces: PagedArray.from<Face | null>(faces),
    ...facesOfUnits(faces, unitCount),
    index: openIndex(faces, extentOf(faces)),
  };
}

interface Loop {
  half: number;
  /** Its lowest vertex. */
  x: number;
  y: number;
  /** Signed, m². */
  area: number;
  box: Box;
}

/** Measures boundaries without making a ring of each. */
class LoopSurvey {
  private ring = new Int32Array(4096);

  constructor(private readonly traced: TracedFaces) {}

  /** The boundary that half-edge `rim` runs along, as `ringArea` measures it; `half` is its half-arc. */
  survey(rim: number, half: number, withArea: boolean): Loop {
    const { graph: { edgeFrom, edgeTo, nodeX, nodeY }, next } = this.traced;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    let length = 0;
    let lowest = 0;
    let h = rim;
    do {
      const n = (h & 1) === 0 ? edgeFrom[h >> 1]! : edgeTo[h >> 1]!;
      const x = nodeX[n]!;
      const y = nodeY[n]!;
      // Room for the ring twice: see below.
      if (2 * length + 4 > this.ring.length) this.ring = grown(this.ring);
      if (x < west || (x === west && y < this.ring[lowest + 1]!)) lowest = length;
      this.ring[length++] = x;
      this.ring[length++] = y;
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
      h = next[h]!;
    } while (h !== rim);
    // What stands before the lowest vertex is put behind the end: from the lowest on it is the whole ring.
    this.ring.copyWithin(length, 0, lowest);
    return {
      half, x: this.ring[lowest]!, y: this.ring[lowest + 1]!, box: [west, south, east, north],
      area: withArea ? ringAreaSquareMetres(this.ring, lowest / 2, (lowest + length) / 2) : 0,
    };
  }
}

function extentOf(faces: readonly Face[]): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let f = 1; f < faces.length; f++) {
    const box = faces[f]!.box;
    west = Math.min(west, box[0]);
    south = Math.min(south, box[1]);
    east = Math.max(east, box[2]);
    north = Math.max(north, box[3]);
  }
  return west === Infinity ? [0, 0, 1, 1] : [west, south, east, north];
}
