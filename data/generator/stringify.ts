/** GeoJSON text with one feature a line: a difference between two files reads as the features that differ. */
import type { FeatureCollection } from 'geojson';

/** Pieces of text that together are the file. */
export function* featureLines(collection: FeatureCollection, head: Record<string, unknown> = {}): Generator<string> {
  const opening = JSON.stringify({ type: 'FeatureCollection', ...head });
  yield `${opening.slice(0, -1)},"features":[\n`;
  for (let i = 0; i < collection.features.length; i++) {
    yield JSON.stringify(collection.features[i]) + (i + 1 < collection.features.length ? ',\n' : '\n');
  }
  yield ']}\n';
}

/** The file's bytes, never held as one string. */
export function collectionBytes(collection: FeatureCollection, head: Record<string, unknown> = {}): Uint8Array {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (const line of featureLines(collection, head)) {
    const piece = encoder.encode(line);
    pieces.push(piece);
    length += piece.length;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** The communities of a generated city as a file. */
export function cityBytes(city: { communities: FeatureCollection }): Uint8Array {
  return collectionBytes(city.communities);
}
