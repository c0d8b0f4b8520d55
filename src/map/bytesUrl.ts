/**
 * Bytes of GeoJSON as an address that the map's own worker opens and parses, off the page's thread.
 *
 * A blob's address would not do: maplibre hands any scheme with `://` that is not http or file back to
 * the page, which would parse it and copy it over; and from a page on disk the worker may not read it.
 */
export function bytesUrl(bytes: ArrayBuffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => { resolve(reader.result as string); };
    reader.onerror = () => { reject(reader.error ?? new Error('FileReader')); };
    reader.readAsDataURL(new Blob([bytes], { type: 'application/geo+json' }));
  });
}
