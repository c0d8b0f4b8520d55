/** Problems that matter for what a file is to be: what only lies beneath need not be polygons. */
import type { ProblemCode, ReadProblem } from '../../io/problem.ts';
import type { FilePreview, LayerRole } from '../../worker/protocol.ts';

const OF_POLYGONS_ONLY: ReadonlySet<ProblemCode> = new Set(['noPolygons', 'wrongGeometryType', 'mixedGeometry', 'geometryCollection']);

const ANY_SHAPE: ReadonlySet<LayerRole> = new Set(['context', 'streets', 'facilities', 'gates', 'candidates', 'atoms']);

export function relevantProblems(preview: FilePreview, role: LayerRole): readonly ReadProblem[] {
  return ANY_SHAPE.has(role) ? preview.problems.filter(({ code }) => !OF_POLYGONS_ONLY.has(code)) : preview.problems;
}
