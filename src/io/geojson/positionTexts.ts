/**
 * Files may hold more decimals than the grid of 1e-7 degree. What is written anew then takes the text that its neighbours
 * have for the same position, so that both keep the same numbers to the last digit.
 */
import { STEPS_PER_DEGREE } from '../../core/geo/coordinates.ts';

/** An ordinate with more decimals than the grid. */
const FINER = /[[,]\s*-?\d+\.\d{8,}\s*[,\]]/;
const FINER_DIGITS = 8;
const POSITION = /\[\s*(-?\d[\d.eE+-]*)\s*,\s*(-?\d[\d.eE+-]*)/g;

export class PositionTexts {
  private readonly texts = new Map<string, string>();

  /** Of features near what is written, as they stand in the file. Of several texts for one position the first counts. */
  constructor(features: readonly Uint8Array[]) {
    if (!features.some(hasLongFraction)) return;
    const texts = features.map((feature) => LATIN.decode(feature));
    if (!texts.some((text) => FINER.test(text))) return;
    for (const text of texts) {
      for (const [, lng, lat] of text.matchAll(POSITION)) {
        const key = `${onGrid(lng!)},${onGrid(lat!)}`;
        if (!this.texts.has(key)) this.texts.set(key, `[${lng!},${lat!}]`);
      }
    }
  }

  find(x: number, y: number): string | undefined {
    return this.texts.size === 0 ? undefined : this.texts.get(`${x},${y}`);
  }
}

/** Whether a point with many digits behind it stands anywhere: where none does, no ordinate is finer. */
function hasLongFraction(feature: Uint8Array): boolean {
  let digits = FINER_DIGITS;
  for (let i = 0; i < feature.length; i++) {
    const byte = feature[i]!;
    if (byte === 46) digits = 0;
    else if (byte < 48 || byte > 57) digits = FINER_DIGITS;
    else if (digits < FINER_DIGITS && ++digits === FINER_DIGITS) return true;
  }
  return false;
}

/** Numbers and brackets are the same in every encoding. */
const LATIN = new TextDecoder('latin1');

/** As the reader rounds: see `readOrdinate`. */
function onGrid(text: string): number {
  const value = Number(text) * STEPS_PER_DEGREE;
  return (value < 0 ? -1 : 1) * Math.floor(Math.abs(value) + 0.5314);
}
