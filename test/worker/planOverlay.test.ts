/** What a scenario draws over the base: what is new, what only was split or declared. */
import { expect, test } from 'vitest';
import { changedUnits } from '../../src/core/plan/fates.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { draftLayers, overlayOf, planBase } from '../../src/worker/plan/overlay.ts';
import { after, aDrawnPlan, groundAt, groundIn, place } from '../builders/drawnPlan.ts';

interface Drawn { id: number; properties: { kind?: string; role?: string; stood?: boolean } }

const features = (bytes: ArrayBuffer) => (JSON.parse(new TextDecoder().decode(bytes)) as { features: Drawn[] }).features;
const over = (base: Plan, plan: Plan) => overlayOf(base, plan, changedUnits(base, plan));

test('a line that stood before the ground behind it was declared becomes one of declared ground, and is no new line', () => {
  const city = aDrawnPlan('aaa / a.a / aab');
  const { plan } = after(city, { type: 'declareGround', name: '水库', groundKind: '水面', ground: [groundAt(1.5, 1.5)] });
  const now = over(city.plan, plan);
  const kinds = new Map(features(planBase(city.plan).linesGeoJson).map(({ id, properties }) => [id, properties.kind]));
  expect(now.hiddenLines.length).toBeGreaterThan(0);
  expect(now.hiddenLines.map((id) => kinds.get(id))).toEqual(now.hiddenLines.map(() => 'community'));
  expect(features(now.linesGeoJson).map(({ properties: { kind, stood } }) => [kind, stood])).toEqual(now.hiddenLines.map(() => ['declared', true]));
  expect(features(now.unitsGeoJson).map(({ properties }) => properties.role)).toContain('declared');
  expect(features(now.movedGeoJson)).toEqual([]);
  expect(over(city.plan, city.plan).hiddenLines).toEqual([]);
});

test('a line drawn round newly declared ground is new, and one of declared ground', () => {
  const city = aDrawnPlan('aaa / a.a / aab');
  const { plan } = after(city, { type: 'declareGround', name: '水库', groundKind: '水面', ground: [groundIn(1.2, 1.2, 1.8, 1.8)] });
  const now = over(city.plan, plan);
  expect(features(now.linesGeoJson).map(({ properties: { kind, stood } }) => [kind, stood])).toEqual([['declared', false]]);
  expect(now.hiddenLines).toEqual([]);
});

test('of a split only the line that was drawn is new, not the boundaries that it ends on', () => {
  const city = aDrawnPlan('ccc / aab / aab / ddd');
  const split = { type: 'split', community: 'a', line: [place(0.7, 0), place(1.1, 4)], name: '新社区' } as const;
  const { plan } = after(city, split);
  const lines = features(over(city.plan, plan).linesGeoJson).map(({ properties }) => properties.stood);
  expect(lines.filter((stood) => stood === false)).toHaveLength(1);
  expect(lines.filter((stood) => stood === true).length).toBeGreaterThan(1);
  const draft = draftLayers(city.plan, plan);
  expect(features(draft.linesGeoJson)).toHaveLength(1);
  expect(features(draft.movedGeoJson)).toHaveLength(1);
  // A line that only cuts draws nothing at all.
  const cut = after(city, { type: 'cut', line: split.line }).plan;
  expect(features(over(city.plan, cut).linesGeoJson).filter(({ properties }) => properties.stood === false)).toEqual([]);
  expect(features(draftLayers(city.plan, cut).linesGeoJson)).toEqual([]);
});
