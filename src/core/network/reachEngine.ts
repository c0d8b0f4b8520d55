/**
 * One network with all that answers questions about it: a worker holds one for each reading. Everything long is a generator.
 * `StreetNetwork` is the value to hand over or to keep; the engine is rebuilt from it in well under a second.
 */
import type { MultiPolygon } from 'geojson';
import { measureCatchment, remeasure, type Catchment, type CategorySources } from './catchment.ts';
import { placeOfVertex } from './contract.ts';
import { Doors, type DoorState } from './doors.ts';
import type { GateChange } from './gateChange.ts';
import { isochronePolygon } from './isochrone.ts';
import { UNREACHED, type Anchors } from './place.ts';
import { unservedPockets, type Pocket, type PocketQuestion } from './pockets.ts';
import { buildRaster, type NearestEdgeRaster, type RasterOptions } from './raster.ts';
import { reachedSet, type ReachedSet } from './reachedSet.ts';
import { Search } from './search.ts';
import { Snapper, type SnappedPoints } from './snap.ts';
import { degrees } from './streetGraph.ts';
import type { StreetNetwork } from './streetNetwork.ts';
import { finish, type Work } from '../progress.ts';

/** Where a search begins. */
export type Origin =
  /** A vertex of the graph, as it stands on the street. */
  | { readonly vertex: number }
  /** One of snapped points; what lies in a compound walks as its residents do when `asResident` is set. */
  | { readonly points: SnappedPoints; readonly point: number; readonly asResident?: boolean };

export class ReachEngine {
  readonly network: StreetNetwork;
  readonly doors: Doors | null;
  readonly search: Search;
  #snapper: Snapper | null = null;
  #degree: Uint32Array | null = null;
  #raster: NearestEdgeRaster | null = null;

  constructor(network: StreetNetwork) {
    this.network = network;
    this.doors = network.walls === null ? null : new Doors(network.net, network.walls.doors);
    this.search = new Search(network.net, this.doors);
  }

  /** Points in steps, interleaved. */
  snap(points: ArrayLike<number>): Work<SnappedPoints> {
    this.#snapper ??= new Snapper(this.network);
    return this.#snapper.snap(points);
  }

  /** Points that were snapped to the network before its gates changed; `again` tells of those that had to look for a street again. */
  resnap(before: SnappedPoints, points: ArrayLike<number>, change: GateChange, again?: (point: number) => void): Work<SnappedPoints> {
    this.#snapper ??= new Snapper(this.network);
    return this.#snapper.resnap(before, points, change, again);
  }

  /** One point at once, for a click. */
  snapPoint(x: number, y: number): SnappedPoints {
    return finish(this.snap([x, y]));
  }

  /** Leaves the answer in `search` until the next one. */
  reach(origin: Origin, limitMillimetres: number): Search {
    if ('vertex' in origin) {
      const { chain, offset } = placeOfVertex(this.network.net, origin.vertex);
      this.search.runFromPlace(chain, offset, 0, limitMillimetres);
    } else {
      const compound = origin.asResident === true ? origin.points.compound[origin.point]! : -1;
      this.search.run(origin.points.anchors, origin.point, limitMillimetres, compound);
    }
    return this.search;
  }

  /** Of the last search. */
  reachedSet(): ReachedSet {
    this.#degree ??= degrees(this.network.graph);
    return reachedSet(this.search, this.network.graph, this.#degree);
  }

  /** Points within the last search's limit, by their own places. */
  membersOf(anchors: Anchors): Uint32Array {
    const members: number[] = [];
    for (let point = 0; point < anchors.count; point++) if (this.search.toPoint(anchors, point) !== UNREACHED) members.push(point);
    return Uint32Array.from(members);
  }

  /** To be driven once before anything is drawn. */
  *prepareRaster(options: RasterOptions = {}): Work<NearestEdgeRaster> {
    this.#raster = yield* buildRaster(this.network, options);
    return this.#raster;
  }

  /** Of the last search, in degrees; a smaller limit than its own may be asked for. Null where nothing is reached. */
  polygon(limitMillimetres?: number): MultiPolygon | null {
    this.#raster ??= finish(buildRaster(this.network));
    return isochronePolygon(this.search, this.network, this.#raster, limitMillimetres);
  }

  catchment(homes: Anchors, categories: readonly CategorySources[]): Work<Catchment> {
    return measureCatchment(this.network.net, homes, categories, this.doors);
  }

  remeasure(before: Catchment, homes: Anchors, category: CategorySources): Catchment {
    return remeasure(before, this.network.net, homes, category, this.doors);
  }

  /** Takes the search's place: what it held is gone. */
  pockets(question: PocketQuestion): Pocket[] {
    return unservedPockets(this.network, this.search, question);
  }

  /** Opens or shuts the doors of a gate; nothing is built anew, but distances measured before are those of before. Gives the number of doors. */
  setGate(gate: number, access: DoorState): number {
    const { walls } = this.network;
    let changed = 0;
    walls?.doorGate.forEach((own, door) => {
      if (own !== gate) return;
      this.doors!.setState(door, access);
      changed++;
    });
    return changed;
  }
}
