/** What lies beneath is read when it is asked for, and only as what it is. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { finish } from '../../src/core/progress.ts';
import { answersOf, Session } from '../../src/worker/session.ts';
import type { InputFile, LayerRole, Loaded } from '../../src/worker/protocol.ts';

type Answers = ReturnType<typeof answersOf>;

const fileOf = (stem: string, role?: LayerRole): InputFile => ({ name: `${stem}.geojson`, bytes: new Uint8Array(readFileSync(`data/sample/${stem}.geojson`)).buffer, role });
const features = (bytes: ArrayBuffer) => (JSON.parse(new TextDecoder().decode(bytes)) as GeoJSON.FeatureCollection).features;

function opened(files: InputFile[]): { answers: Answers; loaded: Loaded } {
  const answers = answersOf(new Session());
  const previews = finish(answers.inspect(files));
  return { answers, loaded: finish(answers.load({ files: previews.map(({ fileIndex, guessedRole, guessedFields }) => ({ fileIndex, role: guessedRole, fields: guessedFields })) })) };
}

it('a file whose role is known is not read as outlines, and draws the same', () => {
  const known = opened([fileOf('communities'), fileOf('district'), fileOf('buildings', 'context'), fileOf('streets', 'context')]);
  const guessed = opened([fileOf('communities'), fileOf('district'), fileOf('buildings'), fileOf('streets')]);
  expect(known.loaded.layers.map(({ role, unitCount }) => [role, unitCount])).toEqual([['communities', 120], ['parent', 1], ['context', 0], ['context', 0]]);
  expect(guessed.loaded.layers.find(({ fileName }) => fileName === 'buildings.geojson')!.unitCount).toBeGreaterThan(6000);
  const layers = finish(known.answers.background(undefined as never));
  expect(layers).toEqual(finish(guessed.answers.background(undefined as never)));
  expect(features(layers.buildingsGeoJson)).toHaveLength(6118);
  expect(new Set(features(layers.contextGeoJson).map(({ properties }) => properties!.kind as string))).toEqual(new Set(['street']));
  expect({ ...known.loaded, timing: null, layers: null }).toEqual({ ...guessed.loaded, timing: null, layers: null });
});

it('what is not read again keeps the encoding that was found when it was', () => {
  const encodings = (...files: InputFile[]) => finish(answersOf(new Session()).inspect(files)).map(({ encoding }) => encoding);
  expect(encodings(fileOf('green'))).toEqual(['utf-8']);
  expect(encodings({ ...fileOf('green', 'context'), encoding: 'utf-8' }, fileOf('green', 'context'), { ...fileOf('district', 'parent'), encoding: 'gb18030' }), 'what is read is as it is').toEqual(['utf-8', null, 'utf-8']);
});

it('streets of the background serve a plan and reach though the map never asked for them', () => {
  const { answers } = opened([fileOf('communities'), fileOf('district'), fileOf('compounds'), fileOf('streets', 'context')]);
  finish(answers.planOpen({ firstScenario: 'A', restore: null }));
  const kinds = features(fileOf('streets').bytes).slice(0, 60).map(({ geometry }) => {
    const [[x0, y0], [x1, y1]] = (geometry as GeoJSON.LineString).coordinates as [[number, number], [number, number]];
    return finish(answers.planSnap({ at: [(x0 + x1) / 2, (y0 + y1) / 2], metres: 5 }))?.kind;
  });
  expect(kinds).toContain('street');
});

it('a damaged background draws nothing and stops nothing', () => {
  const { answers, loaded } = opened([fileOf('communities'), { name: 'water.geojson', bytes: new TextEncoder().encode('{"features":[').buffer, role: 'context' }]);
  expect(loaded.problems).toEqual([]);
  expect(features(finish(answers.background(undefined as never)).contextGeoJson)).toEqual([]);
});
