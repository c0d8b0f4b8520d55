/** What units are called in files that leave the page: name and code where both are known. */
import type { Loaded } from '../../worker/protocol.ts';

export function unitLabels(loaded: Loaded): string[] {
  return loaded.units.map((unit) => (unit.name !== null && unit.code !== null ? `${unit.name}（${unit.code}）` : unit.name ?? unit.label));
}
