import { describe, expect, test } from 'vitest';
import { guessRole, type RolePreview } from '../../src/io/guessRole.ts';

const column = (name: string, ...samples: string[]): RolePreview['columns'][number] => ({ name, samples, filled: samples.length });
const preview = (more: Partial<RolePreview>): RolePreview => ({ name: 'x.geojson', unitCount: 100, geometryTypes: { Polygon: more.unitCount ?? 100 }, bounds: [108, 34, 109, 35], columns: [], ...more });

const communities = preview({ name: '社区.geojson', columns: [column('code', '610113001001', '610113001002'), column('name', '甲社区')] });

describe('guessRole', () => {
  test('alone, polygons are communities', () => {
    expect(guessRole(communities)).toBe('communities');
    expect(guessRole(preview({ columns: [column('code', '110101001000')] }))).toBe('communities');
  });

  test('one or a dozen polygons round all the others are the parent', () => {
    expect(guessRole(preview({ name: '灞桥区.geojson', unitCount: 1 }), [communities])).toBe('parent');
    expect(guessRole(preview({ name: '街道.geojson', unitCount: 12, columns: [column('code', '610113001', '610113002')] }), [communities])).toBe('parent');
    expect(guessRole(communities, [preview({ unitCount: 1 })])).toBe('communities');
  });

  test('a few communities of another place are no parent', () => {
    expect(guessRole(preview({ unitCount: 3, bounds: [110, 30, 111, 31] }), [communities])).toBe('communities');
    expect(guessRole(preview({ unitCount: 3, columns: [column('code', '610113009001')] }), [communities])).toBe('communities');
  });

  test('four districts side by side are all communities', () => {
    const districts = [[116.3, 39.8, 116.5, 40], [116.4, 39.8, 116.7, 40.1], [116, 39.9, 116.4, 40.2]].map((bounds, k) => preview({ name: `${k}.geojson`, unitCount: 10 + k, bounds: bounds as RolePreview['bounds'], columns: [column('code', '110105001000')] }));
    expect(districts.map((one) => guessRole(one, districts))).toEqual(['communities', 'communities', 'communities']);
  });

  test('lines and points are background; nothing is ignored', () => {
    expect(guessRole(preview({ name: 'a.geojson', geometryTypes: { LineString: 900, Polygon: 3 } }))).toBe('context');
    expect(guessRole(preview({ name: 'buildings.geojson' }))).toBe('context');
    expect(guessRole(preview({ geometryTypes: {}, unitCount: 0 }))).toBe('ignore');
  });

  test('polygons without codes on the ground of communities are background', () => {
    const shapes = preview({ name: '地块.geojson', unitCount: 700, bounds: [108.1, 34.1, 108.9, 34.9], columns: [column('name', '橘桥嘉园'), column('households', '262')] });
    expect(guessRole(shapes, [communities])).toBe('context');
    expect(guessRole(communities, [shapes])).toBe('communities');
    expect(guessRole({ ...shapes, bounds: [108.9, 34.9, 110, 36] }, [communities])).toBe('communities');
    expect(guessRole(shapes)).toBe('communities');
  });

  test('households under a name of homes, or beside the community that each row belongs to, are where households live', () => {
    const columns = [column('name', '橘桥嘉园'), column('households', '262')];
    expect(guessRole(preview({ name: '小区.geojson', unitCount: 700, columns }), [communities])).toBe('atoms');
    expect(guessRole(preview({ name: '地块.geojson', unitCount: 700, columns: [...columns, column('community', '溯滩社区')] }), [communities])).toBe('atoms');
    // Without a count they say nothing of households.
    expect(guessRole(preview({ name: '小区.geojson', unitCount: 700, bounds: [108.1, 34.1, 108.9, 34.9], columns: [column('name', '橘桥嘉园')] }), [communities])).toBe('context');
    expect(guessRole(communities, [])).toBe('communities');
  });

  test('zones by their name', () => {
    expect(guessRole(preview({ name: '开发区.geojson', unitCount: 4, columns: [column('name', '云浦港片区')] }), [communities])).toBe('zones');
  });

  test('ground of no community by its name or its kinds', () => {
    expect(guessRole(preview({ name: '营区与校园.geojson' }), [communities])).toBe('declared');
    expect(guessRole(preview({ columns: [column('类型', '水库', '营区')] }), [communities])).toBe('declared');
    expect(guessRole(preview({ columns: [column('类型', '城市', '农村')] }))).toBe('communities');
  });
});
