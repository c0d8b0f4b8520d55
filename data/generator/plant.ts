/**
 * Plants defects in a clean coverage and keeps the truth about each.
 * Defects stand far apart, so a report about one can never be explained by another.
 */
import { seededRandom, shuffled } from './random.ts';
import { metresPerStep, STEPS_PER_DEGREE } from './steps.ts';
import { applyDrafts, codeOf } from './plant/apply.ts';
import type { Draft } from './plant/draft.ts';
import { boxesMeet, boxOf, Ground, type Box, type Shapes } from './plant/ground.ts';
import { KINDS } from './plant/kinds.ts';
import { PLANT_KINDS, type Planted, type PlantKind } from './plant/planted.ts';

export { PLANT_KINDS, type Planted, type PlantKind } from './plant/planted.ts';

export interface PlantOptions {
  seed: number;
  /** How many of each kind; default 2. */
  perKind?: number;
  /** Only these kinds; default all. A kind may be named several times. */
  kinds?: readonly PlantKind[];
  /** Keep this many metres between defects instead of the default: no two in the same or neighbouring communities. */
  spacingMetres?: number;
}

export interface PlantedCity {
  communities: Shapes;
  planted: Planted[];
}

/** `declared` is ground of no community: no inlet is planted along it. */
export function plantDefects(city: { communities: Shapes; declared?: Shapes }, options: PlantOptions): PlantedCity {
  const { seed, perKind = 2, kinds = PLANT_KINDS, spacingMetres } = options;
  const shapes = city.communities;
  const ground = new Ground(shapes, city.declared);
  const random = seededRandom(seed);
  const order = shuffled(random, shapes.features.map((_, i) => i));
  const room = spacingMetres === undefined ? new NeighbourRoom(ground) : new DistanceRoom(spacingMetres);
  const found: { kind: PlantKind; draft: Draft }[] = [];
  for (const kind of kinds) {
    let left = perKind;
    for (let i = 0; i < order.length && left > 0; i++) {
      if (!room.mayTry(order[i]!)) continue;
      const draft = KINDS[kind].plant(ground, order[i]!, random);
      if (draft === null || !room.take(draft)) continue;
      found.push({ kind, draft });
      left--;
      // To the end of the queue: other units come first next time.
      order.push(...order.splice(i--, 1));
    }
    if (left > 0) throw new Error(`Planted ${perKind - left} of ${perKind} defects of kind ${kind}: the city has no room for more.`);
  }
  const { features, extraCodes } = applyDrafts(shapes, ground, found.map((f) => f.draft));
  const planted = found.map(({ kind, draft }, i) => ({
    kind,
    class: KINDS[kind].class,
    also: KINDS[kind].also,
    units: draft.units.map((unit) => (unit === 'extra' ? extraCodes[i]! : codeOf(shapes.features[unit]!))),
    areaSquareMetres: draft.areaSquareMetres,
    widthMetres: draft.widthMetres,
    location: draft.location,
    note: draft.note,
  }));
  return { communities: { ...shapes, features }, planted };
}

/** One defect, for a test of its own. */
export function plantOne(city: { communities: Shapes }, kind: PlantKind, seed: number): PlantedCity & { one: Planted } {
  const result = plantDefects(city, { seed, perKind: 1, kinds: [kind] });
  return { ...result, one: result.planted[0]! };
}

interface Room {
  /** A quick no, before a draft is made. */
  mayTry(unit: number): boolean;
  /** Takes the draft's room if it is free. */
  take(draft: Draft): boolean;
}

class NeighbourRoom implements Room {
  private readonly blocked = new Set<number>();
  constructor(private readonly ground: Ground) {}

  mayTry(unit: number): boolean {
    return !this.blocked.has(unit);
  }

  take(draft: Draft): boolean {
    if (draft.touched.some((unit) => this.blocked.has(unit))) return false;
    for (const unit of draft.touched) {
      this.blocked.add(unit);
      for (const other of this.ground.neighbours(unit)) this.blocked.add(other);
    }
    return true;
  }
}

class DistanceRoom implements Room {
  private readonly boxes: Box[] = [];
  private readonly units = new Set<number>();
  private readonly wholeUnits = new Set<number>();
  constructor(private readonly metres: number) {}

  mayTry(unit: number): boolean {
    return !this.wholeUnits.has(unit);
  }

  take(draft: Draft): boolean {
    const [west, south, east, north] = boxOf(draft.places);
    const scale = metresPerStep(south / STEPS_PER_DEGREE);
    const wide = this.metres / scale.east;
    const high = this.metres / scale.north;
    const box: Box = [west - wide, south - high, east + wide, north + high];
    if (this.boxes.some((other) => boxesMeet(box, other))) return false;
    if (draft.touched.some((unit) => this.wholeUnits.has(unit) || (draft.whole && this.units.has(unit)))) return false;
    this.boxes.push([west, south, east, north]);
    for (const unit of draft.touched) {
      this.units.add(unit);
      if (draft.whole) this.wholeUnits.add(unit);
    }
    return true;
  }
}
