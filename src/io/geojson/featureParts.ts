/** Where the parts of a feature stand in the bytes, so that one can be replaced and all others stay as they are. */
import { CLOSE_OBJECT, COMMA, nextByte, OPEN_OBJECT, skipKey, skipValue } from './jsonBytes.ts';
import { createScan, type Scan } from './scan.ts';
import { strictDecoder } from './slice.ts';

/** Start and end byte of a value. */
export type Range = readonly [start: number, end: number];

export class FeatureParts {
  private readonly scan: Scan;

  constructor(private readonly bytes: Uint8Array, private readonly encoding: 'utf-8' | 'gb18030') {
    this.scan = createScan(bytes, 0, encoding, 0);
  }

  /** Values of the members of the object that starts there; of a member named twice the last. */
  members(start: number): Map<string, Range> {
    const { scan } = this;
    const found = new Map<string, Range>();
    scan.at = start;
    scan.failure = null;
    if (nextByte(scan) !== OPEN_OBJECT) return found;
    scan.at++;
    while (nextByte(scan) !== CLOSE_OBJECT) {
      const keyStart = scan.at;
      if (!skipKey(scan)) throw new Error(`The feature at byte ${start} can't be read again.`);
      // Without the colon behind it.
      const key = JSON.parse(this.text([keyStart, scan.at - 1])) as string;
      nextByte(scan);
      const from = scan.at;
      if (!skipValue(scan)) throw new Error(`The feature at byte ${start} can't be read again.`);
      found.set(key, [from, scan.at]);
      if (nextByte(scan) === COMMA) scan.at++;
    }
    return found;
  }

  text([start, end]: Range): string {
    return strictDecoder(this.encoding).decode(this.bytes.subarray(start, end));
  }
}
