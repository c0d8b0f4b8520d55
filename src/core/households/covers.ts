/**
 * What a community's remainder keeps clear of: the polygons of its atoms. Polygons that overlap (a compound digitised twice) are
 * taken as one shape, so that ground is not counted as covered twice.
 */
import Flatbush from 'flatbush';
import { polygonShape, type Atom, type AtomShape } from './atom.ts';
import type { Ground } from './ground.ts';
import { shapeArea } from './place.ts';
import { oriented, overlap } from './ringShape.ts';

export interface Cover {
  /** Index among the places. */
  readonly place: number;
  /** All of it, in area units. */
  readonly area: number;
  /** Whether its atoms have this count: an atom that lacks it explains nothing, its ground is the remainder's too. */
  readonly households: boolean;
  readonly people: boolean;
}

/** Atoms that overlap, as one shape. */
export interface ExtraShape {
  readonly shape: AtomShape;
}

export function coversOf(atoms: readonly Atom[], home: Int32Array, ground: Ground, unitCount: number): { covers: Cover[][]; extraShapes: ExtraShape[] } {
  const covers: Cover[][] = Array.from({ length: unitCount }, () => []);
  const extraShapes: ExtraShape[] = [];
  for (const group of overlapping(atoms, home, unitCount)) {
    const first = group[0]!;
    const { households, people } = atoms[first]!;
    const bears = { households: households !== null, people: people !== null };
    const list = covers[home[first]!]!;
    if (group.length === 1) list.push({ place: first, area: shapeArea(ground, atoms[first]!.shape!), ...bears });
    else {
      const shape = polygonShape(group.flatMap((k) => {
        const each = atoms[k]!.shape!;
        return each.type === 'polygon' ? oriented(each.rings) : [];
      }));
      list.push({ place: atoms.length + extraShapes.length, area: shapeArea(ground, shape, 'any'), ...bears });
      extraShapes.push({ shape });
    }
  }
  return { covers, extraShapes };
}

/** Groups of polygons of one community with the same counts known; most stand alone. */
function overlapping(atoms: readonly Atom[], home: Int32Array, unitCount: number): number[][] {
  const taking = atoms.flatMap(({ shape, households, people }, k) =>
    (shape?.type === 'polygon' && home[k]! >= 0 && home[k]! < unitCount && (households !== null || people !== null) ? [k] : []));
  if (taking.length === 0) return [];
  const tree = new Flatbush(taking.length, 16, Int32Array);
  for (const k of taking) tree.add(...boxOf(atoms[k]!));
  tree.finish();
  const groupOf = new Map<number, number[]>(taking.map((k) => [k, [k]]));
  for (const k of taking) {
    for (const item of tree.search(...boxOf(atoms[k]!))) {
      const other = taking[item]!;
      if (other <= k || groupOf.get(k) === groupOf.get(other) || !alike(atoms, home, k, other)) continue;
      if (!overlap(ringsOf(atoms[k]!), ringsOf(atoms[other]!))) continue;
      const joined = [...groupOf.get(k)!, ...groupOf.get(other)!].sort((p, q) => p - q);
      for (const each of joined) groupOf.set(each, joined);
    }
  }
  return [...new Set(groupOf.values())];
}

function alike(atoms: readonly Atom[], home: Int32Array, k: number, other: number): boolean {
  const p = atoms[k]!;
  const q = atoms[other]!;
  return home[k] === home[other] && (p.households === null) === (q.households === null) && (p.people === null) === (q.people === null);
}

function boxOf({ shape }: Atom): [number, number, number, number] {
  return shape?.type === 'polygon' ? [...shape.box] : [0, 0, 0, 0];
}

function ringsOf({ shape }: Atom): readonly Int32Array[] {
  return shape?.type === 'polygon' ? shape.rings : [];
}
