/**
 * Bytes of GeoJSON as an address that the map's own worker opens and parses, off the page's thread.
 *
 * A blob's address would not do: maplibre hands any scheme with `://` that is not http or file back to
 * the page, which would parse it and copy it over; and from a page on disk the worker may not read it.
 */
const HEAD = 'data:application/geo+json;base64,';
/** Encoded within some milliseconds; a reader would give them only when the page has nothing else to do. */
const AT_ONCE_BYTES = 2_000_000;
/** Arguments that a call takes for certain. */
const CHUNK = 8192;

export function bytesUrl(bytes: ArrayBuffer): string | Promise<string> {
  return bytes.byteLength <= AT_ONCE_BYTES ? HEAD + btoa(binaryText(new Uint8Array(bytes))) : urlByReader(bytes);
}

function binaryText(bytes: Uint8Array): string {
  let text = '';
  // Applied, not spread: spreading goes through an iterator, five times as slow.
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode.apply(null, bytes.subarray(at, at + CHUNK) as unknown as number[]);
  return text;
}

function urlByReader(bytes: ArrayBuffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => { resolve(reader.result as string); };
    reader.onerror = () => { reject(reader.error ?? new Error('FileReader')); };
    reader.readAsDataURL(new Blob([bytes], { type: 'application/geo+json' }));
  });
}
