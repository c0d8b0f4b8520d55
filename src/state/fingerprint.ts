/** Names for the bytes of files: decisions and steps are found again under them. Order and names of the files do not count. */
import { fingerprintOf } from '../io/project/fingerprint.ts';

export const filePrint = (bytes: ArrayBuffer): string => fingerprintOf(new Uint8Array(bytes));

export function filesPrint(prints: readonly string[]): string {
  return fingerprintOf(new TextEncoder().encode([...prints].sort().join('\n')));
}
