/**
 * Files may hold more decimals than the grid of 1e-7 degree. What is written anew then takes the text that its neighbours
 * have for the same position, so that both keep the same numbers to the last digit.
 */
import { STEPS_PER_DEGREE } from '../../core/geo/coordinates.ts';

/** An ordinate with more decimals than the grid. */
const FINER = /[[,]\s*-?\d+\.\d{8,}\s*[,\]]/;
const POSITION = /\[\s*(-?\d[\d.eE+-]*)\s*,\s*(-?\d[\d.eE+-]*)/g;

export class PositionTexts {
  private readonly texts = new Map<string, string>();

  /** Of features near what is written, as text. Of several texts for one position the first counts. */
  constructor(features: readonly string[]) {
    if (!features.some((feature) => FINER.test(feature))) return;
    for (const feature of features) {
      for (const [, lng, lat] of feature.matchAll(POSITION)) {
        const key = `${onGrid(lng!)},${onGrid(lat!)}`;
        if (!this.texts.has(key)) this.texts.set(key, `[${lng!},${lat!}]`);
      }
    }
  }

  find(x: number, y: number): string | undefined {
    return this.texts.size === 0 ? undefined : this.texts.get(`${x},${y}`);
  }
}

/** As the reader rounds: see `readOrdinate`. */
function onGrid(text: string): number {
  const value = Number(text) * STEPS_PER_DEGREE;
  return (value < 0 ? -1 : 1) * Math.floor(Math.abs(value) + 0.5314);
}
