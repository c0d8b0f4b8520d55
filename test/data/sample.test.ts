import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Feature, FeatureCollection, LineString, MultiPolygon, Point, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Planted } from '../../data/generator/plant.ts';
import { contains, distanceMetres, isSimple } from '../../data/generator/ring.ts';
import { CATEGORIES } from '../../data/generator/sample/categories.ts';
import { sampleFiles } from '../../data/generator/sample/files.ts';
import { openSteps, stepOf } from '../../data/generator/steps.ts';
import { DEFECT_CLASSES } from '../../src/core/coverage/defect.ts';
import { ringsOf, shapeArea, unpairedEdges } from './edgeUses.ts';

type Shape = Feature<Polygon | MultiPolygon, Record<string, unknown>>;

const folder = fileURLToPath(new URL('../../data/sample/', import.meta.url));
const files = sampleFiles();
const text = (name: string): string => new TextDecoder().decode(files.get(name));
const featuresOf = <F extends Feature>(name: string): F[] => (JSON.parse(text(`${name}.geojson`)) as FeatureCollection).features as F[];
const communities = featuresOf<Shape>('communities');
const declared = featuresOf<Shape>('declared');
const numberOf = (feature: Feature, field: string): number => feature.properties![field] as number;

describe('the committed files', () => {
  it('are what the generator writes, byte for byte', () => {
    expect(existsSync(folder)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual([...files.keys()].sort());
    for (const [name, bytes] of files) expect(readFileSync(folder + name).equals(bytes), name).toBe(true);
  });

  it('stay small, one feature a line, and say that they are made up', () => {
    expect([...files.values()].reduce((sum, bytes) => sum + bytes.length, 0)).toBeLessThan(3.2e6);
    for (const name of files.keys()) expect(text(name).slice(0, 300)).toContain('虚构示例数据');
    expect(text('communities.geojson').split('\n')).toHaveLength(communities.length + 3);
  });

  it('use no real community name and no real code', () => {
    const real = ['联盟', '云锦', '沁蓝', '米秦北路', '高科绿水东城', '宋围', '黄邓', '建材', '草北', '蒋家湾', '秦孟街', '郭渠', '安邸', '北牛寺', '段家', '刘小', '谢王', '康秦', '南牛寺', '郝家', '龙腾', '玄武东路', '龙湖香醍', '沁水路', '御锦城', '万锦', '九珑湾', '御锦二路', '华文', '锦绣', '五星', '庆华', '务庄', '纺织城', '席王', '红旗', '洪庆', '灞桥'];
    for (const { properties } of communities) {
      expect(properties['社区代码']).toMatch(/^990117\d{6}$/);
      for (const name of real) expect(`${String(properties['社区名称'])}${String(properties['街道'])}`).not.toContain(name);
    }
  });
});

describe('the ground', () => {
  it('is tiled exactly by communities and declared ground; subdistricts tile it too', () => {
    const outline = unpairedEdges(featuresOf<Shape>('district'));
    expect(unpairedEdges([...communities, ...declared])).toEqual(outline);
    expect(unpairedEdges(featuresOf<Shape>('subdistricts'))).toEqual(outline);
    const sum = [...communities, ...declared].reduce((total, shape) => total + shapeArea(shape), 0);
    expect(sum / shapeArea(featuresOf<Shape>('district')[0]!)).toBeCloseTo(1, 9);
  });

  it('has about 120 communities of one simple ring with a moderate number of vertices', () => {
    expect(communities).toHaveLength(120);
    for (const shape of communities) {
      expect(shape.geometry.type).toBe('Polygon');
      const [ring, ...holes] = ringsOf(shape);
      expect(holes).toEqual([]);
      expect(isSimple(openSteps(ring!))).toBe(true);
      expect(ring!.length).toBeGreaterThan(12);
      expect(ring!.length).toBeLessThan(90);
    }
  });

  it('declares every kind of ground, and names who claims the contested one', () => {
    expect(declared.map((shape) => shape.properties['kind']).sort()).toEqual(['barracks', 'campus', 'contested', 'reservoir']);
    const claimants = declared.find((shape) => shape.properties['kind'] === 'contested')!.properties['claimants'] as string[];
    const codes = communities.map((shape) => shape.properties['社区代码']);
    expect(claimants).toHaveLength(2);
    for (const code of claimants) expect(codes).toContain(code);
  });

  it('has a zone for each way of approval, and one that is not entrusted', () => {
    const zones = featuresOf<Shape>('zones');
    expect(zones.map((zone) => zone.properties['route']).sort()).toEqual(['1', '2', 'unknown', 'xixian']);
    expect(zones.filter((zone) => zone.properties['entrusted'] === false)).toHaveLength(1);
  });
});

describe('the figures', () => {
  const urban = communities.filter((shape) => shape.properties['类型'] === 'urban');
  const share = (field: string, below: number): number => {
    const known = urban.filter((shape) => shape.properties[field] !== null);
    return known.filter((shape) => numberOf(shape, field) < below).length / known.length;
  };

  it('are whole, and the compounds leave each community a remainder', () => {
    const compounds = featuresOf<Shape>('compounds');
    for (const community of communities) {
      const own = compounds.filter((compound) => compound.properties['community'] === community.properties['社区代码']);
      for (const [part, whole] of [['households', '常住户数'], ['people', '常住人口'], ['dwellings', '住宅套数'], ['dwellingsOccupied', '入住套数']] as const) {
        const total = numberOf(community, whole);
        expect(Number.isInteger(total)).toBe(true);
        expect(own.reduce((sum, compound) => sum + numberOf(compound, part), 0)).toBeLessThanOrEqual(total);
      }
      const perHousehold = numberOf(community, '常住人口') / numberOf(community, '常住户数');
      expect(perHousehold).toBeGreaterThan(2);
      expect(perHousehold).toBeLessThan(3.2);
    }
  });

  it('fall short about as far as the city says it did', () => {
    expect(share('用房面积', 600)).toBeCloseTo(0.69, 1);
    expect(share('室外广场面积', 1000)).toBeCloseTo(0.67, 1);
    const people = urban.reduce((sum, shape) => sum + numberOf(shape, '常住人口'), 0);
    const workers = urban.reduce((sum, shape) => sum + numberOf(shape, '社区工作者'), 0);
    expect((workers / people) * 10_000).toBeLessThan(10);
  });

  it('hold super-large and micro communities, every plan-ahead state, and blanks', () => {
    const households = urban.map((shape) => numberOf(shape, '常住户数'));
    expect(households.filter((n) => n > 5000).length).toBeGreaterThanOrEqual(5);
    expect(households.filter((n) => n < 1000).length).toBeGreaterThanOrEqual(5);
    expect(households.filter((n) => n >= 1000 && n <= 5000).length).toBeGreaterThan(60);
    expect([...new Set(communities.map((shape) => shape.properties['状态']))].sort()).toEqual(['converting', 'demolished', 'normal', 'partlyResettled', 'toBeDemolished', 'underConstruction']);
    expect(communities.some((shape) => shape.properties['用房面积'] === null)).toBe(true);
  });
});

describe('compounds, gates, facilities', () => {
  const compounds = featuresOf<Shape>('compounds');

  it('lie in their community, under names of their own', () => {
    const rings = new Map(communities.map((shape) => [shape.properties['社区代码'], openSteps(ringsOf(shape)[0]!)]));
    for (const compound of compounds) {
      const ring = rings.get(compound.properties['community'])!;
      for (const step of openSteps(ringsOf(compound)[0]!)) expect(contains(ring, step)).toBe(true);
    }
    expect(new Set(compounds.map((compound) => compound.properties['name'])).size).toBe(compounds.length);
  });

  it('have a gate that opens for their residents', () => {
    const usable = new Set(featuresOf<Feature<Point>>('gates').filter((gate) => gate.properties!['access'] !== 'closed').map((gate) => gate.properties!['compound'] as string));
    for (const compound of compounds) expect(usable.has(compound.properties['name'] as string)).toBe(true);
  });

  it('cover every category', () => {
    const found = new Set(featuresOf<Feature<Point>>('facilities').map((facility) => facility.properties!['category'] as string));
    expect([...found].sort()).toEqual(CATEGORIES.map((category) => category.id).sort());
  });
});

describe('the streets', () => {
  it('hang together: nearly all of their length can be reached from anywhere', () => {
    const parent = new Map<string, string>();
    const root = (key: string): string => {
      let at = key;
      for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
      return at;
    };
    const streets = featuresOf<Feature<LineString>>('streets');
    for (const { geometry } of streets) {
      geometry.coordinates.forEach((position, i) => {
        const key = String(position);
        if (!parent.has(key)) parent.set(key, key);
        if (i > 0) parent.set(root(key), root(String(geometry.coordinates[i - 1])));
      });
    }
    const lengths = new Map<string, number>();
    for (const { geometry } of streets) {
      const steps = geometry.coordinates.map((p) => stepOf(p[0]!, p[1]!));
      const length = steps.slice(1).reduce((sum, step, i) => sum + distanceMetres(steps[i]!, step), 0);
      const key = root(String(geometry.coordinates[0]));
      lengths.set(key, (lengths.get(key) ?? 0) + length);
    }
    const total = [...lengths.values()].reduce((a, b) => a + b, 0);
    expect(Math.max(...lengths.values()) / total).toBeGreaterThan(0.99);
  });
});

describe('the layer with defects', () => {
  const { planted } = JSON.parse(text('planted.json')) as { planted: Planted[] };

  it('holds every class and real exclaves, and its truth names units that are in the file', () => {
    expect(planted.length).toBeGreaterThanOrEqual(26);
    expect(planted.length).toBeLessThanOrEqual(40);
    expect([...new Set(planted.map((p) => p.class))].sort()).toEqual([...DEFECT_CLASSES].sort());
    expect(planted.filter((p) => p.kind === 'exclave').length).toBeGreaterThanOrEqual(2);
    const codes = new Set(featuresOf<Shape>('communities-defects').map((shape) => shape.properties['社区代码'] as string));
    for (const code of planted.flatMap((p) => p.units)) expect(codes.has(code)).toBe(true);
  });

  it('differs from the clean layer in few lines', () => {
    const clean = new Set(text('communities.geojson').split('\n').map((line) => line.replace(/,$/, '')));
    const changed = text('communities-defects.geojson').split('\n').filter((line) => !clean.has(line.replace(/,$/, '')));
    expect(changed.length).toBeLessThan(50);
  });
});
