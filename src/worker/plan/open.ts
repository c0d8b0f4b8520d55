/** Ground that someone has to answer for: contested, nobody's, beyond the line. */
import { halvesOf, leftFace, OUTSIDE_FACE, type Coverage, type Face } from '../../core/coverage/coverage.ts';
import { facePoint } from '../../core/coverage/facePoint.ts';
import { localScale } from '../../core/geo/ellipsoid.ts';
import { degreesOf } from '../../core/plan/edit.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { OpenGround } from '../planProtocol.ts';
import { stateOf } from './overlay.ts';

/** Kept with the face's record. */
const measured = new WeakMap<Face, Pick<OpenGround, 'at' | 'widthMetres'>>();

export function openGroundOf({ coverage, units }: Plan): OpenGround[] {
  const name = (unit: number) => units.get(unit).name;
  return coverage.unsettled.map((id) => {
    const face = coverage.faces.get(id)!;
    let own = measured.get(face);
    if (!own) {
      own = measure(coverage, id);
      measured.set(face, own);
    }
    return {
      face: id, state: stateOf(face), claimants: face.claimants.map(name), neighbours: neighbours(coverage, id).map(name),
      areaSquareMetres: face.areaSquareMetres, ...own,
    };
  });
}

function neighbours(coverage: Coverage, id: number): number[] {
  const found = new Set<number>();
  for (const half of halvesOf(coverage, id)) {
    const across = leftFace(coverage, half ^ 1);
    const { claimants } = coverage.faces.get(across)!;
    if (across !== OUTSIDE_FACE && claimants.length === 1) found.add(claimants[0]!);
  }
  return [...found].sort((p, q) => p - q);
}

/** Mean width: twice the area over the outline, right for strips and near enough for the rest of a list. */
function measure(coverage: Coverage, id: number): Pick<OpenGround, 'at' | 'widthMetres'> {
  const face = coverage.faces.get(id)!;
  let outline = 0;
  for (const half of halvesOf(coverage, id)) {
    const { xy } = coverage.arcs.get(half >> 1)!;
    const { east, north } = localScale(xy[1]!);
    for (let i = 0; i + 3 < xy.length; i += 2) outline += Math.hypot((xy[i + 2]! - xy[i]!) * east, (xy[i + 3]! - xy[i + 1]!) * north);
  }
  return { at: degreesOf(...facePoint(coverage, id)), widthMetres: outline === 0 ? 0 : (2 * face.areaSquareMetres) / outline };
}
