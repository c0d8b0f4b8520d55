/**
 * Protocol-buffer fields read with their ends checked: a length that runs beyond its message is damage, never a long loop.
 * Field numbers are those of osm.proto's fileformat and osmformat.
 */
import { PbfReader } from 'pbf';
import { StreetFailure } from './failure.ts';

const LENGTH_DELIMITED = 2;
const LONGEST_VARINT = 10;

type ReadField = (tag: number, pbf: PbfReader) => void;

/** Calls `field` for each field of a message; what it does not read is skipped. */
export function readFields(bytes: Uint8Array, start: number, end: number, field: ReadField): void {
  const pbf = new PbfReader(bytes);
  pbf.pos = start;
  fieldsUntil(pbf, end, field);
}

/** The message that is the value of the field at which the reader stands. */
export function readInner(pbf: PbfReader, field: ReadField): void {
  const [start, end] = span(pbf);
  pbf.pos = start;
  fieldsUntil(pbf, end, field);
}

function fieldsUntil(pbf: PbfReader, end: number, field: ReadField): void {
  while (pbf.pos < end) {
    const before = pbf.pos;
    const key = varint(pbf);
    const tag = Math.floor(key / 8);
    pbf.type = key & 7;
    const from = pbf.pos;
    if (pbf.type === LENGTH_DELIMITED) span(pbf, end);
    pbf.pos = from;
    field(tag, pbf);
    if (pbf.pos === from) skip(pbf, end);
    if (!(pbf.pos > before && pbf.pos <= end)) throw damaged(`field ${tag}`);
  }
}

/** Start and end of a length-delimited value; the reader stands behind it then. */
export function span(pbf: PbfReader, limit = pbf.length): [start: number, end: number] {
  if (pbf.type !== LENGTH_DELIMITED) throw damaged(`wire type ${pbf.type}`);
  const length = varint(pbf);
  const start = pbf.pos;
  const end = start + length;
  if (!(length >= 0 && end <= limit)) throw damaged(`length ${length}`);
  pbf.pos = end;
  return [start, end];
}

export function bytesOf(pbf: PbfReader): Uint8Array {
  const [start, end] = span(pbf);
  return pbf.buf.subarray(start, end);
}

/** A varint; one that does not end within ten bytes is damage. `signed`: two's complement. */
export function varint(pbf: PbfReader, signed = false): number {
  // Nearly all have one byte or two.
  const { buf, pos } = pbf;
  const first = buf[pos]!;
  if (first < 0x80) {
    pbf.pos = pos + 1;
    return first;
  }
  const second = buf[pos + 1]!;
  if (second < 0x80) {
    pbf.pos = pos + 2;
    return (first & 0x7f) | (second << 7);
  }
  const end = pos + LONGEST_VARINT;
  let last = pbf.pos;
  while (last < end && pbf.buf[last]! >= 0x80) last++;
  if (last >= end || last >= pbf.length) throw damaged('varint');
  return pbf.readVarint(signed);
}

/** A zigzag varint. */
export function zigzag(pbf: PbfReader): number {
  const value = varint(pbf);
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}

/** Varints between two places. */
export function countVarints(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) if (bytes[i]! < 0x80) count++;
  return count;
}

/** Packed unsigned varints, each below 2^32. */
export function unsignedOf(bytes: Uint8Array, start: number, end: number): Uint32Array {
  const values = new Uint32Array(countVarints(bytes, start, end));
  let at = start;
  for (let k = 0; k < values.length; k++) {
    let shift = 0;
    let value = 0;
    let byte: number;
    do {
      byte = bytes[at++]!;
      if (shift < 35) value |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte >= 0x80);
    values[k] = value;
  }
  return values;
}

/** Packed zigzag differences summed up: ids, coordinates. Exact within ±2^53. */
export function sumsOf(bytes: Uint8Array, start: number, end: number): Float64Array {
  const values = new Float64Array(countVarints(bytes, start, end));
  let at = start;
  let sum = 0;
  for (let k = 0; k < values.length; k++) {
    let byte = bytes[at++]!;
    let value = byte & 0x7f;
    if (byte >= 0x80) {
      byte = bytes[at++]!;
      value |= (byte & 0x7f) << 7;
      if (byte >= 0x80) {
        byte = bytes[at++]!;
        value |= (byte & 0x7f) << 14;
        if (byte >= 0x80) {
          byte = bytes[at++]!;
          value |= (byte & 0x7f) << 21;
          let scale = 2 ** 28;
          while (byte >= 0x80) {
            byte = bytes[at++]!;
            value += (byte & 0x7f) * scale;
            scale *= 128;
          }
        }
      }
    }
    sum += value < 2 ** 31 ? (value >>> 1) ^ -(value & 1) : value % 2 === 1 ? -(value + 1) / 2 : value / 2;
    values[k] = sum;
  }
  return values;
}

export function damaged(found: string): StreetFailure {
  return new StreetFailure('damaged', found, 'OSM PBF');
}

function skip(pbf: PbfReader, end: number): void {
  if (pbf.type === LENGTH_DELIMITED) span(pbf, end);
  else if (pbf.type === 0) varint(pbf);
  else if (pbf.type === 1) pbf.pos += 8;
  else if (pbf.type === 5) pbf.pos += 4;
  else throw damaged(`wire type ${pbf.type}`);
}
