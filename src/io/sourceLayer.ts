/** A file read into typed arrays, with its attributes as they stood. */
import type { PolygonLayer } from '../core/coverage/layer.ts';
import type { ReadProblem } from './problem.ts';

export interface SourceLayer {
  fileName: string;
  /** The bytes as they came: untouched units are written back from here, byte for byte. */
  bytes: Uint8Array;
  /** Of `bytes`. A damaged UTF-8 file is `utf-8`; the features with broken bytes are refused. */
  encoding: 'utf-8' | 'gb18030';
  layer: PolygonLayer;
  /** Attributes of each unit, as parsed; the feature's `id` is among them unless a column has that name. Keys are not trusted: read them with Object.hasOwn. */
  properties: readonly Readonly<Record<string, unknown>>[];
  /** The member `id` of each unit's feature; null where it has none. */
  ids: readonly (string | number | null)[];
  /** Index in the file's `features` of each unit: points, lines and refused features are no units. */
  featureIndex: Uint32Array;
  /** Start and end byte of each unit's feature. Length 2 × units. */
  featureRange: Float64Array;
  /** Count of features in the file, units or not. */
  featureCount: number;
  /** Features that were refused: index in the file, start and end byte. */
  refusedIndex: Uint32Array;
  refusedRange: Float64Array;
  /** Features by the type of their geometry, as the file names it; `null` without one. */
  geometryTypes: Record<string, number>;
  problems: ReadProblem[];
  /** West, south, east, north in degrees; null without vertices. */
  bounds: [number, number, number, number] | null;
}
