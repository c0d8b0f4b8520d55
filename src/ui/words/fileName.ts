/** A file's name from its parts, without the signs that a file system refuses. */
export function fileName(parts: readonly string[], extension: string): string {
  return `${parts.join('_').replace(/[\\/:*?"<>|\s]+/g, '_')}.${extension}`;
}
