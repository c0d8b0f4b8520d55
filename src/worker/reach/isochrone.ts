/** What is reached from a place: bands as polygons to look at, people and households counted along the streets. */
import circle from '@turf/circle';
import { STEPS_PER_DEGREE, type LngLat } from '../../core/geo/coordinates.ts';
import { UNKNOWN_COUNT } from '../../core/network/homes.ts';
import { lengthMillimetres } from '../../core/network/edgeLength.ts';
import type { Facility } from '../../io/streets/readFacilities.ts';
import type { ReachApi, ReachBand, ReachIsochrone } from '../reachProtocol.ts';
import type { PlacedHomes } from './homes.ts';
import type { Reading } from './readings.ts';

const MILLIMETRES = 1000;
const SECONDS_PER_MINUTE = 60;
/** Limits are written at the west of the outlines, apart from each other. */
const LABEL_DEGREES = [290, 262, 225];
/** Corners of a circle. */
const STEPS = 96;

export function isochroneOf({ at, limitsMetres, speedMetresPerSecond, asResident }: Parameters<ReachApi['reachIsochrone']>[0], reading: Reading | null, homes: PlacedHomes, facilities: readonly Facility[]): ReachIsochrone {
  const started = performance.now();
  const limits = [...new Set(limitsMetres)].sort((a, b) => a - b);
  const place: [number, number] = [Math.round(at[0] * STEPS_PER_DEGREE), Math.round(at[1] * STEPS_PER_DEGREE)];
  const distances = reading ? alongStreets(reading, place, limits.at(-1)! * MILLIMETRES, asResident) : null;
  const metresTo = (home: number): number => (distances ? distances.metresTo(home) : lengthMillimetres(place[0], place[1], homes.places[2 * home]!, homes.places[2 * home + 1]!) / MILLIMETRES);
  const bands = limits.map((metres): ReachBand => ({ metres, minutes: speedMetresPerSecond === null ? null : metres / speedMetresPerSecond / SECONDS_PER_MINUTE, households: 0, people: 0, label: null }));
  for (let home = 0; home < homes.atoms.length; home++) {
    const there = metresTo(home);
    for (const band of bands) {
      if (there > band.metres) continue;
      band.households += known(homes.households[home]!);
      band.people += known(homes.people[home]!);
    }
  }
  const features = limits.flatMap((metres, band) => {
    const geometry = distances ? distances.polygon(metres) : circle(at as [number, number], metres, { units: 'meters', steps: STEPS }).geometry;
    if (geometry !== null) bands[band]!.label = cornerOf(geometry, LABEL_DEGREES[band % LABEL_DEGREES.length]!);
    return geometry === null ? [] : [{ type: 'Feature', id: band, properties: { band, metres }, geometry }];
  });
  return {
    at, snappedMetres: distances ? distances.snappedMetres : null, bands, straight: reading === null,
    nearest: nearestOf(facilities, (k) => (distances ? distances.metresToFacility(k) : lengthMillimetres(place[0], place[1], facilities[k]!.x, facilities[k]!.y) / MILLIMETRES), limits.at(-1)!),
    geojson: new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features: features.reverse() })).buffer, milliseconds: performance.now() - started,
  };
}

function alongStreets({ engine, homePoints, facilityPoints }: Reading, [x, y]: [number, number], limitMillimetres: number, asResident: boolean) {
  const points = engine.snapPoint(x, y);
  const search = engine.reach({ points, point: 0, asResident }, limitMillimetres);
  const { anchors } = points;
  return {
    snappedMetres: anchors.start[1]! > 0 ? anchors.extra[0]! / MILLIMETRES : null,
    metresTo: (home: number) => search.toPoint(homePoints.anchors, home) / MILLIMETRES,
    metresToFacility: (facility: number) => search.toPoint(facilityPoints.anchors, facility) / MILLIMETRES,
    polygon: (metres: number) => engine.polygon(metres * MILLIMETRES),
  };
}

function nearestOf(facilities: readonly Facility[], metresTo: (facility: number) => number, widest: number): ReachIsochrone['nearest'] {
  const nearest = new Map<string, ReachIsochrone['nearest'][number]>();
  facilities.forEach(({ category, name, x, y }, k) => {
    if (category === null) return;
    const metres = metresTo(k);
    if (metres <= widest && metres < (nearest.get(category)?.metres ?? Infinity)) nearest.set(category, { category, name: name ?? '', metres, at: [x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE] });
  });
  return [...nearest.values()].sort((a, b) => a.metres - b.metres);
}

/** The corner farthest in a direction: clockwise from north. */
function cornerOf(geometry: { type: string; coordinates: unknown }, degrees: number): LngLat | null {
  const [dx, dy] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const outer = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as number[][][][];
  let [best, corner]: [number, LngLat | null] = [-Infinity, null];
  for (const [ring] of outer) {
    for (const [lng, lat] of ring ?? []) {
      const far = lng! * dx * Math.cos((lat! * Math.PI) / 180) + lat! * dy;
      if (far > best) [best, corner] = [far, [lng!, lat!]];
    }
  }
  return corner;
}

function known(count: number): number {
  return count === UNKNOWN_COUNT ? 0 : count;
}
