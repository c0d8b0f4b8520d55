/** Communities of both sides: which differ, and the moved list gathered by from and to. */
import type { ComparisonRow, MovedPart } from '../../worker/planProtocol.ts';

export function changedIn({ a, b, sameGround }: ComparisonRow): boolean {
  if (!a || !b) return true;
  return a.name !== b.name || a.kind !== b.kind || a.subdistrict !== b.subdistrict || a.pieces !== b.pieces || a.locked !== b.locked
    || a.households.value !== b.households.value || a.people.value !== b.people.value || !sameGround;
}

export interface MovedGroup {
  key: string;
  from: string | null;
  to: string | null;
  parts: MovedPart[];
  households: number;
  people: number;
  /** Of the households. */
  estimatedShare: number;
}

/** Largest first, as the list comes. */
export function movedGroups(moved: readonly MovedPart[]): MovedGroup[] {
  const groups = new Map<string, MovedGroup>();
  for (const part of moved) {
    const key = JSON.stringify([part.from, part.to]);
    const group = groups.get(key) ?? { key, from: part.from, to: part.to, parts: [], households: 0, people: 0, estimatedShare: 0 };
    group.estimatedShare += part.estimatedShare * part.households;
    group.households += part.households;
    group.people += part.people;
    group.parts.push(part);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map((group) => ({ ...group, estimatedShare: group.households > 0 ? group.estimatedShare / group.households : 0 }))
    .sort((one, other) => other.households - one.households || (one.key < other.key ? -1 : 1));
}
