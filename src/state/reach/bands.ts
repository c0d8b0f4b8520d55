/** Bands of an isochrone: five, ten, fifteen minutes; other limits are cut in thirds. */
import type { ReachSettings } from '../../worker/reachProtocol.ts';

const SECONDS_PER_MINUTE = 60;
const BANDS = 3;
const STEP_MINUTES = 5;
/** Thirds of a distance are rounded to these, metres. */
const ROUND_METRES = 10;

export interface BandLimits {
  /** Ascending; the last is the limit. */
  limitsMetres: number[];
  speedMetresPerSecond: number | null;
}

export function bandLimits(limit: ReachSettings['limit']): BandLimits {
  const thirds = Array.from({ length: BANDS }, (_, band) => (band + 1) / BANDS);
  if (limit.by === 'minutes') {
    const { minutes, speedMetresPerSecond } = limit;
    const count = minutes / STEP_MINUTES;
    const steps = Number.isInteger(count) && count <= BANDS ? Array.from({ length: count }, (_, band) => (band + 1) * STEP_MINUTES) : thirds.map((share) => share * minutes);
    return { limitsMetres: steps.map((each) => each * SECONDS_PER_MINUTE * speedMetresPerSecond), speedMetresPerSecond };
  }
  const { metres } = limit;
  return { limitsMetres: thirds.map((share) => (share === 1 ? metres : Math.round((share * metres) / ROUND_METRES) * ROUND_METRES)), speedMetresPerSecond: null };
}

/** Minutes for a way; null where the limit is a distance. */
export function minutesOf(metres: number, limit: ReachSettings['limit']): number | null {
  return limit.by === 'minutes' ? metres / limit.speedMetresPerSecond / SECONDS_PER_MINUTE : null;
}
