import { describe, expect, it } from 'vitest';
import { sideMarks } from '../../src/ui/mapPane/sideMarks.ts';

const at = (x: number, y: number) => ({ x, y });

describe('marks of the sides of a line on screen', () => {
  it('left of the way it was drawn, with y running down', () => {
    expect(sideMarks([at(0, 0), at(100, 0)])).toEqual([{ side: 'left', x: 50, y: -30 }, { side: 'right', x: 50, y: 30 }]);
    expect(sideMarks([at(0, 0), at(0, 100)])).toEqual([{ side: 'left', x: 30, y: 50 }, { side: 'right', x: -30, y: 50 }]);
  });

  it('in the middle by length, not by number of points', () => {
    const [left] = sideMarks([at(0, 0), at(10, 0), at(10, 0), at(20, 0), at(20, 180)]);
    expect(left).toEqual({ side: 'left', x: 50, y: 80 });
  });

  it('none where there is no length', () => {
    expect([sideMarks([]), sideMarks([at(3, 3)]), sideMarks([at(3, 3), at(3, 3)])]).toEqual([[], [], []]);
  });
});
