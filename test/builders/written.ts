/** Coverages and plans written out, for comparing what stands in them to the last digit. */
import { loopOf, type Coverage } from '../../src/core/coverage/coverage.ts';
import type { Plan } from '../../src/core/plan/plan.ts';

/** Everything alive with its number. What is gone is left out, and how far numbers have run. */
export function writtenCoverage(coverage: Coverage): string {
  const { arcs, nodes, faces, facesOf, baseFacesOf, unsettled } = coverage;
  const lines: string[] = [];
  [...arcs].forEach((arc, id) => { if (arc) lines.push(`arc ${id} ${JSON.stringify({ ...arc, xy: arc.xy.join() })}`); });
  [...nodes].forEach((node, id) => { if (node) lines.push(`node ${id} ${JSON.stringify(node)}`); });
  [...faces].forEach((face, id) => {
    if (!face) return;
    const { claimants, base, inParent, parent, areaSquareMetres, box } = face;
    // A loop may be named by any of its half-arcs.
    const loops = face.loops.map((loop) => Math.min(...loopOf(coverage, loop)));
    lines.push(`face ${id} ${JSON.stringify({ loops, claimants, base, inParent, parent, areaSquareMetres, box })}`);
  });
  [...facesOf].forEach((list, unit) => { if (list.length > 0) lines.push(`holds ${unit} ${list.join()}`); });
  [...baseFacesOf].forEach((list, unit) => { if (list.length > 0) lines.push(`claimed ${unit} ${list.join()}`); });
  lines.push(`unsettled ${unsettled.join()}`);
  return lines.join('\n');
}

/** The plan with its books. */
export function writtenPlan({ coverage, units, lineage, attachments, exceptions, counted, nextMark }: Plan): string {
  return [writtenCoverage(coverage), JSON.stringify([...units]), JSON.stringify({ lineage, attachments, exceptions, counted, nextMark })].join('\n');
}
