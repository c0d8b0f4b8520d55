/** The header block: what a reader must understand, and what ground the file covers. */
import { StreetFailure } from './failure.ts';
import { bytesOf, readFields, varint, zigzag } from './wire.ts';

const UNDERSTOOD = ['OsmSchema-V0.6', 'DenseNodes'];
const NANODEGREES = 1e9;
/** The widest province is half of this; a country or the planet will not fit a page's memory. */
export const MOST_DEGREES = 25;

export interface PbfHeader {
  /** West, south, east, north in degrees; null where the file does not say. */
  readonly bounds: readonly [number, number, number, number] | null;
  readonly writingProgram: string | null;
  /** Of the data, seconds since 1970; null where the file does not say. */
  readonly replicationSeconds: number | null;
}

export function readHeader(block: Uint8Array, mostDegrees = MOST_DEGREES): PbfHeader {
  const required: string[] = [];
  const header: { -readonly [K in keyof PbfHeader]: PbfHeader[K] } = { bounds: null, writingProgram: null, replicationSeconds: null };
  readFields(block, 0, block.length, (tag, pbf) => {
    if (tag === 1) header.bounds = readBounds(bytesOf(pbf));
    else if (tag === 4) required.push(utf8(bytesOf(pbf)));
    else if (tag === 16) header.writingProgram = utf8(bytesOf(pbf));
    else if (tag === 32) header.replicationSeconds = varint(pbf, true);
  });
  const unknown = required.filter((feature) => !UNDERSTOOD.includes(feature));
  if (unknown.length > 0) throw new StreetFailure('requiredFeature', unknown.join(', '), UNDERSTOOD.join(', '));
  if (header.bounds !== null) refuseWide(header.bounds, mostDegrees);
  return header;
}

function refuseWide([west, south, east, north]: readonly [number, number, number, number], most: number): void {
  if (east - west <= most && north - south <= most) return;
  const side = (degrees: number) => Number(degrees.toFixed(2));
  throw new StreetFailure('tooWide', `${side(east - west)}° × ${side(north - south)}°`, `≤ ${most}° × ${most}°`);
}

function readBounds(message: Uint8Array): [number, number, number, number] {
  const sides = { 1: 0, 2: 0, 3: 0, 4: 0 };
  readFields(message, 0, message.length, (tag, pbf) => {
    if (tag === 1 || tag === 2 || tag === 3 || tag === 4) sides[tag] = zigzag(pbf) / NANODEGREES;
  });
  return [sides[1], sides[4], sides[2], sides[3]];
}

const LONGEST_TEXT = 100;

function utf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, LONGEST_TEXT));
}
