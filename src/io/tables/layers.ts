/** Several tables laid over one another in order: the later wins where two say different things of one community, and each such place is listed. */
import { known, UNKNOWN, type Fact } from '../../core/rules/fact.ts';
import type { GivenFacts } from '../../core/rules/facts.ts';

/** By id of the community. */
export type FactLayer = ReadonlyMap<string, GivenFacts>;

export interface FactConflict {
  readonly community: string;
  readonly fact: string;
  /** In the order of the tables; the last is in force. */
  readonly values: readonly { readonly value: number | boolean | string; readonly source: string | null; readonly asOf: string | null }[];
}

export interface LayeredFacts {
  readonly given: ReadonlyMap<string, GivenFacts>;
  readonly conflicts: readonly FactConflict[];
}

/** A layer that knows nothing of a fact leaves what lies beneath it. */
export function layerFacts(layers: readonly FactLayer[]): LayeredFacts {
  const given = new Map<string, Record<string, Fact>>();
  const conflicts = new Map<string, { community: string; fact: string; values: FactConflict['values'][number][] }>();
  for (const layer of layers) {
    for (const [community, facts] of layer) {
      let own = given.get(community);
      if (own === undefined) given.set(community, (own = {}));
      for (const [name, value] of Object.entries(facts)) {
        const fact = asFact(value);
        if (!fact.known) continue;
        const before = own[name];
        own[name] = fact;
        if (before === undefined || before.value === fact.value) continue;
        const key = `${community}\n${name}`;
        const conflict = conflicts.get(key);
        if (conflict) conflict.values.push(asValue(fact));
        else conflicts.set(key, { community, fact: name, values: [asValue(before), asValue(fact)] });
      }
    }
  }
  return { given: given, conflicts: [...conflicts.values()] };
}

function asFact(value: number | boolean | string | Fact | null | undefined): Fact {
  if (value === null || value === undefined) return UNKNOWN;
  return typeof value === 'object' ? value : known(value);
}

function asValue(fact: Fact): FactConflict['values'][number] {
  if (!fact.known) throw new Error('A conflict is between known values.');
  return { value: fact.value, source: fact.source ?? null, asOf: fact.asOf ?? null };
}
