/**
 * A second opinion on a check, by another method: Turf.js.
 *
 * The check cancels matched edges and labels what is left by winding number;
 * Turf clips whole polygons. They share no code, so agreement means something.
 * Turf is slow and throws on some invalid input, hence two depths: every
 * reported defect that has an area is always put to it; the whole layer only up
 * to some 300 communities.
 */
import type { CheckResult } from './defect.ts';
import type { PolygonLayer } from './layer.ts';
import type { OpinionDifference, SecondOpinion } from './opinion.ts';
import { heldByOddLines } from './opinionCrossed.ts';
import { askOfDefect, canBeAsked } from './opinionDefects.ts';
import { indexGrounds } from './opinionIndex.ts';
import { askOfLayer } from './opinionLayer.ts';
import { indexReported } from './opinionReported.ts';
import type { Work } from '../progress.ts';

export interface SecondOpinionOptions {
  /** Most units for which the whole layer is put to Turf. */
  wholeLayerUpTo?: number;
  /** Milliseconds from any start; without it `elapsedMs` is 0. Core has no clock. */
  clock?: () => number;
}

/** Measured with 150 positions a community, Node 20: pairs 3 s, union 9 s, and no step of it above a second, so cancel answers. */
export const WHOLE_LAYER_UP_TO = 300;

export function* secondOpinion(
  layer: PolygonLayer, parent: PolygonLayer | null, result: CheckResult, options: SecondOpinionOptions = {},
): Work<SecondOpinion> {
  const { wholeLayerUpTo = WHOLE_LAYER_UP_TO, clock = () => 0 } = options;
  const start = clock();
  const crossed = new Set(result.defects.filter((defect) => defect.class === 'S1').flatMap(({ units }) => units));
  const units = indexGrounds(layer, (unit, ground) => (crossed.has(unit) ? heldByOddLines(ground) : ground));
  const parents = parent && indexGrounds(parent);
  const reported = indexReported(result);
  const wholeLayer = layer.unitCount <= wholeLayerUpTo;
  const defectsShare = wholeLayer ? 0.3 : 1;

  const asked = result.defects.filter(canBeAsked);
  const differences: OpinionDifference[] = [];
  for (const [done, defect] of asked.entries()) {
    yield { phase: 'opinion.defects', fraction: (defectsShare * done) / asked.length };
    const difference = askOfDefect(defect, { units, parents, reportedNear: reported.near });
    if (difference) differences.push(difference);
  }
  const defectsConfirmed = asked.length - differences.length;

  let pairsChecked = 0;
  if (wholeLayer) {
    const work = askOfLayer(result, units, parents, reported);
    let step = work.next();
    while (!step.done) {
      const { phase, fraction } = step.value;
      yield { phase, fraction: fraction === null ? null : defectsShare + (1 - defectsShare) * fraction };
      step = work.next();
    }
    pairsChecked = step.value.pairsChecked;
    differences.push(...step.value.differences);
  }
  return {
    agree: differences.length === 0,
    defectsChecked: asked.length,
    defectsConfirmed,
    wholeLayer,
    pairsChecked,
    differences,
    elapsedMs: clock() - start,
  };
}
