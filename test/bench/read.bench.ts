/**
 * Bytes to typed arrays with attributes, against JSON.parse of the same text, in one process.
 *
 * The first line is cold: nothing of the reader has been compiled. The others are the ways one city is
 * written by different programs, and a province; each the median of nine, read and parse in turn.
 */
import type { Position } from 'geojson';
import { generateCity } from '../../data/generator/city.ts';
import { collectionBytes } from '../../data/generator/stringify.ts';
import { finish } from '../../src/core/progress.ts';
import { readGeoJson } from '../../src/io/geojson/readGeoJson.ts';

const RUNS = 9;
const MEGABYTE = 1e6;

const city = generateCity({ communities: 1200, seed: 7 }).communities;
const plain = collectionBytes(city);
report('city, first run in this process', plain, [once(plain)]);
median9('city, 7 decimals', plain);
median9('city, 5 decimals', written((ordinate) => Number(ordinate.toFixed(5))));
median9('city, 14 decimals', written((ordinate, k) => ordinate + 1.1e-11 * (1 + (k % 89))));
median9('city, indented', new TextEncoder().encode(JSON.stringify(city, null, 1)));
median9('city, altitudes', written((ordinate) => ordinate, [380.5]));
median9('province of 20,000', collectionBytes(generateCity({ communities: 20_000, seed: 7 }).communities));

interface Run {
  readMs: number;
  parseMs: number;
}

function once(bytes: Uint8Array): Run {
  let started = performance.now();
  const { source } = finish(readGeoJson('bench.geojson', bytes));
  const readMs = performance.now() - started;
  if (!source || source.layer.unitCount < 1200) throw new Error('The bench file was not read.');
  const text = new TextDecoder().decode(bytes);
  started = performance.now();
  JSON.parse(text);
  return { readMs, parseMs: performance.now() - started };
}

function median9(title: string, bytes: Uint8Array): void {
  report(title, bytes, Array.from({ length: RUNS }, () => once(bytes)));
}

function report(title: string, bytes: Uint8Array, runs: Run[]): void {
  const middle = (key: keyof Run): number => runs.map((run) => run[key]).sort((a, b) => a - b)[Math.floor(runs.length / 2)]!;
  const [readMs, parseMs] = [middle('readMs'), middle('parseMs')];
  const facts = [`${(bytes.length / MEGABYTE).toFixed(1)} MB`, `read ${readMs.toFixed(1)} ms`, `JSON.parse ${parseMs.toFixed(1)} ms`, `ratio ${(readMs / parseMs).toFixed(2)}`];
  console.log(`${title.padEnd(32)} ${facts.join(', ')}`);
}

/** The city with every ordinate rewritten and further ones behind it. */
function written(rewrite: (ordinate: number, k: number) => number, more: number[] = []): Uint8Array {
  let k = 0;
  const position = (from: Position): Position => [...from.map((ordinate) => rewrite(ordinate, k++)), ...more];
  const features = city.features.map((feature) => ({ ...feature, geometry: { ...feature.geometry, coordinates: feature.geometry.coordinates.map((ring) => ring.map(position)) } }));
  return collectionBytes({ ...city, features });
}
