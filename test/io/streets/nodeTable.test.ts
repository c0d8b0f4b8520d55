/** Nodes by id, however the file lists them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NodeTable } from '../../../src/io/streets/nodeTable.ts';

const ordinary = fc.integer({ min: 0, max: 40 });
/** Ids as editors give them to what was never uploaded, and larger than any there is. */
const odd = fc.oneof(ordinary, fc.integer({ min: -40, max: -1 }), fc.constantFrom(2 ** 38, 2 ** 38 - 1, 2 ** 52));

describe.each([['ids of a file', ordinary], ['negative and huge ids among them', odd], ['large ids', fc.integer({ min: 2 ** 38 - 60, max: 2 ** 38 - 1 })]])('%s', (_, id) => {
  it('are found with the place that came first; the others are counted', () => {
    fc.assert(fc.property(fc.array(id, { maxLength: 80 }), (ids) => {
      const table = new NodeTable();
      ids.forEach((each, k) => { table.add(each, k, -k); });
      table.settle();
      const first = new Map(ids.map((each, k): [number, number] => [each, k]).reverse());
      expect(table.repeated).toBe(ids.length - first.size);
      const known = [...table.ids()];
      expect(known).toEqual([...first.keys()].sort((a, b) => a - b));
      for (const [each, k] of first) expect(table.position(table.indexOf(each))).toEqual([k, 0 - k]);
      expect(table.indexOf(41)).toBe(-1);
    }), { numRuns: 300, seed: 20261123 });
  });
});
