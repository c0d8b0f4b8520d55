/** What a plan draws over the base: only what differs, however large the city. */
import { arcOf, halvesOf, loopOf, ringOf, OUTSIDE_FACE, type Arc, type Coverage, type Face } from '../../core/coverage/coverage.ts';
import { faceAt } from '../../core/coverage/faceAt.ts';
import { facePoint } from '../../core/coverage/facePoint.ts';
import { shapeOfFaces } from '../../core/coverage/shape.ts';
import { PagedArray } from '../../core/pagedArray.ts';
import type { Fate } from '../../core/plan/fates.ts';
import { fateOf } from '../../core/plan/fates.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { ByteWriter } from '../../io/geojson/writeBytes.ts';
import type { PlanBase, PlanOverlay } from '../planProtocol.ts';

type Properties = Record<string, string | number | boolean>;

/** Lines between units of the base, one feature an arc; legal lines are drawn from the loaded layers. */
export function planBase({ coverage, units }: Plan): PlanBase {
  const out = new FeatureWriter();
  let id = 0;
  for (const arc of coverage.arcs) {
    if (arc && isDrawn(coverage, arc)) out.line(id, { kind: lineKind(coverage, units, arc) }, arc.xy);
    id++;
  }
  return { linesGeoJson: out.finish() };
}

export function overlayOf(base: Plan, plan: Plan, changed: ReadonlySet<number>): PlanOverlay {
  const { coverage, units } = plan;
  const faces = PagedArray.differences(base.coverage.faces, coverage.faces).filter((face) => face !== OUTSIDE_FACE);
  const hiddenUnits: number[] = [];
  const unitsOut = new FeatureWriter();
  for (const unit of [...changed].sort((p, q) => p - q)) {
    if (unit < base.units.length) hiddenUnits.push(unit);
    const own = coverage.facesOf.get(unit);
    // What it holds with others is drawn with it, as in the base; contested ground is marked on top.
    const shared = coverage.unsettled.filter((face) => coverage.faces.get(face)!.claimants.includes(unit));
    if (own.length + shared.length === 0) continue;
    const role = units.get(unit).role;
    const fate: Fate = fateOf(base, plan, unit, changed);
    unitsOut.polygons(unit, { index: unit, role, fate }, shapeOfFaces(coverage, [...own, ...shared]));
  }

  const lines = new FeatureWriter();
  const former = new FeatureWriter();
  const hiddenLines: number[] = [];
  const near = new Set(PagedArray.differences(base.coverage.arcs, coverage.arcs));
  for (const face of faces) {
    for (const each of [base.coverage, coverage]) {
      if (face < each.faces.length && each.faces.get(face)) for (const half of halvesOf(each, face)) near.add(half >> 1);
    }
  }
  for (const id of [...near].sort((p, q) => p - q)) {
    const before = id < base.coverage.arcs.length ? base.coverage.arcs.get(id) : null;
    const after = id < coverage.arcs.length ? coverage.arcs.get(id) : null;
    const wasDrawn = before !== null && isDrawn(base.coverage, before);
    const drawn = after !== null && isDrawn(coverage, after);
    if (wasDrawn && drawn && before.xy === after.xy && lineKind(base.coverage, base.units, before) === lineKind(coverage, units, after)) continue;
    if (wasDrawn) hiddenLines.push(id);
    if (drawn) lines.line(id, { kind: lineKind(coverage, units, after), stood: after.origin === 'base' && dividesBase(coverage, after) }, after.xy);
    else if (after !== null && after.origin === 'base' && isFormer(coverage, after)) former.line(id, {}, after.xy);
  }

  const moved = new FeatureWriter();
  for (const id of faces) {
    const face = id < coverage.faces.length ? coverage.faces.get(id) : null;
    if (!face || face.base.length > 1 || face.claimants.length > 1) continue;
    const from = face.base[0] ?? -1;
    const to = face.claimants[0] ?? -1;
    // Ground of nobody that was declared looks as declared ground does.
    const isDeclared = from < 0 && to >= 0 && units.get(to).role === 'declared';
    if (from !== to && !isDeclared) moved.polygons(id, { from, to }, [ringsOf(coverage, face)]);
  }
  return {
    unitsGeoJson: unitsOut.finish(), hiddenUnits, linesGeoJson: lines.finish(), hiddenLines, formerGeoJson: former.finish(),
    movedGeoJson: moved.finish(), openGeoJson: openGround(coverage),
  };
}

/** Ground that nobody or that several hold. */
function openGround(coverage: Coverage): ArrayBuffer {
  const out = new FeatureWriter();
  for (const id of coverage.unsettled) {
    const face = coverage.faces.get(id)!;
    out.polygons(id, { face: id, state: stateOf(face) }, [ringsOf(coverage, face)]);
  }
  return out.finish();
}

export function stateOf(face: Face): 'unassigned' | 'contested' | 'beyond' {
  if (face.claimants.length > 1) return 'contested';
  return face.inParent ? 'unassigned' : 'beyond';
}

/** What a draft moves and draws: against the head, not the base. */
export function draftLayers(head: Plan, draft: Plan): { linesGeoJson: ArrayBuffer; movedGeoJson: ArrayBuffer } {
  const lines = new FeatureWriter();
  const moved = new FeatureWriter();
  const faces = PagedArray.differences(head.coverage.faces, draft.coverage.faces);
  const arcs = new Set<number>();
  // A piece was cut out of some face of the head: whose it was, its place there says.
  const holders = new Map<number, Face>();
  const before = (id: number): Face => {
    const known = holders.get(id) ?? head.coverage.faces.get(id === OUTSIDE_FACE ? id : faceAt(head.coverage, ...facePoint(draft.coverage, id)))!;
    holders.set(id, known);
    return known;
  };
  for (const id of faces) {
    const face = id < draft.coverage.faces.length ? draft.coverage.faces.get(id) : null;
    if (!face || id === OUTSIDE_FACE) continue;
    for (const half of halvesOf(draft.coverage, id)) arcs.add(half >> 1);
    const [was] = before(id).claimants;
    if (sameHolders(before(id), face)) continue;
    moved.polygons(id, { from: was ?? -1, to: face.claimants[0] ?? -1 }, [ringsOf(draft.coverage, face)]);
  }
  for (const id of [...arcs].sort((p, q) => p - q)) {
    const arc = arcOf(draft.coverage, id);
    if (isDrawn(draft.coverage, arc) && sameHolders(before(arc.left), before(arc.right))) lines.line(id, {}, arc.xy);
  }
  return { linesGeoJson: lines.finish(), movedGeoJson: moved.finish() };
}

export function ringsOf(coverage: Coverage, face: Face): number[][] {
  return face.loops.map((loop) => ringOf(coverage, loopOf(coverage, loop)));
}

function isDrawn(coverage: Coverage, arc: Arc): boolean {
  return arc.legal === null && !sameHolders(coverage.faces.get(arc.left)!, coverage.faces.get(arc.right)!);
}

function isFormer(coverage: Coverage, arc: Arc): boolean {
  return arc.legal === null && dividesBase(coverage, arc) && sameHolders(coverage.faces.get(arc.left)!, coverage.faces.get(arc.right)!);
}

/** Whether the files have a line here. */
function dividesBase(coverage: Coverage, { left, right }: Arc): boolean {
  return String(coverage.faces.get(left)!.base) !== String(coverage.faces.get(right)!.base);
}

function sameHolders(a: Face, b: Face): boolean {
  return a.claimants.length === b.claimants.length && a.claimants.every((unit, k) => unit === b.claimants[k]);
}

function lineKind(coverage: Coverage, units: Plan['units'], arc: Arc): string {
  const declared = [arc.left, arc.right]
    .some((face) => coverage.faces.get(face)!.claimants.some((unit) => units.get(unit).role === 'declared'));
  return declared ? 'declared' : 'community';
}

/** GeoJSON as bytes, feature by feature. */
export class FeatureWriter {
  private readonly out = new ByteWriter().text('{"type":"FeatureCollection","features":[');
  private count = 0;

  line(id: number, properties: Properties, xy: ArrayLike<number>): void {
    this.open(id, properties, 'LineString');
    for (let i = 0; i < xy.length; i += 2) {
      if (i > 0) this.out.text(',');
      this.out.position(xy[i]!, xy[i + 1]!);
    }
    this.out.text(']}}');
  }

  polygons(id: number, properties: Properties, polygons: readonly (readonly (readonly number[])[])[]): void {
    this.open(id, properties, 'MultiPolygon');
    polygons.forEach((rings, p) => {
      this.out.text(p > 0 ? ',[' : '[');
      rings.forEach((ring, r) => {
        this.out.text(r > 0 ? ',[' : '[');
        for (let i = 0; i < ring.length; i += 2) this.out.position(ring[i]!, ring[i + 1]!).text(',');
        this.out.position(ring[0]!, ring[1]!).text(']');
      });
      this.out.text(']');
    });
    this.out.text(']}}');
  }

  finish(): ArrayBuffer {
    return this.out.text('\n]}\n').finish();
  }

  private open(id: number, properties: Properties, type: string): void {
    this.out.text(`${this.count++ > 0 ? ',' : ''}\n{"type":"Feature","id":${id},"properties":${JSON.stringify({ id, ...properties })},"geometry":{"type":"${type}","coordinates":[`);
  }
}
