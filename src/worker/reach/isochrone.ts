/** What is reached from a place: bands as polygons to look at, people and households counted along the streets. */
import circle from '@turf/circle';
import { STEPS_PER_DEGREE } from '../../core/geo/coordinates.ts';
import { UNKNOWN_COUNT } from '../../core/network/homes.ts';
import { lengthMillimetres } from '../../core/network/edgeLength.ts';
import type { ReachApi, ReachBand, ReachIsochrone } from '../reachProtocol.ts';
import type { PlacedHomes } from './homes.ts';
import type { Reading } from './readings.ts';

const MILLIMETRES = 1000;
const SECONDS_PER_MINUTE = 60;
/** Corners of a circle. */
const STEPS = 96;

export function isochroneOf({ at, limitsMetres, speedMetresPerSecond, asResident }: Parameters<ReachApi['reachIsochrone']>[0], reading: Reading | null, homes: PlacedHomes): ReachIsochrone {
  const started = performance.now();
  const limits = [...new Set(limitsMetres)].sort((a, b) => a - b);
  const place: [number, number] = [Math.round(at[0] * STEPS_PER_DEGREE), Math.round(at[1] * STEPS_PER_DEGREE)];
  const distances = reading ? alongStreets(reading, place, limits.at(-1)! * MILLIMETRES, asResident) : null;
  const metresTo = (home: number): number => (distances ? distances.metresTo(home) : lengthMillimetres(place[0], place[1], homes.places[2 * home]!, homes.places[2 * home + 1]!) / MILLIMETRES);
  const bands = limits.map((metres): ReachBand => ({ metres, minutes: speedMetresPerSecond === null ? null : metres / speedMetresPerSecond / SECONDS_PER_MINUTE, households: 0, people: 0 }));
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
    return geometry === null ? [] : [{ type: 'Feature', id: band, properties: { band, metres }, geometry }];
  });
  return {
    at, snappedMetres: distances ? distances.snappedMetres : null, bands, straight: reading === null,
    geojson: new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features: features.reverse() })).buffer, milliseconds: performance.now() - started,
  };
}

function alongStreets({ engine, homePoints }: Reading, [x, y]: [number, number], limitMillimetres: number, asResident: boolean) {
  const points = engine.snapPoint(x, y);
  const search = engine.reach({ points, point: 0, asResident }, limitMillimetres);
  const { anchors } = points;
  return {
    snappedMetres: anchors.start[1]! > 0 ? anchors.extra[0]! / MILLIMETRES : null,
    metresTo: (home: number) => search.toPoint(homePoints.anchors, home) / MILLIMETRES,
    polygon: (metres: number) => engine.polygon(metres * MILLIMETRES),
  };
}

function known(count: number): number {
  return count === UNKNOWN_COUNT ? 0 : count;
}
