/** Reading files for the command line; a file that can't be opened is a refusal with its name. */
import { readFileSync } from 'node:fs';
import { finish } from '../core/progress.ts';
import { validateRefused } from '../io/geojson/shapeCheck.ts';
import { readGeoJson } from '../io/geojson/readGeoJson.ts';
import type { SourceLayer } from '../io/sourceLayer.ts';
import { InputProblems, UsageError } from './exit.ts';

/** Node has the memory that an office browser has not. */
const MOST_BYTES = 2_000_000_000;

export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UsageError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

export interface TimedLayer {
  source: SourceLayer;
  bytes: Uint8Array;
  readMs: number;
}

/** Refused when any feature of it is: a coverage with a unit left out would show gaps that are not there. */
export function readLayer(path: string): TimedLayer {
  const bytes = readBytes(path);
  const started = performance.now();
  const { source, problems } = finish(readGeoJson(path, bytes, { maxBytes: MOST_BYTES }));
  const readMs = performance.now() - started;
  const refused = problems.filter(({ severity }) => severity === 'refused');
  if (source === null) throw new InputProblems(problems);
  if (refused.length > 0) throw new InputProblems([...refused, ...finish(validateRefused(source))]);
  return { source, bytes, readMs };
}
