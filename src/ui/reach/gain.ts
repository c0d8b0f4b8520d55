/** Whom the proposed facilities of a category cover anew, by community. */
import type { ReachHomeRow } from '../../worker/reachProtocol.ts';

export interface Gain {
  people: number;
  households: number;
  /** The most people first; null: homes in no community. */
  communities: { name: string | null; people: number }[];
}

export function gainOf(homes: readonly ReachHomeRow[]): Gain {
  const gained = homes.filter((home) => home.gained);
  const byName = new Map<string | null, number>();
  for (const { community, people } of gained) byName.set(community, (byName.get(community) ?? 0) + (people ?? 0));
  return {
    people: gained.reduce((sum, { people }) => sum + (people ?? 0), 0),
    households: gained.reduce((sum, { households }) => sum + (households ?? 0), 0),
    communities: [...byName].map(([name, people]) => ({ name, people })).sort((a, b) => b.people - a.people),
  };
}
