/**
 * A plan at work, as the page works with it: frames of a drag, commit, undo, redo, fork, switch. On a generated city with a
 * compound of its own in every community, through the worker's own door.
 *
 * A frame is the command tried on the head, the touched communities looked at again, both sides' figures and what is drawn.
 * Beside each figure stands JSON.parse of the city's file in the same process: the machine's pace.
 */
import { generateCity } from '../../data/generator/city.ts';
import { collectionBytes } from '../../data/generator/stringify.ts';
import { finish } from '../../src/core/progress.ts';
import type { PlanApi } from '../../src/worker/planProtocol.ts';
import { answersOf, Session } from '../../src/worker/session.ts';

type Ask = <N extends keyof PlanApi>(name: N, argument: Parameters<PlanApi[N]>[0]) => ReturnType<PlanApi[N]>;

/** Codes by unit. */
const ids = new Map<number, string>();

for (const communities of [1200, 20_000]) measure(communities);

function measure(communities: number): void {
  const city = generateCity({ communities, seed: 7 });
  const bytes = collectionBytes(city.communities);
  const text = new TextDecoder().decode(bytes);
  const parseMs = timed(() => JSON.parse(text) as unknown);
  const answers = answersOf(new Session());
  const ask: Ask = (name, argument) => finish((answers[name] as (asked: unknown) => Generator<never, never, void>)(argument));
  const compounds = collectionBytes(compoundsOf(city.communities));
  const previews = finish(answers.inspect([
    { name: 'communities.geojson', bytes: bytes.buffer as ArrayBuffer }, { name: 'compounds.geojson', bytes: compounds.buffer as ArrayBuffer },
  ]));
  finish(answers.load({ files: previews.map(({ fileIndex, guessedFields }, k) => ({ fileIndex, role: k === 0 ? 'communities' as const : 'atoms' as const, fields: guessedFields })) }));
  const open = timed(() => ask('planOpen', { firstScenario: 'A', restore: null }));
  const rows = ask('planScenario', { action: 'fork', name: 'B', at: null });
  if ('rejection' in rows) throw new Error(rows.rejection.code);

  const times = new Map<string, number[]>();
  const time = <T>(name: string, work: () => T): T => {
    const started = performance.now();
    const value = work();
    times.set(name, [...(times.get(name) ?? []), performance.now() - started]);
    return value;
  };
  for (let k = 0; k < 40; k++) {
    const stretch = stretchOf(ask, city.communities.features[(k * 7919) % communities]!);
    if (!stretch) continue;
    const command = (shift: number) => ({
      type: 'reshape' as const, communities: stretch.ids,
      path: [stretch.before, [stretch.vertex[0] + shift, stretch.vertex[1]] as const, stretch.after],
    });
    for (let frame = 1; frame <= 8; frame++) time('frame', () => ask('planTry', { command: command(frame * 2e-5) }));
    time('commit', () => ask('planCommit', { command: command(1.7e-4), stamp: { by: '', when: '2026-01-01T00:00:00.000Z' } }));
    time('undo', () => ask('planUndo', null));
    time('redo', () => ask('planRedo', null));
    time('switch', () => ask('planScenario', { action: 'switch', scenario: 0 }));
    time('switch', () => ask('planScenario', { action: 'switch', scenario: 1 }));
  }
  console.log(`${communities} communities: open ${open.toFixed(0)} ms (JSON.parse ${parseMs.toFixed(0)} ms)`);
  for (const [name, list] of times) console.log(`  ${name.padEnd(7)} median ${quantile(list, 0.5)} ms, 95 % ${quantile(list, 0.95)} ms, of ${list.length}`);
}

/** A vertex between two others on the boundary east of a community's middle. */
function stretchOf(ask: Ask, feature: GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon>) {
  const ring = (feature.geometry.type === 'Polygon' ? feature.geometry.coordinates : feature.geometry.coordinates[0]!)[0]!;
  const east = ring.reduce((best, at) => (at[0]! > best[0]! ? at : best));
  const found = ask('planBoundaryAt', { at: [east[0]!, east[1]!], metres: 400 });
  if (!found || found.legal) return null;
  const path = ask('planBoundary', { units: found.units }).paths.find(({ vertices }) => vertices.length > 4);
  if (!path) return null;
  const middle = Math.floor(path.vertices.length / 2);
  const at = (k: number) => path.vertices[middle + k]!.at;
  return { ids: found.units.map(idOf) as [string, string], before: at(-1), vertex: at(0), after: at(1) };
}

function idOf(unit: number): string {
  const id = ids.get(unit);
  if (id === undefined) throw new Error(`Unit ${unit} has no id.`);
  return id;
}

/** A square in the middle of each community. */
function compoundsOf({ features }: GeoJSON.FeatureCollection): GeoJSON.FeatureCollection {
  ids.clear();
  return {
    type: 'FeatureCollection',
    features: features.map((feature, unit) => {
      const code = String(feature.properties!.code ?? feature.properties!['社区代码']);
      ids.set(unit, code);
      const polygon = feature.geometry as GeoJSON.Polygon;
      const ring = polygon.coordinates[0]!;
      const middle = [0, 1].map((axis) => ring.reduce((sum, at) => sum + at[axis]!, 0) / ring.length) as [number, number];
      const [x, y] = middle;
      const d = 4e-4;
      return {
        type: 'Feature', properties: { name: `小区 ${unit}`, households: 400, people: 1000 },
        geometry: { type: 'Polygon', coordinates: [[[x - d, y - d], [x + d, y - d], [x + d, y + d], [x - d, y + d], [x - d, y - d]]] },
      };
    }),
  };
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function quantile(list: readonly number[], share: number): string {
  const sorted = [...list].sort((p, q) => p - q);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(1);
}
