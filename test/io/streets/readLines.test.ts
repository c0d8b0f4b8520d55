/** Streets as GeoJSON lines: welding, crossings, filter, and what is refused. */
import { describe, expect, it } from 'vitest';
import { buildStreetGraph } from '../../../src/core/network/buildGraph.ts';
import { networkReport } from '../../../src/core/network/streetGraph.ts';
import { finish } from '../../../src/core/progress.ts';
import type { LineOptions } from '../../../src/io/streets/readLines.ts';
import { readStreets } from '../../../src/io/streets/readStreets.ts';
import { stepsAt } from '../../builders/network.ts';

type Metres = [number, number];
const degrees = ([x, y]: Metres) => stepsAt(x, y).map((steps) => steps / 1e7);
const line = (points: Metres[], properties: Record<string, unknown> | null = { highway: 'residential' }) =>
  ({ type: 'Feature', properties, geometry: { type: 'LineString', coordinates: points.map(degrees) } });
const bytes = (features: unknown) => new TextEncoder().encode(JSON.stringify(Array.isArray(features) ? { type: 'FeatureCollection', features } : features));
const read = (features: unknown, options: LineOptions = {}) => finish(readStreets('streets.geojson', features instanceof Uint8Array ? features : bytes(features), options));
const graph = (features: unknown, options: LineOptions = {}) => networkReport(buildStreetGraph(read(features, options).source!));

describe('lines', () => {
  it('that share a position meet there', () => {
    expect(graph([line([[0, 0], [100, 0], [200, 0]]), line([[100, 0], [100, 100]])])).toMatchObject({ vertices: 4, edges: 3, components: 1, largestShare: 1 });
  });

  it('ends that miss by less than the tolerance are one vertex, by more they are not', () => {
    const lines = [line([[0, 0], [100, 0]]), line([[100.3, 0.2], [200, 0]])];
    expect(graph(lines)).toMatchObject({ vertices: 3, edges: 2, components: 1 });
    expect(graph(lines, { weldMetres: 0.1 })).toMatchObject({ vertices: 4, edges: 2, components: 2, largestShare: 0.5 });
    expect(graph(lines, { weldMetres: 0 })).toMatchObject({ components: 2 });
    expect(read(lines)).toMatchObject({ weld: { welded: 1, splits: 0 }, partial: false });
  });

  it('cross without meeting unless they are split, and never on different levels', () => {
    const cross = (tags: Record<string, unknown>) => [line([[0, 0], [100, 100]]), line([[0, 100], [100, 0]], { highway: 'path', ...tags })];
    expect(graph(cross({}))).toMatchObject({ edges: 2, components: 2 });
    expect(graph(cross({}), { splitAtCrossings: true })).toMatchObject({ vertices: 5, edges: 4, components: 1 });
    expect(graph(cross({ bridge: 'yes' }), { splitAtCrossings: true })).toMatchObject({ edges: 2, components: 2 });
    expect(graph(cross({ layer: 1 }), { splitAtCrossings: true })).toMatchObject({ edges: 2, components: 2 });
    expect(graph(cross({ bridge: 'no', layer: '0' }), { splitAtCrossings: true })).toMatchObject({ edges: 4 });
  });

  it('an end beside a line joins it when they are split', () => {
    const lines = [line([[0, 0], [100, 0]]), line([[40, 0.3], [40, 80]])];
    expect(graph(lines)).toMatchObject({ components: 2 });
    expect(graph(lines, { splitAtCrossings: true })).toMatchObject({ vertices: 4, edges: 3, components: 1 });
    expect(read(lines, { splitAtCrossings: true })).toMatchObject({ weld: { welded: 0, splits: 1 } });
  });

  it('are filtered by their class, in either column; without any they are all taken, and that is said', () => {
    const classed = (column: string) => [line([[0, 0], [100, 0]], { [column]: 'motorway' }), line([[0, 50], [100, 50]], { [column]: 'footway' }), line([[0, 90], [9, 90]], {})];
    expect(graph(classed('highway')).edges).toBe(1);
    expect(graph(classed('fclass')).edges).toBe(1);
    const bare = [line([[0, 0], [100, 0]], null), line([[0, 50], [100, 50]], { name: '路' })];
    expect(graph(bare).edges).toBe(2);
    expect(read(bare).problems).toMatchObject([{ code: 'noAttributes', severity: 'warning', found: '2' }]);
  });

  it('several parts, a bare geometry, names in GB18030', () => {
    expect(graph({ type: 'MultiLineString', coordinates: [[[0, 0], [10, 0]], [[10, 0], [10, 10]]].map((part) => part.map((p) => degrees(p as Metres))) })).toMatchObject({ edges: 2, components: 1 });
    const gbk = Uint8Array.from([...new TextEncoder().encode('{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"'), 0xc2, 0xb7, 0xc2, 0xb7, 0xc2, 0xb7, ...new TextEncoder().encode('"},"geometry":{"type":"LineString","coordinates":[[109,34],[109.1,34]]}}]}')]);
    expect(read(gbk).source!.pairs).toHaveLength(2);
  });

  it('a bad line is left out and the reading is partial', () => {
    const reading = read([line([[0, 0], [100, 0]]), { type: 'Feature', properties: { highway: 'path' }, geometry: { type: 'LineString', coordinates: [[109, 34], ['x', 34]] } }]);
    expect(reading).toMatchObject({ partial: true, problems: [{ code: 'badLine', severity: 'refused', feature: 1, found: '["x",34]' }] });
    expect(reading.source!.pairs).toHaveLength(2);
  });

  it.each([
    ['metres', { type: 'LineString', coordinates: [[36588431, 3799214], [36588531, 3799314]] }, 'projected'],
    ['latitude first', { type: 'LineString', coordinates: [[34.3, 108.9], [34.4, 108.9]] }, 'swapped'],
    ['points only', { type: 'Point', coordinates: [109, 34] }, 'noStreets'],
    ['cut', new TextEncoder().encode('{"type":"FeatureCollection","features":[{"type"'), 'damaged'],
    ['motorways only', [line([[0, 0], [9, 9]], { highway: 'motorway' })], 'noStreets'],
    ['no position', { type: 'LineString', coordinates: [] }, 'noStreets'],
    ['prototype keys', [line([[0, 0], [9, 9]], JSON.parse('{"__proto__":{"highway":"path"},"highway":"constructor"}') as Record<string, unknown>)], 'noStreets'],
  ])('%s: refused', (_, features, code) => {
    const { problems, source } = read(features);
    expect(source).toBeNull();
    expect(problems[0]).toMatchObject({ code, severity: 'refused' });
  });

  it('limits', () => {
    const lines = [line([[0, 0], [9, 9]]), line([[0, 9], [9, 0]])];
    expect(read(lines, { maxLines: 1 }).problems[0]).toMatchObject({ code: 'tooManyLines', found: '2' });
    expect(read(lines, { maxBytes: 20 }).problems[0]!.code).toBe('tooLarge');
    expect(read(lines, { maxLines: 2 }).problems).toEqual([]);
  });
});
