/** The order in which sources are written, against a map that only takes notes. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { isWaiting, setBytes, setData } from '../../src/map/sourceData.ts';
import { NO_FEATURES } from '../../src/map/style.ts';

const NAMES: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [108.9, 34.2] } }] };
const bytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;
const turn = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 0); });

function notingMap({ failing = [] as string[] } = {}): { map: MapLibreMap; written: string[]; idle: () => Promise<void> } {
  const written: string[] = [];
  let waiting: (() => void)[] = [];
  const map = {
    getSource: (name: string) => ({
      setData: (data: unknown) => {
        written.push(data === NO_FEATURES ? `no ${name}` : name);
        return failing.includes(name) ? Promise.reject(new Error('unreadable')) : Promise.resolve();
      },
    }),
    getLayersOrder: () => [],
    once: (_: 'idle', then: () => void) => { waiting.push(then); },
  };
  const idle = async () => {
    const due = waiting;
    waiting = [];
    for (const then of due) then();
    await turn();
  };
  return { map: map as unknown as MapLibreMap, written, idle };
}

describe('what is worked on is drawn first', () => {
  it('names and the background wait until the communities are drawn', async () => {
    const { map, written, idle } = notingMap();
    setBytes(map, 'units', bytes('{}'));
    setBytes(map, 'boundaries', bytes('{}'));
    setBytes(map, 'context', bytes('{}'));
    setData(map, 'names', NAMES);
    setData(map, 'defects', NAMES);
    expect(written).toEqual(['units', 'boundaries', 'defects']);
    expect(isWaiting(map)).toBe(true);
    await turn();
    expect(isWaiting(map), 'read is not drawn').toBe(true);
    await idle();
    expect(written).toEqual(['units', 'boundaries', 'defects', 'context', 'names']);
    expect(isWaiting(map)).toBe(false);
    setData(map, 'veil', NAMES);
    expect(written.at(-1), 'with nothing to wait for').toBe('veil');
  });

  it('only the last of what waited is written', async () => {
    const { map, written, idle } = notingMap();
    setBytes(map, 'units', bytes('{}'));
    setData(map, 'names', NAMES);
    setData(map, 'names', NO_FEATURES);
    await turn();
    await idle();
    expect(written).toEqual(['units', 'no names']);
  });

  it('communities that can not be read hold nothing up', async () => {
    const { map, written } = notingMap({ failing: ['units'] });
    const said = console.error;
    console.error = () => undefined;
    try {
      setBytes(map, 'units', bytes('{'));
      setData(map, 'names', NAMES);
      await turn();
    } finally {
      console.error = said;
    }
    expect(written).toEqual(['units', 'names']);
    expect(isWaiting(map)).toBe(false);
  });

  it('without communities nothing waits', () => {
    const { map, written } = notingMap();
    setBytes(map, 'units', null);
    setData(map, 'names', NAMES);
    expect(written).toEqual(['names']);
  });
});
