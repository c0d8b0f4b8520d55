/** The outer file of an OSM PBF: a length, a header, a blob, again and again. Blobs are inflated one at a time. */
import { unzlibSync } from 'fflate';
import { StreetFailure } from './failure.ts';
import { bytesOf, damaged, readFields, varint } from './wire.ts';

/** Limits of the format (fileformat.proto): 64 KiB for a header, 32 MiB for a blob, packed or unpacked. */
const MOST_HEADER_BYTES = 64 * 1024;
const MOST_BLOB_BYTES = 32 * 1024 * 1024;
const LENGTH_BYTES = 4;

export interface Blob {
  readonly type: string;
  /** Of the whole block in the file. */
  readonly start: number;
  readonly end: number;
  readonly body: Uint8Array;
}

/** Zlib bytes and the size they unpack to. */
export type Inflate = (packed: Uint8Array, size: number) => Uint8Array;

/** Throws where the bytes are no zlib, or not what they were when they were packed: fflate leaves the checksum to its callers. */
export const inflateInScript: Inflate = (packed, size) => {
  const unpacked = unzlibSync(packed, { out: new Uint8Array(size) });
  const expected = new DataView(packed.buffer, packed.byteOffset, packed.byteLength).getUint32(packed.length - 4);
  if (adler32(unpacked) !== expected) throw damaged('checksum');
  return unpacked;
};

/** The block that begins at `start`. Throws `cut` where the file ends within it. */
export function blobAt(bytes: Uint8Array, start: number): Blob {
  const headerStart = start + LENGTH_BYTES;
  need(bytes, headerStart);
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(start);
  if (headerLength === 0 || headerLength > MOST_HEADER_BYTES) throw damaged(`block header of ${headerLength} bytes`);
  const bodyStart = headerStart + headerLength;
  need(bytes, bodyStart);
  let type = '';
  let size = -1;
  readFields(bytes, headerStart, bodyStart, (tag, pbf) => {
    if (tag === 1) type = latin(bytesOf(pbf));
    else if (tag === 3) size = varint(pbf);
  });
  if (!(size >= 0 && size <= MOST_BLOB_BYTES)) throw damaged(`block of ${size} bytes`);
  need(bytes, bodyStart + size);
  return { type, start, end: bodyStart + size, body: bytes.subarray(bodyStart, bodyStart + size) };
}

/** What packings are called in the format, by field. */
const COMPRESSIONS: Readonly<Record<number, string>> = { 4: 'lzma', 5: 'bzip2', 6: 'lz4', 7: 'zstd' };

export function unpack(body: Uint8Array, inflate: Inflate): Uint8Array {
  const found: { raw?: Uint8Array; zlib?: Uint8Array; other?: string } = {};
  let size = -1;
  readFields(body, 0, body.length, (tag, pbf) => {
    if (tag === 1) found.raw = bytesOf(pbf);
    else if (tag === 2) size = varint(pbf);
    else if (tag === 3) found.zlib = bytesOf(pbf);
    else if (Object.hasOwn(COMPRESSIONS, tag)) found.other = COMPRESSIONS[tag]!;
  });
  const { raw, zlib, other } = found;
  if (raw) return raw;
  if (!zlib) throw other === undefined ? damaged('block without data') : new StreetFailure('compression', other, 'zlib');
  if (!(size >= 0 && size <= MOST_BLOB_BYTES)) throw damaged(`block that unpacks to ${size} bytes`);
  let unpacked: Uint8Array;
  try {
    unpacked = inflate(zlib, size);
  } catch {
    throw damaged('zlib');
  }
  if (unpacked.length !== size) throw damaged(`${unpacked.length} of ${size} bytes`);
  return unpacked;
}

/** RFC 1950, 8.2; sums stay below 2^32 for 3,800 bytes. */
function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (let from = 0; from < bytes.length; from += 3800) {
    const to = Math.min(bytes.length, from + 3800);
    for (let i = from; i < to; i++) b += a += bytes[i]!;
    a %= 65521;
    b %= 65521;
  }
  return b * 65536 + a;
}

function need(bytes: Uint8Array, end: number): void {
  if (end > bytes.length) throw new StreetFailure('cut', String(bytes.length), String(end));
}

function latin(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 40), (byte) => String.fromCharCode(byte)).join('');
}
