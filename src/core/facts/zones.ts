/** Development zones as the rules ask for them: how much of a community's ground lies in each, by face, kept as long as the face stands. */
import { loopOf, ringOf, type Coverage, type Face } from '../coverage/coverage.ts';
import { boxesMeet, type Box } from '../coverage/faceIndex.ts';
import { boxOf, inRing } from '../coverage/ringMeasure.ts';
import { innerPoint } from '../households/innerPoint.ts';
import { overlayCells, type LineSegment } from '../households/overlay.ts';
import type { Zone } from '../plan/departures.ts';

export interface FactZone extends Zone {
  /** Whether the zone manages the ground; null where its data do not say. */
  readonly entrusted: boolean | null;
  /** Way of approval, as the zone's data name it; null where nobody knows. */
  readonly route: string | null;
}

const INSIDE = 1;
const kept = new WeakMap<readonly FactZone[], WeakMap<Face, readonly number[]>>();
const boxes = new WeakMap<FactZone, Box>();

/** Square metres of a face in each zone, in the order of the zones. */
export function zoneAreas(coverage: Coverage, face: number, zones: readonly FactZone[]): readonly number[] {
  let ofZones = kept.get(zones);
  if (ofZones === undefined) kept.set(zones, (ofZones = new WeakMap()));
  const record = coverage.faces.get(face)!;
  let areas = ofZones.get(record);
  if (areas === undefined) {
    areas = zones.map((zone) => (boxesMeet(boxOfZone(zone), record.box) ? areaIn(coverage, face, zone) : 0));
    ofZones.set(record, areas);
  }
  return areas;
}

function areaIn(coverage: Coverage, face: number, { rings }: FactZone): number {
  const record = coverage.faces.get(face)!;
  const outline = record.loops.map((loop) => ringOf(coverage, loopOf(coverage, loop)));
  const inZone = (x: number, y: number): boolean => rings.filter((ring) => inRing(ring, x, y)).length % 2 === 1;
  const lines = linesWithin(rings, record.box, inZone);
  if (lines.length === 0) {
    const at = innerPoint(outline);
    return at !== null && inZone(at[0], at[1]) ? record.areaSquareMetres : 0;
  }
  const cells = overlayCells(outline, lines, 'odd', (x, y) => (inZone(x, y) ? INSIDE : 0));
  return cells.reduce((sum, cell) => (cell.face === INSIDE ? sum + cell.areaSquareMetres : sum), 0);
}

/** Edges of a zone near a box, each with the zone on the side where it lies. */
function linesWithin(rings: Zone['rings'], [west, south, east, north]: Box, inZone: (x: number, y: number) => boolean): LineSegment[] {
  const lines: LineSegment[] = [];
  rings.forEach((ring, arc) => {
    let leftIsIn: boolean | null = null;
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [ax, ay, bx, by] = [ring[j]!, ring[j + 1]!, ring[i]!, ring[i + 1]!];
      if (Math.max(ax, bx) < west || Math.min(ax, bx) > east || Math.max(ay, by) < south || Math.min(ay, by) > north || (ax === bx && ay === by)) continue;
      leftIsIn ??= zoneOnLeft(ring, inZone);
      lines.push({ ax, ay, bx, by, left: leftIsIn ? INSIDE : 0, right: leftIsIn ? 0 : INSIDE, arc });
    }
  });
  return lines;
}

/** Asked beside the longest edge, where it is told most safely. */
function zoneOnLeft(ring: readonly number[], inZone: (x: number, y: number) => boolean): boolean {
  let [longest, x, y] = [0, 0, 0];
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [dx, dy] = [ring[i]! - ring[j]!, ring[i + 1]! - ring[j + 1]!];
    const length = Math.hypot(dx, dy);
    if (length <= longest) continue;
    longest = length;
    [x, y] = [(ring[i]! + ring[j]!) / 2 - dy / length, (ring[i + 1]! + ring[j + 1]!) / 2 + dx / length];
  }
  return inZone(x, y);
}

function boxOfZone(zone: FactZone): Box {
  let box = boxes.get(zone);
  if (box === undefined) {
    const all = zone.rings.map(boxOf);
    box = [Math.min(...all.map((b) => b[0])), Math.min(...all.map((b) => b[1])), Math.max(...all.map((b) => b[2])), Math.max(...all.map((b) => b[3]))];
    boxes.set(zone, box);
  }
  return box;
}
