/**
 * GEOS 3.13 in WebAssembly: overlays in doubles, and the coverage validator.
 * Crossed units are mended by GEOSMakeValid, which keeps ground of an odd number of lines.
 */
import initGeosJs from 'geos-wasm';
import { geojsonToGeosGeom, geosGeomToGeojson } from 'geos-wasm/helpers';
import type { Geometry } from 'geojson';
import { pairsThatMeet } from './oracle.ts';
import type { Oracle, Point, Polygon, Task } from './oracle.ts';

type Pointer = number;
const GEOMETRY_COLLECTION = 7;

/** What of geos-wasm is used: its own types declare pointers loosely. */
interface Geos {
  Module: { _malloc(size: number): Pointer; _free(at: Pointer): void; HEAPU32: Uint32Array; getValue(at: Pointer, type: string): number };
  GEOSIntersection(a: Pointer, b: Pointer): Pointer;
  GEOSDifference(a: Pointer, b: Pointer): Pointer;
  GEOSUnaryUnion(a: Pointer): Pointer;
  GEOSMakeValid(a: Pointer): Pointer;
  GEOSisValid(a: Pointer): number;
  GEOSGeom_createCollection(type: number, members: Pointer, count: number): Pointer;
  GEOSGeom_clone(a: Pointer): Pointer;
  GEOSGetNumGeometries(a: Pointer): number;
  GEOSGetGeometryN(a: Pointer, n: number): Pointer;
  GEOSisEmpty(a: Pointer): number;
  GEOSCoverageIsValid(collection: Pointer, gapWidth: number, invalidEdges: Pointer): number;
}

export interface GeosOracle extends Oracle {
  /** Units with an edge that the coverage validator rejects; gaps narrower than `gapSteps` count too. */
  invalidUnits(task: Task, gapSteps?: number): number[];
}

/** Throws when GEOS itself gives up: no answer must not look like an empty one. */
export async function startGeos(): Promise<GeosOracle> {
  const geos = (await initGeosJs({ noticeHandler: () => undefined, errorHandler: () => undefined })) as unknown as Geos;
  const read = (geometry: Geometry): Pointer => sound(geojsonToGeosGeom(geometry, geos));
  const geometryOf = (polygons: Polygon[]): Pointer =>
    read({ type: 'MultiPolygon', coordinates: polygons.map((polygon) => polygon.map((ring) => [...ring, ring[0]!])) });
  const mended = (polygons: Polygon[]): Pointer => {
    const raw = geometryOf(polygons);
    return geos.GEOSisValid(raw) === 1 ? raw : sound(geos.GEOSMakeValid(raw));
  };
  const collection = (members: Pointer[]): Pointer => {
    const at = geos.Module._malloc(4 * members.length);
    geos.Module.HEAPU32.set(members, at / 4);
    const all = sound(geos.GEOSGeom_createCollection(GEOMETRY_COLLECTION, at, members.length));
    geos.Module._free(at);
    return all;
  };
  const united = (members: Pointer[]): Pointer => sound(geos.GEOSUnaryUnion(collection(members)));
  const written = (at: Pointer): Polygon[] => polygonsOf(geosGeomToGeojson(at, geos) as Geometry);
  const unitsOf = (task: Task): Pointer[] => task.units.map(mended);

  return {
    name: 'GEOS',
    heldTwice(task) {
      const units = unitsOf(task);
      const shared = pairsThatMeet(task.units).map(([a, b]) => sound(geos.GEOSIntersection(units[a]!, units[b]!)))
        .filter((common) => geos.GEOSisEmpty(common) === 0);
      if (shared.length === 0) return [];
      // Lines and points where neighbours only touch stay in the collection: written() leaves them out.
      const all = united(shared.flatMap((common) => written(common).map((polygon) => geometryOf([polygon]))));
      return written(task.parent ? sound(geos.GEOSIntersection(all, mended(task.parent))) : all);
    },
    heldByNone(task) {
      const all = united(unitsOf(task));
      if (task.parent) return written(sound(geos.GEOSDifference(mended(task.parent), all)));
      const reach = 1e8;
      const box = geometryOf([[[[-1, -1], [reach, -1], [reach, reach], [-1, reach]]]]);
      return written(sound(geos.GEOSDifference(box, all))).filter(([outline]) => !outline!.some(([x]) => x < 0));
    },
    beyond(task) {
      return task.parent ? written(sound(geos.GEOSDifference(united(unitsOf(task)), mended(task.parent)))) : [];
    },
    invalidUnits(task, gapSteps = 0) {
      const edges = geos.Module._malloc(4);
      const answer = geos.GEOSCoverageIsValid(collection(task.units.map(geometryOf)), gapSteps, edges);
      if (answer === 2) throw new Error('GEOSCoverageIsValid failed');
      if (answer === 1) return [];
      const list = sound(geos.Module.getValue(edges, 'i32'));
      return task.units.map((_, i) => i).filter((i) => geos.GEOSisEmpty(sound(geos.GEOSGetGeometryN(list, i))) === 0);
    },
  };
}

function sound(at: Pointer): Pointer {
  if (!at) throw new Error('GEOS gave no answer');
  return at;
}

function polygonsOf(geometry: Geometry): Polygon[] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(polygonsOf);
  const list = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  return list.map((polygon) => polygon.map((ring) => ring.slice(0, -1).map(([x, y]): Point => [x!, y!])));
}
