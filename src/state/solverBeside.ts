/** The solver's wasm as a file beside the page. */
import url from 'highs/runtime?url';

export async function solverBytes(): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  return response.arrayBuffer();
}
