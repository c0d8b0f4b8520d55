/** Which projected system a position in metres may belong to, by the size of its numbers alone. */

export interface ProjectedGuess {
  /** What the system is called, the same in every language; several where the size leaves it open. */
  systems: string[];
  /** Northing first, as surveyors write: the first number is the northing. */
  northingFirst: boolean;
}

const FIRST_ZONE = 25;
const LAST_ZONE = 45;
/** EPSG code of CGCS2000 / 3-degree Gauss–Krüger zone 25. */
const FIRST_ZONE_CODE = 4513;
const FIRST_WIDE_ZONE = 13;
const LAST_WIDE_ZONE = 23;
const FIRST_WIDE_ZONE_CODE = 4491;
/** Northings of China on a Gauss–Krüger grid, metres. */
const LEAST_NORTHING = 300_000;
const MOST_NORTHING = 6_000_000;
/** Web Mercator between 73° and 136° east. */
const LEAST_MERCATOR = 8_126_000;
const MOST_MERCATOR = 15_140_000;

export function guessProjection(x: number, y: number): ProjectedGuess {
  const straight = systemsOf(x, y);
  if (straight.length > 0) return { systems: straight, northingFirst: false };
  return { systems: systemsOf(y, x), northingFirst: true };
}

function systemsOf(easting: number, northing: number): string[] {
  if (northing < LEAST_NORTHING || northing > 2 * MOST_NORTHING) return [];
  const zone = Math.floor(easting / 1e6);
  const offset = easting - zone * 1e6;
  const plausibleOffset = offset > 100_000 && offset < 900_000 && northing <= MOST_NORTHING;
  if (zone >= FIRST_ZONE && zone <= LAST_ZONE && plausibleOffset) {
    return [`EPSG:${FIRST_ZONE_CODE + zone - FIRST_ZONE} (CGCS2000 3° zone ${zone}, ${zone * 3}°E)`];
  }
  const systems: string[] = [];
  if (easting >= LEAST_MERCATOR && easting <= MOST_MERCATOR) systems.push('EPSG:3857 (Web Mercator)');
  if (zone >= FIRST_WIDE_ZONE && zone <= LAST_WIDE_ZONE && plausibleOffset) {
    systems.push(`EPSG:${FIRST_WIDE_ZONE_CODE + zone - FIRST_WIDE_ZONE} (CGCS2000 6° zone ${zone}, ${zone * 6 - 3}°E)`);
  }
  if (zone === 0 && plausibleOffset) systems.push('EPSG:4534–4554 (CGCS2000 3°, 75°E–135°E)');
  return systems;
}
