/**
 * The line that two cells share: wiggly, never crossing another.
 *
 * Each line is a graph over the straight line between its nodes and stays in a
 * narrow lens around it, thinner than the angle at which two lines meet; so no two
 * lines cross. A smooth warp of the whole plane then makes the cells unequal.
 */
import { nodeAt, type Honeycomb } from './cells.ts';
import { hashSigned, hashUnit } from './random.ts';
import type { Plane, Step } from './steps.ts';

export interface BoundaryStyle {
  seed: number;
  /** Length of a honeycomb side in metres. */
  sideMetres: number;
  /** Pieces each side is divided into. */
  pieces: number;
}

/** How far corners stray, in sides: two lines still meet at more than twice the lens's angle. */
const CORNER_STRAY = 0.2;
/** Half the lens's opening, as a slope: 22°. */
const LENS_SLOPE = 0.4;
/** The small unevenness of each vertex, in pieces. */
const ROUGHNESS = 0.25;

/** Vertices from `from` up to but without `to`; the reverse call gives the same vertices. */
export function sharedLine(comb: Honeycomb, plane: Plane, style: BoundaryStyle, from: number, to: number): Step[] {
  const low = Math.min(from, to);
  const high = Math.max(from, to);
  const a = cornerAt(comb, style, low);
  const b = cornerAt(comb, style, high);
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length = Math.hypot(dx, dy);
  const piece = 1 / style.pieces;
  const waves = 1 + 2 * hashUnit(style.seed, low, high, 1);
  const phase = 2 * Math.PI * hashUnit(style.seed, low, high, 2);
  const strength = 0.3 + 0.7 * hashUnit(style.seed, low, high, 3);
  const out: Step[] = [];
  for (let i = 0; i <= style.pieces; i++) {
    const inner = i > 0 && i < style.pieces;
    const t = piece * (i + (inner ? 0.3 * hashSigned(style.seed, low, high, 8 * i + 5) : 0));
    const lens = inner ? LENS_SLOPE * Math.min(t, 1 - t) : 0;
    const broad = 0.75 * lens * strength * Math.sin(2 * Math.PI * waves * t + phase);
    const fine = Math.min(0.25 * lens, ROUGHNESS * piece) * hashSigned(style.seed, low, high, 8 * i + 7);
    const offset = (broad + fine) * length;
    out.push(warped(plane, style, a[0] + dx * t - (dy / length) * offset, a[1] + dy * t + (dx / length) * offset));
  }
  if (from !== low) out.reverse();
  out.pop();
  return out;
}

function cornerAt(comb: Honeycomb, style: BoundaryStyle, node: number): [number, number] {
  const [x, y] = nodeAt(comb, node);
  const angle = 2 * Math.PI * hashUnit(style.seed, node, 11);
  const stray = CORNER_STRAY * Math.sqrt(hashUnit(style.seed, node, 13));
  return [x + stray * Math.cos(angle), y + stray * Math.sin(angle)];
}

/** Gentle long waves: at most a third of stretch or shear, so nothing folds over. */
function warped(plane: Plane, style: BoundaryStyle, x: number, y: number): Step {
  const p = 2 * Math.PI * hashUnit(style.seed, 17);
  const q = 2 * Math.PI * hashUnit(style.seed, 19);
  const east = x + 0.5 * Math.sin(0.31 * y + 0.17 * x + p) + 0.3 * Math.sin(0.53 * x - 0.2 * y + q);
  const north = y + 0.5 * Math.sin(0.29 * x - 0.19 * y + q) + 0.3 * Math.sin(0.47 * y + 0.23 * x + p);
  return plane.toStep(east * style.sideMetres, north * style.sideMetres);
}
