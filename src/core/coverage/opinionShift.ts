/**
 * A shifted unit put to Turf: move it back by its displacement, and what is
 * wrong about it must all but vanish: ground that it shares with its neighbours
 * or holds beyond the parent, and ground that it left to nobody. A layer that is
 * shifted against its parent is put to the same test along the parent's line.
 */
import type { Defect } from './defect.ts';
import { boxOf, groundOfBox, groundOfGeometry } from './opinionGround.ts';
import type { Ground } from './opinionGround.ts';
import { groundsAbout } from './opinionIndex.ts';
import type { GroundIndex } from './opinionIndex.ts';
import { moved, squareMetres } from './opinionMeasure.ts';
import { shared, together, without } from './opinionOverlay.ts';

/** Units along the parent's line that are looked at when the whole layer is shifted. */
const LAYER_SAMPLE = 40;

export interface Layers {
  units: GroundIndex;
  parents: GroundIndex | null;
}

/** Ground that is wrong as the unit lies, and after moving it back, m². Throws what Turf throws. */
export function wrongGround(defect: Defect, layers: Layers): { before: number; after: number } {
  const { eastMetres = 0, northMetres = 0 } = defect.shift ?? {};
  const back = (ground: Ground): Ground => moved(ground, -eastMetres, -northMetres);
  const { units, parents } = layers;
  const sum = (grounds: Ground[], of: (ground: Ground) => number): number => grounds.reduce((all, ground) => all + of(ground), 0);
  const outside = (ground: Ground): number => (parents ? beyond(ground, parents) : 0);
  if (defect.detail === 'layerShifted') {
    const sample = alongTheLine(layers);
    return { before: sum(sample, outside), after: sum(sample.map(back), outside) };
  }
  const own = defect.units.flatMap((unit) => units.ground(unit) ?? []);
  const here = groundOfGeometry(defect.geometry);
  const wrong = (grounds: Ground[]): number =>
    sum(grounds, (ground) => outside(ground) + heldWithOthers(ground, defect.units, units))
    + (here ? leftToNobody(here, grounds, defect.units, layers) : 0);
  return { before: wrong(own), after: wrong(own.map(back)) };
}

/** Of the defect's ground, inside the parent, what neither the unit where it is thought to lie nor any other holds. */
function leftToNobody(here: Ground, own: Ground[], ownUnits: readonly number[], { units, parents }: Layers): number {
  const box = boxOf(here);
  const inside = parents ? together(groundsAbout(parents, box).flatMap((parent) => shared(here, parent) ?? [])) : here;
  const others = units.near(box).filter((unit) => !ownUnits.includes(unit)).flatMap((unit) => units.ground(unit) ?? []);
  return inside ? squareMetres(without(inside, [...own, ...others])) : 0;
}

function heldWithOthers(ground: Ground, own: readonly number[], units: GroundIndex): number {
  return units.near(boxOf(ground))
    .filter((unit) => !own.includes(unit))
    .flatMap((unit) => units.ground(unit) ?? [])
    .reduce((sum, other) => sum + squareMetres(shared(ground, other)), 0);
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
