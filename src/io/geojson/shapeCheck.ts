/**
 * geojson-validation over a file, feature by feature: a gate that knows the
 * standard's letter, beside our own checks of what positions mean. Slow beside
 * the scan, so it runs after the map is up, and at once only for refused features.
 */
import validation from 'geojson-validation';
import type { Work } from '../../core/progress.ts';
import type { ReadProblem } from '../problem.ts';
import type { SourceLayer } from '../sourceLayer.ts';

/** Findings that are listed one by one; the rest are counted. */
const MOST_LISTED = 50;
const FEATURES_A_STEP = 200;

export function* validateShape(source: SourceLayer): Work<ReadProblem[]> {
  const problems: ReadProblem[] = [];
  let unlisted = 0;
  const units = source.featureIndex.length;
  const refused = source.refusedIndex.length;
  for (let k = 0; k < refused + units; k++) {
    if (k % FEATURES_A_STEP === 0) yield { phase: 'shape', fraction: k / (refused + units) };
    const range = k < refused ? source.refusedRange : source.featureRange;
    const at = k < refused ? k : k - refused;
    const feature = k < refused ? source.refusedIndex[k]! : source.featureIndex[at]!;
    for (const found of wordsOn(source.bytes.subarray(range[2 * at]!, range[2 * at + 1]!))) {
      if (problems.length === MOST_LISTED) unlisted++;
      else problems.push({ code: 'shape', severity: k < refused ? 'refused' : 'warning', file: source.fileName, feature, found });
    }
  }
  if (unlisted > 0) problems[problems.length - 1]!.more = unlisted;
  return problems;
}

function wordsOn(bytes: Uint8Array): string[] {
  let feature: unknown;
  try {
    feature = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  // A bare geometry is read as a feature without attributes.
  const isGeometry = typeof feature === 'object' && feature !== null && 'coordinates' in feature;
  return validation.isFeature(isGeometry ? { type: 'Feature', properties: {}, geometry: feature } : feature, true);
}
