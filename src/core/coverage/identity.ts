/** Defect ids: class and a hash of the place, so that a second run, another order or other names give the same id. */
import type { Defect } from './defect.ts';

/** FNV-1a over the geometry's positions, in billionths of a degree. */
type Nested = number | readonly Nested[];

export function withIds(defects: Defect[]): Defect[] {
  const taken = new Set<string>();
  return defects.map((defect) => {
    let hash = 0x811c9dc5;
    const add = (part: Nested): void => {
      if (typeof part === 'number') {
        const value = Math.round(part * 1e9);
        hash = Math.imul(hash ^ (value | 0), 0x01000193);
        hash = Math.imul(hash ^ (Math.floor(value / 4294967296) | 0), 0x01000193);
      } else for (const inner of part) add(inner);
    };
    add(defect.geometry.coordinates);
    let id = '';
    do {
      id = `${defect.class}-${(hash >>> 0).toString(16).padStart(8, '0')}`;
      hash = Math.imul(hash ^ 0x5bd1, 0x01000193);
    } while (taken.has(id));
    taken.add(id);
    return { ...defect, id };
  });
}
