/**
 * Bytes to defect list against JSON.parse of the same bytes, in one process.
 *
 * Dirty cities of 1,200 and 20,000 communities, about 150 vertices each. For
 * each: the first run (nothing is compiled yet) and the median of nine, read and
 * check and parse in turn, so that a machine that slows down slows all three.
 */
import { generateCity } from '../../data/generator/city.ts';
import { cityBytes } from '../../data/generator/stringify.ts';
import { plantDefects } from '../../data/generator/plant.ts';
import { checkCoverage } from '../../src/core/coverage/check.ts';
import { finish } from '../../src/core/progress.ts';
import { readGeoJson } from '../../src/io/geojson/readGeoJson.ts';

const MEGABYTE = 1024 * 1024;

interface Run {
  parseMs: number;
  readMs: number;
  checkMs: number;
}

for (const [communities, perKind, runs] of [[1200, 2, 9], [20000, 24, 5]] as const) bench(communities, perKind, runs);

function bench(communities: number, perKind: number, runs: number): void {
  const bytes = dirtyBytes(communities, perKind);
  globalThis.gc?.();
  const before = process.memoryUsage();
  const first = run(bytes);
  const after = process.memoryUsage();
  const all = Array.from({ length: runs }, () => run(bytes));
  const middle: Run = { parseMs: median(all, 'parseMs'), readMs: median(all, 'readMs'), checkMs: median(all, 'checkMs') };
  console.log(`${communities} communities, ${(bytes.length / MEGABYTE).toFixed(1)} MB, ${first.vertices} vertices, ${first.defects} defects`);
  console.log(line('first run', first));
  console.log(line(`median of ${runs}`, middle));
  console.log(`  ratios of the single runs: ${all.map((r) => ((r.readMs + r.checkMs) / r.parseMs).toFixed(2)).join(' ')}`);
  const grown = after.arrayBuffers - before.arrayBuffers + after.heapUsed - before.heapUsed;
  console.log(`  memory after the first run: ${(grown / MEGABYTE).toFixed(0)} MB more than the bytes alone, resident ${(after.rss / MEGABYTE).toFixed(0)} MB`);
}

function run(bytes: Uint8Array): Run & { vertices: number; defects: number } {
  let started = performance.now();
  const { source } = finish(readGeoJson('city.geojson', bytes));
  const readMs = performance.now() - started;
  started = performance.now();
  const result = finish(checkCoverage({ units: source!.layer, parent: null }));
  const checkMs = performance.now() - started;
  started = performance.now();
  JSON.parse(new TextDecoder().decode(bytes));
  return { parseMs: performance.now() - started, readMs, checkMs, vertices: result.vertexCount, defects: result.defects.length };
}

function dirtyBytes(communities: number, perKind: number): Uint8Array {
  const city = generateCity({ communities, seed: 7 });
  return cityBytes(plantDefects(city, { seed: 7, perKind }));
}

function line(title: string, { parseMs, readMs, checkMs }: Run): string {
  return `  ${title}: read ${readMs.toFixed(1)} + check ${checkMs.toFixed(1)} = ${(readMs + checkMs).toFixed(1)} ms; JSON.parse ${parseMs.toFixed(1)} ms; ratio ${((readMs + checkMs) / parseMs).toFixed(2)}`;
}

function median(runs: Run[], key: keyof Run): number {
  return runs.map((r) => r[key]).sort((a, b) => a - b)[runs.length >> 1]!;
}
