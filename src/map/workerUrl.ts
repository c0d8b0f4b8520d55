/**
 * Tells maplibre where its worker is. Version 6 ships it as a file of its own; without this the
 * build passes and the map stays blank. The one-file page carries it as a data URL, and makes a
 * blob of it: a worker from a data URL is of no origin, and may not read the page's blobs of GeoJSON.
 */
import { setWorkerUrl } from 'maplibre-gl';

declare const __SINGLE_FILE__: boolean;

let told: Promise<void> | null = null;

export function tellWorkerUrl(): Promise<void> {
  told ??= (__SINGLE_FILE__ ? inside() : beside()).then(setWorkerUrl);
  return told;
}

async function beside(): Promise<string> {
  return (await import('maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url')).default;
}

async function inside(): Promise<string> {
  const { default: dataUrl } = await import('maplibre-gl/dist/maplibre-gl-worker.mjs?url&inline');
  const code = await (await fetch(dataUrl)).blob();
  return URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
}
