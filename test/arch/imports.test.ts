/** The import rule of the house: who may know whom. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Each room with the rooms that it may import. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  core: [],
  i18n: [],
  io: ['core', 'data'],
  report: ['core', 'i18n'],
  worker: ['core', 'io'],
  state: ['core', 'io', 'worker', 'i18n', 'data'],
  map: ['core', 'io', 'worker', 'state', 'i18n'],
  ui: ['core', 'io', 'worker', 'state', 'map', 'i18n', 'report'],
  cli: ['core', 'io', 'report', 'i18n'],
};

/** What the core may not lean on: the page's libraries, Node, and what makes two runs differ. */
const CORE_NEVER = /\b(?:document|window|navigator|localStorage)\.|Math\.random|Date\.now|new Date\(\)|performance\.now/;
const CORE_LIBRARIES = ['geojson', '@turf/turf', 'flatbush', 'robust-predicates', 'gcoord', 'proj4', 'd3-contour'];

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

function importsOf(text: string): string[] {
  return [...text.matchAll(/^\s*(?:import|export)\b[^'"]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gm)]
    .map((match) => (match[1] ?? match[2] ?? match[3])!);
}

describe('imports', () => {
  for (const [room, allowed] of Object.entries(MAY_IMPORT)) {
    it(`${room} knows only ${allowed.join(', ') || 'itself'}`, () => {
      const files = sources(join('src', room));
      expect(files.length).toBeGreaterThan(0);
      const broken: string[] = [];
      for (const file of files) {
        for (const target of importsOf(readFileSync(file, 'utf8'))) {
          if (!target.startsWith('.')) continue;
          const parts = normalize(join(dirname(file), target.replace(/\?.*$/, ''))).split(/[\\/]/);
          const other = parts[0] === 'src' ? parts[1]! : parts[0]!;
          if (other !== room && !allowed.includes(other)) broken.push(`${file} → ${target}`);
        }
      }
      expect(broken).toEqual([]);
    });
  }

  it('the core is pure: no DOM, no clock, no chance, few libraries', () => {
    const broken: string[] = [];
    for (const file of sources('src/core')) {
      const text = readFileSync(file, 'utf8');
      if (CORE_NEVER.test(text)) broken.push(`${file}: ${CORE_NEVER.exec(text)![0]}`);
      for (const target of importsOf(text)) {
        if (!target.startsWith('.') && !CORE_LIBRARIES.includes(target)) broken.push(`${file} → ${target}`);
      }
    }
    expect(broken).toEqual([]);
  });
});
