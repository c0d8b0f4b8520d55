/** A plan as a file: what has not changed is copied to the byte, of what has only the geometry's bytes are new. */
import { describe, expect, test } from 'vitest';
import { buildCoverage } from '../../src/core/coverage/build.ts';
import { assignFaces, healChanged } from '../../src/core/coverage/assign.ts';
import { CoverageDraft } from '../../src/core/coverage/draft.ts';
import { openPlan } from '../../src/core/plan/open.ts';
import type { Plan, Unit } from '../../src/core/plan/plan.ts';
import { finish } from '../../src/core/progress.ts';
import { writePlan, type PlanSource } from '../../src/io/geojson/writePlan.ts';
import { planUnits } from '../../src/cli/planUnits.ts';
import { read } from './reading.ts';

const FIELDS = { name: '名称', code: '代码' };

/** A square of a hundredth of a degree, with spaces as no program would write them. */
function box(west: number, decimals = 2): string {
  const at = (x: number, y: number) => `[${(108.9 + x / 100).toFixed(decimals)}, ${(34.2 + y / 100).toFixed(decimals)}]`;
  return `{"coordinates" : [[${[at(west, 0), at(west + 1, 0), at(west + 1, 1), at(west, 1), at(west, 0)].join(', ')}]], "type":"Polygon"}`;
}

const feature = (name: string, geometry: string) => `{ "type": "Feature", "geometry":${geometry}, "properties": {"名称" : "${name}", "户数":1.50e3, "代码":"61010400100${name.charCodeAt(0) % 10}"} }`;
const HEAD = '\uFEFF{"name":"社区","type":"FeatureCollection", "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4490"}},\n"features":[\n  ';
const TAIL = '\n], "说明" : [1, 2]}\n';
const POINT = '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[108.9,34.2]}}';

function opened(text: string | Uint8Array): { plan: Plan; sources: PlanSource[]; text: (plan: Plan) => string } {
  const { source } = read(text);
  const coverage = finish(buildCoverage({ units: source!.layer, parent: null }));
  const plan = openPlan(coverage, planUnits(source!, FIELDS, 'community'));
  const sources = [{ source: source!, fields: FIELDS }];
  return { plan, sources, text: (now) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(writePlan(now, coverage, sources, null).files[0]!.bytes) };
}

/** All that unit `from` holds goes to `to`. */
function given(plan: Plan, from: number, to: number): Plan {
  const draft = new CoverageDraft(plan.coverage);
  assignFaces(draft, plan.coverage.facesOf.get(from), [to]);
  healChanged(draft);
  return { ...plan, coverage: draft.finish() };
}

function withUnit(plan: Plan, index: number, change: Partial<Unit>): Plan {
  const unit = index < plan.units.length ? plan.units.get(index) : plan.units.get(0);
  return { ...plan, units: plan.units.with(new Map([[index, { ...unit, ...change }]])) };
}

const THREE = `${HEAD}${[feature('甲', box(0)), feature('乙', box(1)), POINT, feature('丙', box(2))].join(' ,\n  ')}${TAIL}`;

describe('as read', () => {
  test('nothing changed: the same bytes', () => {
    const { plan, sources, text } = opened(THREE);
    expect(text(plan)).toBe(THREE);
    expect(writePlan(plan, plan.coverage, sources, null).files[0]!.bytes).toBe(sources[0]!.source.bytes);
  });

  test('moved out and back: the same bytes', () => {
    const { plan, text } = opened(THREE);
    const out = given(plan, 1, 0);
    const draft = new CoverageDraft(out.coverage);
    assignFaces(draft, plan.coverage.facesOf.get(1), [1]);
    expect(text({ ...out, coverage: draft.finish() })).toBe(THREE);
  });
});

describe('changed', () => {
  test('only the geometry is new; other features, attributes, head and tail keep their text', () => {
    const { plan, text } = opened(THREE);
    const now = text(withUnit(given(plan, 1, 0), 1, { abolished: true }));
    const joined = '{"type":"Polygon","coordinates":[[[108.9,34.2],[108.91,34.2],[108.92,34.2],[108.92,34.21],[108.91,34.21],[108.9,34.21],[108.9,34.2]]]}';
    expect(now).toBe(`${HEAD}${feature('甲', joined)} ,\n  ${POINT} ,\n  ${feature('丙', box(2))}${TAIL}`);
  });

  test('the last one left out takes the comma before it', () => {
    const { plan, text } = opened(THREE);
    const now = text(withUnit(given(plan, 2, 1), 2, { abolished: true }));
    expect((JSON.parse(now.slice(1)) as { features: unknown[] }).features).toHaveLength(3);
  });

  test('a MultiPolygon stays one; a bbox follows; a new name stands in its column', () => {
    const multi = box(0).replace('"Polygon"', '"MultiPolygon"').replace('[[[', '[[[[').replace(']]]', ']]]]');
    const file = `{"type":"FeatureCollection","features":[{"type":"Feature","bbox":[108.9,34.2,108.91,34.21],"properties":{"名称":"甲"},"geometry":${multi}},${feature('乙', box(1))}]}`;
    const { plan, text } = opened(file);
    const now = JSON.parse(text(withUnit(withUnit(given(plan, 1, 0), 1, { abolished: true }), 0, { name: '甲乙社区' }))) as { features: { bbox: number[]; properties: unknown; geometry: { type: string } }[] };
    expect(now.features).toMatchObject([{ bbox: [108.9, 34.2, 108.92, 34.21], properties: { 名称: '甲乙社区' }, geometry: { type: 'MultiPolygon' } }]);
  });

  test('created communities follow the last, with a provisional mark and no code', () => {
    const { plan, sources } = opened(THREE);
    const created = withUnit(plan, 3, { id: '拟-1', name: '新社区', code: null, source: null });
    const draft = new CoverageDraft(created.coverage);
    assignFaces(draft, plan.coverage.facesOf.get(1), [3]);
    const changed = withUnit({ ...created, coverage: draft.finish() }, 1, { abolished: true });
    const written = writePlan(changed, plan.coverage, sources, null);
    expect(written).toMatchObject({ created: 1, abolished: 1, untouched: 2, changed: 0 });
    const { features } = JSON.parse(new TextDecoder().decode(written.files[0]!.bytes)) as { features: { properties: Record<string, unknown> | null; geometry: { coordinates: number[][][] } }[] };
    expect(features).toHaveLength(4);
    expect(features.at(-1)).toMatchObject({ properties: { 名称: '新社区', 代码: null, provisionalId: '拟-1' } });
    expect(features.at(-1)!.geometry.coordinates[0]).toHaveLength(5);
  });

  test('created ones where all others are gone', () => {
    const { plan, sources } = opened(`${HEAD}${feature('甲', box(0))}${TAIL}`);
    const created = withUnit(plan, 1, { id: '拟-1', name: '新社区', code: null, source: null });
    const draft = new CoverageDraft(created.coverage);
    assignFaces(draft, plan.coverage.facesOf.get(0), [1]);
    const changed = withUnit({ ...created, coverage: draft.finish() }, 0, { abolished: true });
    const text = new TextDecoder().decode(writePlan(changed, plan.coverage, sources, null).files[0]!.bytes);
    expect((JSON.parse(text) as { features: { properties: unknown }[] }).features).toMatchObject([{ properties: { 名称: '新社区' } }]);
  });

  test('features one a line', () => {
    const { plan, text } = opened([feature('甲', box(0)), feature('乙', box(1)), feature('丙', box(2)), ''].join('\n'));
    const lines = text(withUnit(given(plan, 1, 0), 1, { abolished: true })).split('\n').filter((line) => line !== '');
    expect(lines.map((line) => (JSON.parse(line) as { properties: { 名称: string } }).properties.名称)).toEqual(['甲', '丙']);
  });

  test('more decimals than the grid: the neighbour’s own text, to the last digit', () => {
    const fine = (geometry: string) => geometry.replaceAll('108.92', '108.920000012345').replaceAll('34.21', '34.2099999987654');
    const file = `{"type":"FeatureCollection","features":[${[feature('甲', fine(box(0))), feature('乙', fine(box(1))), feature('丙', fine(box(2)))].join()}]}`;
    const { plan, text } = opened(file);
    const now = JSON.parse(text(withUnit(given(plan, 0, 1), 0, { abolished: true }))) as { features: { geometry: { coordinates: number[][][] } }[] };
    const [b, c] = now.features.map(({ geometry }) => geometry.coordinates[0]!.map(String));
    expect(b!.filter((position) => c!.includes(position)).sort()).toEqual(['108.920000012345,34.2', '108.920000012345,34.2099999987654']);
  });

  test('GB 18030: bytes of attributes stay', () => {
    // 甲 乙 in GBK.
    const gbk = (text: string) => Uint8Array.from(Array.from(text).flatMap((letter) => ({ 甲: [0xbc, 0xd7], 乙: [0xd2, 0xd2], 名: [0xc3, 0xfb], 称: [0xb3, 0xc6], 户: [0xbb, 0xa7], 数: [0xca, 0xfd], 代: [0xb4, 0xfa], 码: [0xc2, 0xeb] })[letter] ?? [letter.charCodeAt(0)]));
    const bytes = gbk(`{"type":"FeatureCollection","features":[${feature('甲', box(0))},${feature('乙', box(1))}]}`);
    const { plan, sources } = opened(bytes);
    const out = writePlan(withUnit(given(plan, 1, 0), 1, { abolished: true }), plan.coverage, sources, null).files[0]!.bytes;
    const { source } = read(out);
    expect(source!.encoding).toBe('gb18030');
    expect(source!.properties).toMatchObject([{ 名称: '甲', 户数: 1500 }]);
    expect(source!.layer.vertexCount).toBe(6);
  });
});
