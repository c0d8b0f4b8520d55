/** What a site at each junction would newly cover, kept while streets, homes, facilities and limit are the same: the gain map and the search share it. */
import { GainMap } from '../../core/siting/gainMap.ts';
import type { Work } from '../../core/progress.ts';
import type { Reading } from './readings.ts';
import type { Demand, SitingGround } from './sitingGround.ts';

interface Measured {
  readonly limitMillimetres: number;
  readonly weight: Float64Array;
  readonly existing: Uint32Array;
  readonly map: GainMap;
}

/** Of one reading: a few categories are looked at in turn. */
const MOST_KEPT = 4;

export class GainMemory {
  readonly #measured = new WeakMap<Reading, Measured[]>();

  /** Measured, and not to be taken from. A facility that brings nobody else within the limit changes no gain. */
  *of({ reading, limitMillimetres }: SitingGround, { anchors, weight, existing }: Demand): Work<GainMap> {
    const kept = this.#measured.get(reading) ?? [];
    const isLike = (each: Measured, home: number) => each.weight[home] === weight[home] && (each.existing[home]! <= limitMillimetres) === (existing[home]! <= limitMillimetres);
    const known = kept.find((each) => each.limitMillimetres === limitMillimetres && weight.every((_, home) => isLike(each, home)));
    if (known) return known.map;
    const map = yield* new GainMap(reading.engine.search, anchors, weight, existing, limitMillimetres).measure();
    this.#measured.set(reading, [{ limitMillimetres, weight, existing, map }, ...kept].slice(0, MOST_KEPT));
    return map;
  }
}
