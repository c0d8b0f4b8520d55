/**
 * A shifted unit put to Turf: move it back by its displacement, and the ground
 * that it holds wrongly, its neighbours' or beyond the parent, must all but
 * vanish. A layer that is shifted against its parent is put to the same test
 * along the parent's line.
 */
import type { Defect } from './defect.ts';
import { boxOf, groundOfBox, groundsAbout, moved, shared, squareMetres, without } from './opinionGround.ts';
import type { Ground, GroundIndex } from './opinionGround.ts';

/** Units along the parent's line that are looked at when the whole layer is shifted. */
const LAYER_SAMPLE = 40;

export interface Layers {
  units: GroundIndex;
  parents: GroundIndex | null;
}

/** Ground held wrongly as the unit lies, and after moving it back, m². Throws what Turf throws. */
export function heldWrongly(defect: Defect, layers: Layers): { before: number; after: number } {
  const { eastMetres = 0, northMetres = 0 } = defect.shift ?? {};
  const { parents } = layers;
  let before = 0;
  let after = 0;
  const whole = defect.detail === 'layerShifted';
  for (const ground of whole ? alongTheLine(layers) : defect.units.flatMap((unit) => layers.units.ground(unit) ?? [])) {
    const back = moved(ground, -eastMetres, -northMetres);
    for (const parent of parents ? [parents] : []) {
      before += beyond(ground, parent);
      after += beyond(back, parent);
    }
    if (whole) continue;
    before += heldWithOthers(ground, defect.units, layers.units);
    after += heldWithOthers(back, defect.units, layers.units);
  }
  return { before, after };
}

function heldWithOthers(ground: Ground, own: readonly number[], units: GroundIndex): number {
  return units.near(boxOf(ground))
    .filter((unit) => !own.includes(unit))
    .reduce((sum, unit) => sum + squareMetres(shared(ground, units.ground(unit)!)), 0);
}

function beyond(ground: Ground, parents: GroundIndex): number {
  return squareMetres(without(ground, groundsAbout(parents, boxOf(ground))));
}

/** Units whose box is not wholly within the parents, evenly sampled. */
function alongTheLine({ units, parents }: Layers): Ground[] {
  const candidates: Ground[] = [];
  for (let unit = 0; parents && unit < units.count; unit++) {
    const ground = units.ground(unit);
    if (ground && beyond(groundOfBox(boxOf(ground)), parents) > 0) candidates.push(ground);
  }
  const step = Math.max(1, candidates.length / LAYER_SAMPLE);
  return candidates.filter((_, i) => i === 0 || Math.floor(i / step) !== Math.floor((i - 1) / step));
}
