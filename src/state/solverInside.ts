/** The solver's wasm inside the one-file page: packed, and unpacked when it is first asked for. */
import packed from 'highs/runtime?packed';

export async function solverBytes(): Promise<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
