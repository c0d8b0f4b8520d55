/**
 * Tells maplibre where its worker is. Version 6 ships it as a file of its own; without this the
 * build passes and the map stays blank. The one-file page carries it as a data URL.
 */
import { prewarm, setWorkerUrl } from 'maplibre-gl';

declare const __SINGLE_FILE__: boolean;

let told: Promise<void> | null = null;

/** The worker starts at once: it reads its program while the page is still being drawn. */
export function tellWorkerUrl(): Promise<void> {
  told ??= find().then((url) => {
    setWorkerUrl(url);
    prewarm();
  }, (error: unknown) => {
    // Its file did not arrive; the next call tries again.
    told = null;
    throw error;
  });
  return told;
}

async function find(): Promise<string> {
  const module = __SINGLE_FILE__
    ? await import('maplibre-gl/dist/maplibre-gl-worker.mjs?url&inline')
    : await import('maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url');
  return module.default;
}
