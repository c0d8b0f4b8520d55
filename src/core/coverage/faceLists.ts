/** Who holds which faces: lists kept beside the faces so that no question walks over all of them. */
import { PagedArray } from '../pagedArray.ts';
import { OUTSIDE_FACE, type Coverage, type Face } from './coverage.ts';

type FaceLists = Pick<Coverage, 'facesOf' | 'baseFacesOf' | 'unsettled'>;

export function facesOfUnits(faces: readonly (Face | null)[], unitCount: number): FaceLists {
  const facesOf: number[][] = Array.from({ length: unitCount }, () => []);
  const baseFacesOf: number[][] = Array.from({ length: unitCount }, () => []);
  const unsettled: number[] = [];
  faces.forEach((face, id) => {
    if (face === null || id === OUTSIDE_FACE) return;
    if (face.claimants.length === 1) facesOf[face.claimants[0]!]!.push(id);
    else unsettled.push(id);
    for (const unit of face.base) baseFacesOf[unit]!.push(id);
  });
  return { facesOf: PagedArray.from<readonly number[]>(facesOf), baseFacesOf: PagedArray.from<readonly number[]>(baseFacesOf), unsettled };
}

/** The lists after faces changed; a unit that is not in them yet gets its list. */
export function updateLists(lists: FaceLists, changed: readonly (readonly [number, Face | null, Face | null])[]): FaceLists {
  const held = new Map<number, Set<number>>();
  const base = new Map<number, Set<number>>();
  const unsettled = new Set(lists.unsettled);
  const own = (sets: Map<number, Set<number>>, from: PagedArray<readonly number[]>, unit: number): Set<number> => {
    let set = sets.get(unit);
    if (!set) sets.set(unit, (set = new Set(unit < from.length ? from.get(unit) : [])));
    return set;
  };
  const each = (face: Face | null, act: (set: Set<number>) => void): void => {
    if (!face) return;
    act(face.claimants.length === 1 ? own(held, lists.facesOf, face.claimants[0]!) : unsettled);
    for (const unit of face.base) act(own(base, lists.baseFacesOf, unit));
  };
  for (const [id, before] of changed) each(before, (set) => { set.delete(id); });
  for (const [id, , after] of changed) if (id !== OUTSIDE_FACE) each(after, (set) => { set.add(id); });
  return {
    facesOf: withLists(lists.facesOf, held), baseFacesOf: withLists(lists.baseFacesOf, base),
    unsettled: [...unsettled].sort((p, q) => p - q),
  };
}

function withLists(lists: PagedArray<readonly number[]>, sets: Map<number, Set<number>>): PagedArray<readonly number[]> {
  const changes = new Map<number, readonly number[]>();
  let longest = lists.length;
  for (const [unit, set] of sets) {
    changes.set(unit, [...set].sort((p, q) => p - q));
    longest = Math.max(longest, unit + 1);
  }
  for (let unit = lists.length; unit < longest; unit++) if (!changes.has(unit)) changes.set(unit, []);
  return lists.with(changes);
}
