/** The units of a layer as grounds, found by place. */
import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import { STEPS_PER_DEGREE } from '../geo/coordinates.ts';
import type { PolygonLayer } from './layer.ts';
import { asGround } from './opinionGround.ts';
import type { Box, Ground } from './opinionGround.ts';
import { croppedTo } from './opinionOverlay.ts';

export interface GroundIndex {
  readonly count: number;
  /** Null where there is no ground. Throws what Turf throws, for a unit that has to be mended. */
  ground(unit: number): Ground | null;
  /** Null for a unit without any ring of three vertices. */
  box(unit: number): Box | null;
  /** Units with ground whose box meets this one, ascending. */
  near(box: Box): number[];
}

/**
 * Grounds are made when they are asked for: of a province only the few near its
 * defects are. `mend` is called on them then, to make a unit that Turf would read
 * otherwise than the check readable.
 */
export function indexGrounds(layer: PolygonLayer, mend: (unit: number, ground: Ground) => Ground | null = (_, ground) => ground): GroundIndex {
  const grounds = new Map<number, Ground | null>();
  const boxes = Array.from({ length: layer.unitCount }, (_, unit) => boxOfUnit(layer, unit));
  const held = boxes.flatMap((box, unit) => (box ? [{ unit, box }] : []));
  const search = held.length > 0 ? new Flatbush(held.length) : null;
  for (const { box } of held) search?.add(...box);
  search?.finish();
  return {
    count: layer.unitCount,
    ground(unit) {
      if (!grounds.has(unit)) {
        const ground = groundOfUnit(layer, unit);
        grounds.set(unit, ground && mend(unit, ground));
      }
      return grounds.get(unit)!;
    },
    box: (unit) => boxes[unit] ?? null,
    near: (box) => search?.search(...box).map((at) => held[at]!.unit).sort((a, b) => a - b) ?? [],
  };
}

/** Grounds that meet a box, cut to a somewhat larger one. */
export function groundsAbout(index: GroundIndex, box: Box): Ground[] {
  return index.near(box).flatMap((unit) => {
    const ground = index.ground(unit);
    return (ground && croppedTo(ground, box)) ?? [];
  });
}

/** Null for a unit without any ring of three vertices. */
function boxOfUnit(layer: PolygonLayer, unit: number): Box | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let ring = layer.polygonStart[layer.unitStart[unit]!]!; ring < layer.polygonStart[layer.unitStart[unit + 1]!]!; ring++) {
    if (layer.ringStart[ring + 1]! - layer.ringStart[ring]! < 3) continue;
    for (let v = layer.ringStart[ring]!; v < layer.ringStart[ring + 1]!; v++) {
      const [x, y] = [layer.coordinates[2 * v]! / STEPS_PER_DEGREE, layer.coordinates[2 * v + 1]! / STEPS_PER_DEGREE];
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
  }
  return west <= east ? [west, south, east, north] : null;
}

function groundOfUnit(layer: PolygonLayer, unit: number): Ground | null {
  const polygons: Position[][][] = [];
  for (let polygon = layer.unitStart[unit]!; polygon < layer.unitStart[unit + 1]!; polygon++) {
    const rings: Position[][] = [];
    for (let ring = layer.polygonStart[polygon]!; ring < layer.polygonStart[polygon + 1]!; ring++) {
      const positions: Position[] = [];
      for (let v = layer.ringStart[ring]!; v < layer.ringStart[ring + 1]!; v++) {
        positions.push([layer.coordinates[2 * v]! / STEPS_PER_DEGREE, layer.coordinates[2 * v + 1]! / STEPS_PER_DEGREE]);
      }
      // A ring of fewer than three vertices holds no ground; a polygon without its shell holds none either.
      if (positions.length >= 3) rings.push([...positions, positions[0]!]);
      else if (rings.length === 0) break;
    }
    if (rings.length > 0) polygons.push(rings);
  }
  return asGround(polygons);
}
