/** Drafts become features: edits are made on a copy, untouched features stay the objects they were. */
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { closedRing, degreesOf, sameStep, type Step } from '../steps.ts';
import type { Draft, Edit } from './draft.ts';
import type { Ground, Shapes } from './ground.ts';

type Shape = Feature<Polygon | MultiPolygon, Record<string, unknown>>;

/** Names of the columns that say which unit a feature is, in either language. */
export const CODE_FIELDS = ['code', '社区代码'];
const NAME_FIELDS = ['name', '社区名称'];
const PLACE_FIELDS = ['subdistrict', '街道', 'district', '区县', 'kind', '类型'];

export function codeOf(feature: Shape): string {
  for (const field of CODE_FIELDS) {
    const value = feature.properties[field];
    if (typeof value === 'string') return value;
  }
  throw new Error('A unit has no code.');
}

export interface Changed {
  features: Shape[];
  /** Codes of the new unit of each draft, by the draft's index; undefined where it adds none. */
  extraCodes: (string | undefined)[];
}

export function applyDrafts(shapes: Shapes, ground: Ground, drafts: readonly Draft[]): Changed {
  const edits = new Map<number, Edit[]>();
  const extras: Shape[] = [];
  const usedCodes = new Set(shapes.features.map(codeOf));
  const extraCodes = drafts.map((draft) => {
    let code: string | undefined;
    for (const edit of draft.edits) {
      if (edit.do === 'extra') {
        const like = shapes.features[edit.like]!;
        code = unusedCode(codeOf(like), usedCodes);
        extras.push(extraUnit(like, code, edit.ring));
      } else edits.set(edit.unit, [...(edits.get(edit.unit) ?? []), edit]);
    }
    return code;
  });
  const features: Shape[] = [];
  shapes.features.forEach((feature, unit) => {
    const own = edits.get(unit);
    if (own === undefined) features.push(feature);
    else if (!own.some((edit) => edit.do === 'remove')) features.push({ ...feature, geometry: edited(ground, unit, own) });
  });
  return { features: [...features, ...extras], extraCodes };
}

function edited(ground: Ground, unit: number, edits: readonly Edit[]): Polygon | MultiPolygon {
  let shell = ground.units[unit]!.ring;
  if (shell === null) throw new Error(`Unit ${unit} has holes or several parts and cannot be edited.`);
  const holes: Step[][] = [];
  const parts: Step[][] = [];
  for (const edit of edits) {
    if (edit.do === 'splice') shell = spliced(shell, edit.from, edit.to, edit.path);
    else if (edit.do === 'translate') shell = shell.map(([x, y]) => [x + edit.by[0], y + edit.by[1]] as const);
    else if (edit.do === 'addRing') holes.push(edit.ring);
    else if (edit.do === 'addPart') parts.push(edit.ring);
  }
  const open = edits.some((edit) => edit.do === 'unclose');
  const first: Position[] = open ? shell.map(degreesOf) : closedRing(shell);
  const polygon = [first, ...holes.map(closedRing)];
  if (parts.length === 0) return { type: 'Polygon', coordinates: polygon };
  return { type: 'MultiPolygon', coordinates: [polygon, ...parts.map((part) => [closedRing(part)])] };
}

function spliced(ring: readonly Step[], from: Step, to: Step, path: readonly Step[]): Step[] {
  const start = ring.findIndex((step) => sameStep(step, from));
  if (start < 0) throw new Error('The stretch to replace does not start on the ring.');
  const turned = [...ring.slice(start), ...ring.slice(0, start)];
  const end = turned.findIndex((step, i) => i > 0 && sameStep(step, to));
  if (end < 0) throw new Error('The stretch to replace does not end on the ring.');
  return [from, ...path, ...turned.slice(end)];
}

function extraUnit(like: Shape, code: string, ring: readonly Step[]): Shape {
  const properties: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(like.properties)) {
    if (CODE_FIELDS.includes(field)) properties[field] = code;
    else if (NAME_FIELDS.includes(field)) properties[field] = `${String(value)}（另绘）`;
    else if (PLACE_FIELDS.includes(field)) properties[field] = value;
  }
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [closedRing(ring)] } };
}

/** A free number of the same subdistrict, from the top of the committees' range downwards. */
function unusedCode(like: string, used: Set<string>): string {
  for (let number = 198; number > 0; number--) {
    const code = like.slice(0, 9) + String(number).padStart(3, '0');
    if (used.has(code)) continue;
    used.add(code);
    return code;
  }
  throw new Error(`No free code in ${like.slice(0, 9)}.`);
}
