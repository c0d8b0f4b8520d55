/**
 * geojson-validation's own findings, in its own words, beside ours. It knows the shape of GeoJSON only
 * (closed rings, four positions, members present); range, crossings and overlaps are for others to find.
 */
import { isFeature } from 'geojson-validation';
import type { Work } from '../../core/progress.ts';
import type { ReadProblem } from '../problem.ts';
import { ProblemList } from '../problemList.ts';
import type { SourceLayer } from '../sourceLayer.ts';
import { markOddLiterals } from './oddLiterals.ts';

const BYTES_PER_STEP = 2_000_000;

/**
 * The library joins its list anew for every bad position, so a feature made of nothing else costs
 * time by the square of its length. Refused features are put to it up to this size only.
 */
const LARGEST_REFUSED = 64_000;

export type ShapeSource = Pick<SourceLayer, 'fileName' | 'bytes' | 'encoding' | 'featureIndex' | 'featureRange' | 'refusedIndex' | 'refusedRange'>;

/** Every feature that was read, and the refused ones that are not too long, in the order of the file. */
export function* validateShape(source: ShapeSource): Work<ReadProblem[]> {
  const problems = new ProblemList(source.fileName);
  const total = source.featureIndex.length + source.refusedIndex.length;
  let bytesDone = 0;
  let unit = 0;
  let refused = 0;
  for (let done = 0; done < total; done++) {
    const isUnit = refused === source.refusedIndex.length || source.featureIndex[unit]! < source.refusedIndex[refused]!;
    const index = isUnit ? source.featureIndex[unit]! : source.refusedIndex[refused]!;
    const range = isUnit ? source.featureRange : source.refusedRange;
    const at = 2 * (isUnit ? unit++ : refused++);
    const length = range[at + 1]! - range[at]!;
    if (isUnit || length <= LARGEST_REFUSED) for (const found of findingsOf(source, range[at]!, range[at + 1]!)) problems.add(index, { code: 'shape', severity: 'warning', found });
    bytesDone += length;
    if (bytesDone < BYTES_PER_STEP) continue;
    bytesDone = 0;
    yield { phase: 'readShape', fraction: done / total };
  }
  return problems.all();
}

/** The refused features alone: said at once, beside our own reasons. */
export function validateRefused(source: ShapeSource): Work<ReadProblem[]> {
  return validateShape({ ...source, featureIndex: new Uint32Array(0), featureRange: new Float64Array(0) });
}

/** What the library says of the feature in these bytes. */
function findingsOf(source: ShapeSource, start: number, end: number): string[] {
  try {
    const text = new TextDecoder(source.encoding).decode(source.bytes.subarray(start, end));
    return wordsOf(isFeature(asFeature(parse(text)), true));
  } catch (error) {
    // It throws on rings without positions and on null in the place of one.
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** A bare geometry is put to it as the feature that reading made of it. */
function asFeature(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.hasOwn(value, 'geometry')) return value;
  const isBare = (value as { type?: unknown }).type !== 'Feature' && (Object.hasOwn(value, 'coordinates') || Object.hasOwn(value, 'geometries'));
  return isBare ? { type: 'Feature', properties: {}, geometry: value } : value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(markOddLiterals(text));
  }
}

/** Its answer is untyped, and for hostile types it can be anything. */
function wordsOf(answer: unknown): string[] {
  return Array.isArray(answer) ? answer.filter((word): word is string => typeof word === 'string').map((word) => word.slice(0, 300)) : [];
}
