/** Communities by households in bars of equal width, so that the band's ends fall between two bars. */
import type { Band } from '../../core/rules/classify.ts';
import type { SizeClass } from '../../core/rules/vocabulary.ts';

export interface SizeBar {
  from: number;
  /** Exclusive; the last bar holds everything from its start on. */
  to: number;
  count: number;
  tone: SizeClass;
}

export interface SizeBars {
  bars: SizeBar[];
  /** Households from bar to bar. */
  width: number;
  unknown: number;
}

const MOST_BARS = 16;
const STEPS = [1, 2, 5];

/** A community of exactly the upper bound is in range: it belongs to the bar below that end. */
export function sizeBars(sizes: readonly (number | null)[], band: Band | null): SizeBars {
  const known = sizes.filter((size): size is number => size !== null);
  const largest = Math.max(1, ...known, band?.max ?? 0);
  const width = niceWidth(largest, band);
  const count = Math.min(MOST_BARS, Math.ceil(largest / width));
  const bars = Array.from({ length: count }, (_, k): SizeBar => ({ from: k * width, to: (k + 1) * width, count: 0, tone: toneOf(k * width, (k + 1) * width, band) }));
  for (const size of known) bars[Math.min(count - 1, Math.max(0, indexOf(size, width, band)))]!.count++;
  return { bars, width, unknown: sizes.length - known.length };
}

function indexOf(size: number, width: number, band: Band | null): number {
  const index = Math.floor(size / width);
  return band?.max === size && size % width === 0 ? index - 1 : index;
}

/** Of 1, 2, 5 × 10ⁿ the smallest that needs few bars and divides the band's ends. */
function niceWidth(largest: number, band: Band | null): number {
  const ends = [band?.min, band?.max].filter((end): end is number => typeof end === 'number' && end > 0);
  for (let power = 1; power <= 1e9; power *= 10) {
    for (const step of STEPS) {
      const width = power * step;
      if (largest / width <= MOST_BARS && ends.every((end) => end % width === 0)) return width;
    }
    if (power * 10 > largest) break;
  }
  return Math.ceil(largest / MOST_BARS);
}

function toneOf(from: number, to: number, band: Band | null): SizeClass {
  if (band === null) return 'noBand';
  if (band.min !== null && to <= band.min) return 'micro';
  return band.max !== null && from >= band.max ? 'superLarge' : 'inRange';
}
