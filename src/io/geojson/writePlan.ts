/**
 * A plan as GeoJSON files, one for each that was read. What has not changed is copied byte for byte: the file's head and tail,
 * features that are no communities, and every community whose ground and outline are as read. Of a changed one only the
 * geometry's bytes are replaced (and its name, if that changed); its other attributes keep their text.
 */
import { faceOf, neighboursOf, OUTSIDE_FACE, type Coverage } from '../../core/coverage/coverage.ts';
import type { PolygonLayer } from '../../core/coverage/layer.ts';
import type { ShapePolygon } from '../../core/coverage/shape.ts';
import { STEPS_PER_DEGREE, type LngLat } from '../../core/geo/coordinates.ts';
import type { Plan, Unit } from '../../core/plan/plan.ts';
import { writtenShapes } from '../../core/plan/writtenShapes.ts';
import { concatLayers } from '../concatLayers.ts';
import type { FieldMap } from '../fields.ts';
import { fieldText } from '../fieldValues.ts';
import type { SourceLayer } from '../sourceLayer.ts';
import { cell } from '../unitLabel.ts';
import { FeatureParts, type Range } from './featureParts.ts';
import { PositionTexts } from './positionTexts.ts';
import { ByteWriter } from './writeBytes.ts';
import { shapeBounds, writeShape } from './writeShape.ts';

export interface PlanSource {
  source: SourceLayer;
  fields: FieldMap;
}

export interface WrittenPlan {
  /** One for each source, in their order. Created communities stand in the first. */
  files: { fileName: string; bytes: Uint8Array }[];
  /** Communities of the files that are written as they were read, and those that are not; abolished ones are in neither. */
  untouched: number;
  changed: number;
  created: number;
  abolished: number;
  /** Vertices put into edges that a community had before, because a neighbour has them. */
  inserted: { unit: number; positions: LngLat[] }[];
}

/** `sources`: in the order of the plan's units. `base`: the coverage that was built from them and from `parent`. */
export function writePlan(plan: Plan, base: Coverage, sources: readonly PlanSource[], parent: PolygonLayer | null): WrittenPlan {
  const shapes = writtenShapes(plan, base, concatLayers(sources.map(({ source }) => source.layer)), parent);
  const changes = new Map<number, FeatureChange>(shapes.map(({ unit, polygons }) => [unit, { shape: polygons, name: null }]));
  const starts = sources.reduce<number[]>((all, { source }) => [...all, all.at(-1)! + source.layer.unitCount], [0]);
  const created: { unit: Unit; shape: readonly ShapePolygon[] }[] = [];
  let abolished = 0;
  let index = -1;
  for (const unit of plan.units) {
    index++;
    if (unit.source === null) {
      if (!unit.abolished) created.push({ unit, shape: changes.get(index)?.shape ?? [] });
      continue;
    }
    const k = starts.findLastIndex((start) => start <= unit.source!);
    const name = newName(unit, sources[k]!, unit.source - starts[k]!);
    if (unit.abolished) {
      changes.set(index, { shape: null, name: null, abolished: true });
      abolished++;
    } else if (name !== null) changes.set(index, { shape: changes.get(index)?.shape ?? null, name });
  }
  const texts = nearbyTexts(plan, sources, starts, changes);
  const files = sources.map((source, k) => {
    const own = new Map([...changes].filter(([unit]) => unit >= starts[k]! && unit < starts[k + 1]!).map(([unit, change]) => [unit - starts[k]!, change]));
    return { fileName: source.source.fileName, bytes: writeFile(source, own, k === 0 ? created : [], texts) };
  });
  const changed = changes.size - abolished - created.filter(({ unit }) => !unit.abolished).length;
  return {
    files, changed, abolished, created: created.length, untouched: starts.at(-1)! - changed - abolished,
    inserted: shapes.filter(({ inserted }) => inserted.length > 0).map(({ unit, inserted }) => ({ unit, positions: lngLats(inserted) })),
  };
}

interface FeatureChange {
  /** Null: the geometry stays. */
  shape: readonly ShapePolygon[] | null;
  /** Null: the name stays. */
  name: string | null;
  abolished?: boolean;
}

/** Null where the file has the name already, or the unit goes by its label. */
function newName(unit: Unit, { source, fields }: PlanSource, index: number): string | null {
  const before = fieldText(cell(source.properties[index]!, fields.name)).value;
  return before === null || before === unit.name || fields.name === undefined ? null : unit.name;
}

function writeFile({ source, fields }: PlanSource, changes: ReadonlyMap<number, FeatureChange>, created: readonly { unit: Unit; shape: readonly ShapePolygon[] }[], texts: PositionTexts): Uint8Array {
  if (changes.size === 0 && created.length === 0) return source.bytes;
  const { bytes, featureRange } = source;
  const parts = new FeatureParts(bytes, source.encoding);
  const out = new Pieces(bytes);
  const separator = separatorOf(source);
  const addCreated = (isFirst: boolean) => {
    created.forEach(({ unit, shape }, k) => {
      if (!isFirst || k > 0) out.put(encoded(separator));
      out.put(createdFeature(unit, shape, fields, texts));
    });
  };
  let lastStanding = source.layer.unitCount - 1;
  while (changes.get(lastStanding)?.abolished === true) lastStanding--;
  for (let unit = 0; unit < source.layer.unitCount; unit++) {
    const start = featureRange[2 * unit]!;
    const end = featureRange[2 * unit + 1]!;
    const change = changes.get(unit);
    out.copyTo(start);
    if (change?.abolished === true) {
      // The created ones take the place where no community stands any more.
      if (lastStanding < 0 && unit === 0 && created.length > 0) {
        addCreated(true);
        out.skipTo(end);
      } else out.skipFeature(end);
      continue;
    }
    if (change) for (const [range, instead] of replacements(bytes, parts, [start, end], change, fields, texts)) out.copyTo(range[0]).put(instead).skipTo(range[1]);
    out.copyTo(end);
    if (unit === lastStanding) addCreated(false);
  }
  return out.copyTo(bytes.length).finish();
}

/** Features of a collection, or one on each line. */
function separatorOf({ bytes, featureRange }: SourceLayer): string {
  let at = (featureRange[0] ?? 0) - 1;
  while (at >= 0 && bytes[at]! <= 32) at--;
  return bytes[at] === 91 || bytes[at] === 44 ? ',\n' : '\n';
}

/** What is replaced in a feature, in the order of the bytes. */
function replacements(bytes: Uint8Array, parts: FeatureParts, [start, end]: Range, { shape, name }: FeatureChange, fields: FieldMap, texts: PositionTexts): [Range, Uint8Array][] {
  const members = parts.members(start);
  const found: [Range, Uint8Array][] = [];
  if (shape) {
    const geometry = members.get('geometry');
    // A geometry without a feature round it is its own.
    const at: Range = geometry ?? [start, end];
    const isMulti = holds(bytes.subarray(at[0], at[1]), MULTI_POLYGON);
    found.push([at, writeShape(new ByteWriter(bytesOf(shape)), shape, isMulti, texts).finished()]);
    const box = members.get('bbox');
    if (geometry && box) found.push([box, encoded(JSON.stringify(shapeBounds(shape)))]);
  }
  const properties = members.get('properties');
  const column = properties && fields.name !== undefined ? parts.members(properties[0]).get(fields.name) : undefined;
  if (name !== null && column) found.push([column, encoded(asciiJson(name))]);
  return found.sort(([p], [q]) => p[0] - q[0]);
}

/** `text` begins with a quotation mark, which no letter of any encoding contains. */
function holds(bytes: Uint8Array, text: Uint8Array): boolean {
  for (let at = bytes.indexOf(text[0]!); at >= 0; at = bytes.indexOf(text[0]!, at + 1)) if (text.every((byte, k) => bytes[at + k] === byte)) return true;
  return false;
}

function createdFeature(unit: Unit, shape: readonly ShapePolygon[], fields: FieldMap, texts: PositionTexts): Uint8Array {
  const properties: Record<string, unknown> = {};
  if (fields.code !== undefined) properties[fields.code] = null;
  properties[fields.name ?? 'name'] = unit.name;
  if (fields.subdistrict !== undefined && unit.subdistrict !== null) properties[fields.subdistrict] = unit.subdistrict;
  if (fields.kind !== undefined && unit.kind !== null) properties[fields.kind] = unit.kind;
  if (unit.role === 'declared' && unit.groundKind !== null) properties.groundKind = unit.groundKind;
  properties.provisionalId = unit.id;
  const out = new ByteWriter(bytesOf(shape) + 1024).text(`{"type":"Feature","properties":${asciiJson(properties)},"geometry":`);
  return writeShape(out, shape, false, texts).text('}').finished();
}

/** Room that a shape's text will take, about. */
function bytesOf(shape: readonly ShapePolygon[]): number {
  return shape.reduce((sum, rings) => rings.reduce((all, ring) => all + 14 * ring.length, sum), 128);
}

function encoded(text: string): Uint8Array {
  return ENCODER.encode(text);
}

/** Escaped beyond ASCII, so that it reads the same in every encoding a file may have. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Texts of the positions of what is written anew and of its neighbours; those that stay as read go first. */
function nearbyTexts({ coverage }: Plan, sources: readonly PlanSource[], starts: readonly number[], changes: ReadonlyMap<number, FeatureChange>): PositionTexts {
  const redrawn = [...changes].flatMap(([unit, { shape }]) => (shape && unit < starts.at(-1)! ? [unit] : [])).sort((p, q) => p - q);
  const near = new Set<number>();
  for (const unit of redrawn) {
    if (unit >= coverage.facesOf.length) continue;
    for (const face of coverage.facesOf.get(unit)) {
      for (const beside of neighboursOf(coverage, face)) if (beside !== OUTSIDE_FACE) for (const other of faceOf(coverage, beside).claimants) near.add(other);
    }
  }
  const featureOf = (unit: number): Uint8Array[] => {
    const k = starts.findLastIndex((start) => start <= unit);
    const source = sources[k]?.source;
    if (!source || unit >= starts.at(-1)!) return [];
    const at = unit - starts[k]!;
    return [source.bytes.subarray(source.featureRange[2 * at], source.featureRange[2 * at + 1])];
  };
  const asRead = [...near].filter((unit) => !changes.get(unit)?.shape).sort((p, q) => p - q);
  return new PositionTexts([...asRead, ...redrawn].flatMap(featureOf));
}

function lngLats(xy: readonly number[]): LngLat[] {
  return Array.from({ length: xy.length / 2 }, (_, i): LngLat => [xy[2 * i]! / STEPS_PER_DEGREE, xy[2 * i + 1]! / STEPS_PER_DEGREE]);
}

/** The new file as stretches of the old one and pieces between them. */
class Pieces {
  private readonly pieces: Uint8Array[] = [];
  /** The stretch that is being copied: from here up to `at`. */
  private from = 0;
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  copyTo(end: number): this {
    if (end < this.at) return this.skipTo(end);
    this.at = end;
    return this;
  }

  skipTo(end: number): this {
    this.endStretch();
    this.from = end;
    this.at = end;
    return this;
  }

  put(piece: Uint8Array): this {
    this.endStretch();
    this.pieces.push(piece);
    return this;
  }

  /** Leaves a feature out with the comma behind it; the last one with the comma before it. */
  skipFeature(end: number): void {
    let next = end;
    while (this.bytes[next]! <= 32) next++;
    if (this.bytes[next] === 44) {
      do next++; while (this.bytes[next]! <= 32);
      this.skipTo(next);
      return;
    }
    this.skipTo(end);
    const last = this.pieces.at(-1);
    if (!last) return;
    let length = last.length;
    while (length > 0 && last[length - 1]! <= 32) length--;
    if (last[length - 1] === 44) this.pieces[this.pieces.length - 1] = last.subarray(0, length - 1);
  }

  private endStretch(): void {
    if (this.at > this.from) this.pieces.push(this.bytes.subarray(this.from, this.at));
    this.from = this.at;
  }

  finish(): Uint8Array {
    this.endStretch();
    const out = new Uint8Array(this.pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of this.pieces) {
      out.set(piece, at);
      at += piece.length;
    }
    return out;
  }
}

const ENCODER = new TextEncoder();
const MULTI_POLYGON = ENCODER.encode('"MultiPolygon"');
