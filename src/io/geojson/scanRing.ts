/**
 * One ring of positions, from bytes to 1e-7 degree steps. The reader's hot loop, kept small because
 * on a first run it is compiled while it works: integers throughout, and only numbers as degrees are
 * commonly written (`116.4109512`). All others are `readOrdinate`'s.
 *
 * It knows only well-formed positions and answers false at anything else, without saying why;
 * then `explainCoordinates` walks the same ground slowly, with names.
 */
import { readOrdinate, roundTail, skipFurtherOrdinates } from './readOrdinate.ts';
import { growCoordinates, type Scan } from './scan.ts';

const POWER_OF_TEN = new Int32Array([1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000]);

/**
 * Four decimals in one step: a byte less `0` is no digit when adding 0x76 lifts it to the high bit.
 * Then tens and units meet in pairs, first decimal lowest.
 */
const FOUR_ZEROS = 0x30303030;
const ABOVE_NINE = 0x76767676;
const HIGH_BITS = 0x80808080;

/** Spaces less 48 are less than this; all that a position is written with is not. */
const BELOW_MARKS = -10;

/**
 * Reads positions up to and with the ring's `]`; `scan.at` stands after its `[`. All positions are
 * stored, the closing one too. False: not a ring of numbers in range; nothing is to be kept.
 *
 * `| 0` turns the nothing behind the last byte into a zero, which is neither digit nor mark.
 */
export function scanRing(scan: Scan): boolean {
  const bytes = scan.bytes;
  const view = scan.view;
  const lastFour = bytes.length - 4;
  let coordinates = scan.coordinates;
  const first = scan.vertexCount * 2;
  let out = first;
  let i = scan.at;
  for (;;) {
    if (bytes[i] !== 91) {
      i = afterSpace(bytes, i);
      // Only an empty ring may close here: after a comma a position must follow.
      if (bytes[i] === 93 && out === first) break;
      if (bytes[i] !== 91) return false;
    }
    if (out + 2 > coordinates.length) coordinates = growCoordinates(scan);
    for (let axis = 0; axis < 2; axis++) {
      let d = (bytes[++i]! | 0) - 48;
      if (d < BELOW_MARKS) {
        i = afterSpace(bytes, i);
        d = (bytes[i]! | 0) - 48;
      }
      const start = i;
      let value = 0;
      while (d >>> 0 <= 9) {
        value = (value * 10 + d) | 0;
        d = (bytes[++i]! | 0) - 48;
      }
      // One to three digits and a point (-2). A leading zero, like a sign, is left to readOrdinate.
      let left = -1;
      if (d === -2 && bytes[start] !== 48 && value <= 180 && i - start <= 3 && i > start) {
        const end = i + 8;
        const four = i < lastFour ? view.getUint32(i + 1, true) ^ FOUR_ZEROS : -1;
        if ((((four + ABOVE_NINE) | four) & HIGH_BITS) === 0) {
          const pairs = (four * 10 + (four >>> 8)) & 0xff00ff;
          value = (value * 10_000 + (pairs & 0xff) * 100 + (pairs >>> 16)) | 0;
          i += 4;
        }
        d = (bytes[++i]! | 0) - 48;
        while (d >>> 0 <= 9 && i < end) {
          value = (value * 10 + d) | 0;
          d = (bytes[++i]! | 0) - 48;
        }
        left = end - i;
        if (d >>> 0 <= 9) {
          value = roundTail(scan, value, i, false);
          i = scan.at;
          d = (bytes[i]! | 0) - 48;
        }
      }
      if (d < BELOW_MARKS) {
        i = afterSpace(bytes, i);
        d = (bytes[i]! | 0) - 48;
      }
      // A comma (-4) or bracket (45) behind one to seven decimals.
      if (left >= 0 && left < 7 && (d === -4 || d === 45)) value = (value * POWER_OF_TEN[left]!) | 0;
      else {
        value = readOrdinate(scan, start);
        i = scan.at;
      }
      const farthest = axis === 0 ? 1_800_000_000 : 900_000_000;
      if (value > farthest || value < -farthest) return false;
      coordinates[out + axis] = value;
      if (axis === 0 && bytes[i] !== 44) return false;
    }
    if (bytes[i] !== 93) {
      i = skipFurtherOrdinates(bytes, i);
      if (bytes[i] !== 93) return false;
    }
    out += 2;
    if (bytes[++i] !== 44) {
      i = afterSpace(bytes, i);
      if (bytes[i] === 93) break;
      if (bytes[i] !== 44) return false;
    }
    i++;
  }
  scan.at = i + 1;
  scan.vertexCount = out / 2;
  return true;
}

function afterSpace(bytes: Uint8Array, start: number): number {
  let i = start;
  let c = bytes[i]! | 0;
  // Indentation is the one long run of spaces in a file.
  while (c === 32 || c === 10 || c === 13 || c === 9) c = bytes[++i]! | 0;
  return i;
}
