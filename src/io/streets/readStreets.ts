/** The door for a file of streets, whichever kind it is. */
import type { Work } from '../../core/progress.ts';
import { readLines, type LineOptions, type LineReading } from './readLines.ts';
import { readPbf, type PbfOptions, type StreetReading } from './readPbf.ts';
import { streetFileKind } from './streetFileKind.ts';

export type StreetOptions = Omit<PbfOptions, 'maxBytes'> & Omit<LineOptions, 'maxBytes'> & { readonly maxBytes?: number };

export function* readStreets(file: string, bytes: Uint8Array, options: StreetOptions = {}): Work<StreetReading | LineReading> {
  return streetFileKind(file, bytes) === 'GeoJSON' ? yield* readLines(file, bytes, options) : yield* readPbf(file, bytes, options);
}
