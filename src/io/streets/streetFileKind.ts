/** What a file offered as streets is by its first bytes. Names are the formats' own. */
import { fileKind } from '../fileKind.ts';

const O5M_RESET = 0xff;
const O5M_HEADER = 0xe0;
const HEAD = 512;

/** `OSM PBF`, `GeoJSON`, or what it is instead. */
export function streetFileKind(file: string, bytes: Uint8Array): string {
  const text = latin(bytes.subarray(0, HEAD));
  if (text.slice(4, 15) === '\n\tOSMHeader' || /^\0\0.{2}\n.{1}OSM(?:Header|Data)/s.test(text)) return 'OSM PBF';
  if (bytes[0] === O5M_RESET && bytes[1] === O5M_HEADER) return text.slice(3, 7) === 'o5c2' ? 'OSM o5c' : 'OSM o5m';
  const plain = text.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (/^<(?:\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)?<?osmChange/.test(plain)) return 'OSM XML (osmChange)';
  if (plain.startsWith('<') && /<osm[\s>]/.test(plain)) return 'OSM XML';
  if (plain.startsWith('{')) return 'GeoJSON';
  return fileKind(file, bytes)?.name ?? (bytes.length === 0 ? '—' : hex(bytes));
}

function latin(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
