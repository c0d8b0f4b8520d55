/** What a file seems to be, before the user has said so. */
import type { Datum } from '../core/geo/coordinates.ts';
import { columnsOf } from '../io/columns.ts';
import { datumProblems } from '../io/datumCheck.ts';
import { guessFields } from '../io/fields.ts';
import type { GeoJsonReading } from '../io/geojson/readGeoJson.ts';
import { guessRole } from '../io/guessRole.ts';
import { fingerprintOf } from '../io/project/fingerprint.ts';
import { streetFileKind } from '../io/streets/streetFileKind.ts';
import type { FilePreview, LayerRole } from './protocol.ts';

export interface InspectedFile {
  name: string;
  bytes: Uint8Array;
  reading: GeoJsonReading;
  /** What is read elsewhere, when it is used: a network, a table. */
  opaque: LayerRole | null;
  readMs: number;
  /** Known from before, for what is not read now. */
  encoding: FilePreview['encoding'];
}

export const NOT_READ: GeoJsonReading = { source: null, problems: [] };

/** Files that are no GeoJSON and are of use all the same, by what they hold. */
export function opaqueRole(name: string, bytes: Uint8Array): LayerRole | null {
  if (streetFileKind(name, bytes) === 'OSM PBF') return 'streets';
  return /\.(?:csv|tsv|txt)$/i.test(name) ? 'table' : null;
}

/** Roles whose files have readers of their own: the background, what is walked along and to, tables. */
const READ_ELSEWHERE: ReadonlySet<LayerRole> = new Set(['context', 'streets', 'facilities', 'gates', 'candidates', 'table']);

export function readsElsewhere(role: LayerRole): boolean {
  return READ_ELSEWHERE.has(role);
}

export function previewOf(file: InspectedFile, fileIndex: number): FilePreview {
  const { source, problems } = file.reading;
  const columns = source ? columnsOf(source.properties) : [];
  return {
    fileIndex, name: file.name, byteLength: file.bytes.length, print: fingerprintOf(file.bytes), encoding: source?.encoding ?? file.encoding,
    featureCount: source?.featureCount ?? 0, unitCount: source?.layer.unitCount ?? 0, vertexCount: source?.layer.vertexCount ?? 0,
    geometryTypes: source?.geometryTypes ?? {}, bounds: source?.bounds ?? null,
    columns, guessedFields: guessFields(columns), guessedRole: 'ignore', suspectedDatum: null, problems,
    usable: source !== null || file.opaque !== null,
  };
}

/** Roles depend on the other files: the one that holds all the others is the parent. */
export function guessTogether(previews: FilePreview[], files: InspectedFile[]): void {
  for (const preview of previews) {
    const others = previews.filter((other) => other !== preview);
    preview.guessedRole = files[preview.fileIndex]!.opaque ?? guessRole(preview, others);
  }
  const find = (role: LayerRole) => previews.find((preview) => preview.guessedRole === role);
  const child = find('communities');
  const parent = find('parent');
  if (!child || !parent) return;
  const source = ({ fileIndex }: FilePreview) => files[fileIndex]!.reading.source!;
  for (const problem of datumProblems(source(child), source(parent))) {
    const suspect = problem.file === child.name ? child : parent;
    suspect.suspectedDatum = problem.found as Datum;
    suspect.problems = [...suspect.problems, problem];
  }
}
