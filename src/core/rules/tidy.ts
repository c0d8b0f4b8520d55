/** Figures without the noise of doubles: twelve significant digits, what no count, area or sum of money needs more of. */

const DIGITS = 12;
/** Doubles hold these exactly. */
const POWERS_OF_TEN = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));
const HALF = 0.5;
/** More than what scaling a figure to twelve digits can be wrong by. */
const DOUBT = 0.001;

/** 1,180 − 1,623.3 in doubles is −443.29999999999995. */
export function tidy(value: number): number {
  if (!Number.isFinite(value) || Number.isInteger(value)) return value;
  const scale = POWERS_OF_TEN[DIGITS - 1 - Math.floor(Math.log10(Math.abs(value)))];
  if (scale !== undefined) {
    const scaled = value * scale;
    const digits = Math.round(scaled);
    // What lies so near to the middle of two figures that the error of scaling might decide is written out.
    if (HALF - Math.abs(scaled - digits) > DOUBT) return digits / scale;
  }
  return Number(value.toPrecision(DIGITS));
}
