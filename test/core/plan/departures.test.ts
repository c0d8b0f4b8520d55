/** Departures from the rule, and which of them a command adds. */
import { describe, expect, test } from 'vitest';
import { addedDepartures, departuresOf, type Departure } from '../../../src/core/plan/departures.ts';
import { after, aDrawnPlan, groundAt, groundIn, unitOf, type Drawn } from '../../builders/drawnPlan.ts';

const PIECES = aDrawnPlan('abbba / bbbbb / abbaa');

function of(city: Drawn, id = 'a'): Departure[] {
  return departuresOf(city.plan, unitOf(city, id), { zones: [], parents: [] });
}

describe('a community in pieces', () => {
  test('has all but the largest listed, larger ones first', () => {
    const [found, ...others] = of(PIECES);
    expect(others).toEqual([]);
    const { faces } = PIECES.plan.coverage;
    const areas = found!.apart.map((piece) => piece.reduce((sum, face) => sum + faces.get(face)!.areaSquareMetres, 0));
    expect(found!.kind).toBe('pieces');
    expect(areas).toHaveLength(3);
    expect([...areas].sort((p, q) => q - p)).toEqual(areas);
    expect(of(aDrawnPlan('aab / abb'))).toEqual([]);
  });

  test('departs anew with one piece more, not with one fewer', () => {
    const fewer = after(PIECES, { type: 'assign', ground: [groundAt(0.5, 2.5)], to: 'b' });
    expect(of(fewer)[0]!.apart).toHaveLength(2);
    expect(addedDepartures(of(PIECES), of(fewer))).toEqual([]);
    const more = after(PIECES, { type: 'assign', ground: [groundIn(2, 1, 3, 2)], to: 'a' });
    expect(addedDepartures(of(PIECES), of(more))).toEqual(of(more));
    expect(addedDepartures([], of(PIECES))).toEqual(of(PIECES));
    expect(addedDepartures(of(PIECES), of(PIECES))).toEqual([]);
  });
});
