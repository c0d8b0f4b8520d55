/** The PBF reader: what it takes, and that every damaged file is refused with its reason. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildStreetGraph } from '../../../src/core/network/buildGraph.ts';
import { finish } from '../../../src/core/progress.ts';
import { readPbf, type PbfOptions } from '../../../src/io/streets/readPbf.ts';
import { concat, header, osmBlob, osmPbf, type OsmNode, type OsmWay, type PbfShape } from '../../builders/osmPbf.ts';

const nodes: OsmNode[] = [
  { id: 10, lng: 109, lat: 34.3 },
  { id: 11, lng: 109.001, lat: 34.3, tags: { barrier: 'gate', access: 'private', name: '东门' } },
  { id: 12, lng: 109.002, lat: 34.3 },
  { id: 9_000_000_000, lng: 109.002, lat: 34.301 },
  { id: 9_000_000_001, lng: 109.0019999, lat: 34.3010001 },
];
const ways: OsmWay[] = [
  { id: 1, refs: [10, 11, 12], tags: { highway: 'residential', name: '测试路' } },
  { id: 2, refs: [12, 9_000_000_000, 9_000_000_000, 12], tags: { highway: 'footway' } },
  { id: 3, refs: [10, 12], tags: { highway: 'motorway' } },
  { id: 4, refs: [12, 9_000_000_000, 9_000_000_001, 12], tags: { building: 'yes' } },
];
const shape: PbfShape = { nodes, ways };
const read = (bytes: Uint8Array, options: PbfOptions = {}) => finish(readPbf('x.osm.pbf', bytes, options));
const graphOf = (given: PbfShape, gates = false) => buildStreetGraph(read(osmPbf(given)).source!, { gates });
const codes = (bytes: Uint8Array, options: PbfOptions = {}) => read(bytes, options).problems.map(({ code, severity }) => `${severity} ${code}`);

describe('readPbf', () => {
  it('takes the ways that walk-v1 takes; a pair counts once, a node twice in a row not at all', () => {
    const { facts, problems, partial } = read(osmPbf(shape));
    expect(problems).toEqual([]);
    expect(partial).toBe(false);
    expect(facts).toMatchObject({ nodes: 5, ways: 4, acceptedWays: 2 });
    const graph = graphOf(shape);
    expect([graph.vertexCount, graph.edgeCount]).toEqual([4, 3]);
    expect([...graph.nodeIds].sort((a, b) => a - b)).toEqual([10, 11, 12, 9_000_000_000]);
  });

  it.each([
    ['raw blocks', { compression: 'raw' }], ['plain nodes', { plainNodes: true }], ['ways first', { waysFirst: true }], ['coarse granularity', { granularity: 1000 }],
    ['nodes unsorted', { nodes: [...nodes].reverse() }],
  ] as [string, Partial<PbfShape>][])('%s: the same graph', (_, change) => {
    const [plain, changed] = [graphOf(shape), graphOf({ ...shape, ...change })];
    expect([...changed.nodeIds]).toEqual([...plain.nodeIds]);
    expect([...changed.edgeMillimetres]).toEqual([...plain.edgeMillimetres]);
  });

  it('gates of a private kind bar the way only when asked', () => {
    expect(graphOf(shape, true).edgeCount).toBe(1);
    expect(graphOf({ ...shape, nodes: nodes.map((node) => (node.id === 11 ? { ...node, tags: { barrier: 'gate' } } : node)) }, true).edgeCount).toBe(3);
  });

  it('the middles of buildings, when asked', () => {
    expect([...read(osmPbf(shape), { buildings: true }).buildings]).toEqual([1_090_019_999, 343_005_000]);
    expect(read(osmPbf(shape)).buildings).toHaveLength(0);
  });

  it('nodes that are not in the file break the way and are counted; repeated ones are told', () => {
    const broken = read(osmPbf({ nodes: nodes.filter(({ id }) => id !== 11), ways }));
    expect(broken.problems).toMatchObject([{ code: 'missingNodes', severity: 'information', found: '1' }]);
    expect(buildStreetGraph(broken.source!).edgeCount).toBe(1);
    expect(codes(osmPbf({ ...shape, nodes: [...nodes, { id: 10, lng: 1, lat: 1 }] }))).toEqual(['warning repeatedNodes']);
  });

  it('nodes off the globe are left out and counted', () => {
    expect(codes(osmPbf({ ...shape, nodes: [...nodes, { id: 9_000_000_002, lng: 200, lat: 10 }] }))).toEqual(['warning misplacedNodes']);
  });

  const whole = osmPbf(shape);
  it.each([
    ['empty', new Uint8Array(0), 'empty'],
    ['o5m', Uint8Array.of(0xff, 0xe0, 0x04, 0x6f, 0x35, 0x6d, 0x32), 'notStreets'],
    ['XML', new TextEncoder().encode('<?xml version="1.0"?>\n<osm version="0.6"></osm>'), 'notStreets'],
    ['text', new TextEncoder().encode('node,lat,lon\n1,2,3\n'), 'notStreets'],
    ['lzma', osmPbf({ ...shape, compression: 'lzma' }), 'compression'],
    ['zstd', osmPbf({ ...shape, compression: 'zstd' }), 'compression'],
    ['history', osmPbf({ ...shape, required: ['OsmSchema-V0.6', 'HistoricalInformation'] }), 'requiredFeature'],
    ['planet', osmPbf({ ...shape, bounds: [-180, -90, 180, 90] }), 'tooWide'],
    ['no header', osmBlob('OSMData', new Uint8Array(0)), 'damaged'],
    ['a block longer than the format allows', concat([osmBlob('OSMHeader', header({})), osmBlob('OSMData', new Uint8Array(8), 'zlib', 40_000_000)]), 'damaged'],
    ['a block that unpacks to less than it says', concat([osmBlob('OSMHeader', header({})), osmBlob('OSMData', new Uint8Array(8), 'zlib', 9)]), 'damaged'],
    ['a length beyond the block', concat([osmBlob('OSMHeader', header({})), osmBlob('OSMData', Uint8Array.of(0x12, 0xff, 0xff, 0xff, 0x7f))]), 'damaged'],
    ['no streets', osmPbf({ nodes, ways: ways.slice(2) }), 'noStreets'],
  ])('%s is refused', (_, bytes, code) => {
    const reading = read(bytes);
    expect(reading.problems.map((problem) => problem.code)).toEqual([code]);
    expect(reading.problems[0]).toMatchObject({ severity: 'refused', file: 'x.osm.pbf' });
    expect(reading.problems[0]!.found).not.toBe('');
    expect(reading.problems[0]!.expected).not.toBe('');
  });

  it('limits of size: bytes and nodes', () => {
    expect(codes(whole, { maxBytes: whole.length - 1 })).toEqual(['refused tooLarge']);
    expect(codes(whole, { maxNodes: 4 })).toEqual(['refused tooManyNodes']);
    expect(codes(whole, { maxBytes: whole.length, maxNodes: 5 })).toEqual([]);
  });

  it('a planet is refused for its ground, whatever its size', () => {
    expect(codes(osmPbf({ ...shape, bounds: [-180, -90, 180, 90] }), { maxBytes: 10 })).toEqual(['refused tooWide']);
  });

  it('cut anywhere it is refused, and what was read is said to be partial', () => {
    for (let length = 1; length < whole.length; length++) {
      const reading = read(whole.subarray(0, length));
      const atBlockEnd = reading.problems[0]!.code === 'noStreets';
      expect(reading.problems[0]!.severity, `${length} bytes`).toBe('refused');
      expect(reading.partial || atBlockEnd, `${length} bytes`).toBe(true);
    }
    const twice = concat([whole, osmBlob('OSMData', new Uint8Array(300).fill(1), 'raw')]);
    const cut = read(twice.subarray(0, twice.length - 100));
    expect(cut.partial).toBe(true);
    expect(cut.problems[0]).toMatchObject({ code: 'cut', found: String(twice.length - 100), expected: String(twice.length), byte: whole.length });
    expect(buildStreetGraph(cut.source!).edgeCount).toBe(3);
  });

  it('any byte changed: a reading or a refusal, never an exception', () => {
    fc.assert(fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), fc.boolean(), (at, value, raw) => {
      const bytes = (raw ? osmPbf({ ...shape, compression: 'raw' }) : whole).slice();
      bytes[at] = value;
      const { source, problems } = read(bytes);
      expect(source !== null || problems.length > 0).toBe(true);
    }), { seed: 5, numRuns: 1500 });
  });

  it('another filter is plain data', () => {
    const motorways = { id: 'x', ways: [{ verdict: 'accept', when: [{ key: 'highway', values: ['motorway'] }] }], gates: [] } as const;
    expect(buildStreetGraph(read(osmPbf(shape), { filter: motorways }).source!).edgeCount).toBe(1);
  });

  it('yields as it goes', () => {
    const steps = [...readPbf('x', whole)].map(({ phase, fraction }) => [phase, fraction === null || (fraction >= 0 && fraction <= 1)]);
    expect(steps).toEqual([['streets', true], ['streets', true], ['streets', true], ['streetGraph', true]]);
  });
});
