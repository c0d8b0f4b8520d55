/** What a file is by its first bytes, when it is certainly not the text that was expected. Names are the formats' own, the same in every language. */

interface Signature {
  name: string;
  /** Extensions under which such a file is what it says it is. */
  extensions: readonly string[];
  bytes: readonly number[];
  at?: number;
}

const SIGNATURES: readonly Signature[] = [
  { name: 'PNG', extensions: ['png'], bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'JPEG', extensions: ['jpg', 'jpeg'], bytes: [0xff, 0xd8, 0xff] },
  { name: 'GIF', extensions: ['gif'], bytes: [0x47, 0x49, 0x46, 0x38] },
  { name: 'TIFF', extensions: ['tif', 'tiff'], bytes: [0x49, 0x49, 0x2a, 0x00] },
  { name: 'TIFF', extensions: ['tif', 'tiff'], bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { name: 'PDF', extensions: ['pdf'], bytes: [0x25, 0x50, 0x44, 0x46] },
  { name: 'GZIP', extensions: ['gz'], bytes: [0x1f, 0x8b] },
  { name: 'RAR', extensions: ['rar'], bytes: [0x52, 0x61, 0x72, 0x21] },
  { name: '7-Zip', extensions: ['7z'], bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { name: 'Excel 97–2003', extensions: ['xls', 'doc'], bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: 'SQLite (GeoPackage)', extensions: ['gpkg', 'sqlite', 'db', 'udbx'], bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20] },
  { name: 'Shapefile', extensions: ['shp', 'shx'], bytes: [0x00, 0x00, 0x27, 0x0a] },
  { name: 'FlatGeobuf', extensions: ['fgb'], bytes: [0x66, 0x67, 0x62, 0x03] },
  { name: 'OSM PBF', extensions: ['pbf'], bytes: [0x0a, 0x09, 0x4f, 0x53, 0x4d, 0x48], at: 4 },
  { name: 'DXF', extensions: ['dxf'], bytes: [0x20, 0x20, 0x30, 0x0d, 0x0a, 0x53, 0x45, 0x43] },
];

/** Names inside an archive that tell what it is. */
const ARCHIVES: readonly { name: string; extensions: readonly string[]; entry: string }[] = [
  { name: 'XLSX', extensions: ['xlsx'], entry: 'xl/' },
  { name: 'DOCX', extensions: ['docx'], entry: 'word/' },
  { name: 'KMZ', extensions: ['kmz'], entry: '.kml' },
  { name: 'Shapefile (ZIP)', extensions: ['zip'], entry: '.shp' },
];

const OPEN_OBJECT = 123;
const HEAD_BYTES = 4096;

export interface FileKind {
  name: string;
  /** The file's extension says the same: not disguised, only not supported. */
  isHonest: boolean;
}

/** The kind of a file that is no JSON text, or null when it may be. */
export function fileKind(fileName: string, bytes: Uint8Array): FileKind | null {
  if (bytes[0] === OPEN_OBJECT) return null;
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  const found = archiveKind(bytes) ?? SIGNATURES.find((signature) => startsWith(bytes, signature.bytes, signature.at ?? 0)) ?? markupKind(bytes) ?? dbfKind(bytes, extension);
  return found && { name: found.name, isHonest: found.extensions.includes(extension) };
}

function archiveKind(bytes: Uint8Array): Pick<Signature, 'name' | 'extensions'> | null {
  if (!startsWith(bytes, [0x50, 0x4b, 0x03, 0x04], 0) && !startsWith(bytes, [0x50, 0x4b, 0x05, 0x06], 0)) return null;
  // Entry names stand at the archive's head and again in its directory at the end.
  const names = latin(bytes.subarray(0, HEAD_BYTES)) + latin(bytes.subarray(-HEAD_BYTES));
  return ARCHIVES.find(({ entry }) => names.includes(entry)) ?? { name: 'ZIP', extensions: ['zip'] };
}

function markupKind(bytes: Uint8Array): Pick<Signature, 'name' | 'extensions'> | null {
  const head = latin(bytes.subarray(0, HEAD_BYTES)).replace(/^\u00ef\u00bb\u00bf/, '').trimStart().toLowerCase();
  if (!head.startsWith('<')) return null;
  if (head.includes('<kml')) return { name: 'KML', extensions: ['kml', 'xml'] };
  if (head.startsWith('<!doctype html') || head.includes('<html')) return { name: 'HTML', extensions: ['html', 'htm'] };
  return { name: 'XML', extensions: ['xml', 'gml', 'gpx'] };
}

/** dBASE has no signature worth the name: a version byte and a date. Only the extension makes it sure. */
function dbfKind(bytes: Uint8Array, extension: string): Pick<Signature, 'name' | 'extensions'> | null {
  return extension === 'dbf' && bytes[0] === 0x03 ? { name: 'DBF', extensions: ['dbf'] } : null;
}

function startsWith(bytes: Uint8Array, wanted: readonly number[], at: number): boolean {
  return bytes.length >= at + wanted.length && wanted.every((byte, k) => bytes[at + k] === byte);
}

function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
