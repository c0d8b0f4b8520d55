/** Coverages from drawings for tests of what is done to them, and their faces drawn again. */
import { buildCoverage } from '../../../src/core/coverage/build.ts';
import { OUTSIDE_FACE, type Coverage } from '../../../src/core/coverage/coverage.ts';
import { cutLines, type CutOutcome } from '../../../src/core/coverage/cut.ts';
import { faceAt } from '../../../src/core/coverage/faceAt.ts';
import type { CoverageDraft } from '../../../src/core/coverage/draft.ts';
import { finish } from '../../../src/core/progress.ts';
import { aCoverage } from '../../builders/coverage.ts';
import { sizeOf, stepLine, steps, type Cell } from '../../builders/drawnPlan.ts';

export interface DrawnCoverage {
  coverage: Coverage;
  columns: number;
  rows: number;
  index: (name: string) => number;
}

export function drawnCoverage(drawing: string, parent?: string): DrawnCoverage {
  const built = aCoverage(drawing);
  const coverage = finish(buildCoverage({ units: built.layer, parent: parent === undefined ? null : aCoverage(parent).layer }));
  return { coverage, ...sizeOf(drawing), index: (name) => built.index(name) };
}

/** Faces as letters, in the order in which they are met from the north-west. */
export function faceDrawing({ columns, rows }: DrawnCoverage, coverage: Coverage, fine = 1): string {
  const letters = new Map([[OUTSIDE_FACE, '.']]);
  const lines: string[] = [];
  for (let row = rows * fine - 1; row >= 0; row--) {
    let text = '';
    for (let column = 0; column < columns * fine; column++) {
      const face = faceAt(coverage, ...steps((column + 0.5) / fine, (row + 0.5) / fine));
      if (!letters.has(face)) letters.set(face, String.fromCharCode(64 + letters.size));
      text += letters.get(face)!;
    }
    lines.push(text);
  }
  return lines.join(' / ');
}

/** Cuts every face along lines in cells; throws where they are too fine. */
export function cutAll({ coverage }: DrawnCoverage, ...lines: (readonly Cell[])[]): CutOutcome {
  return cutWithin(coverage, () => true, ...lines);
}

export function cutWithin(coverage: Coverage, mayCut: (face: number) => boolean, ...lines: (readonly Cell[])[]): CutOutcome {
  const outcome = cutLines(coverage, { lines: lines.map((cells) => stepLine(...cells)), origin: 'cut', mayCut });
  if (!outcome) throw new Error('The line is too fine.');
  return outcome;
}

export function faceAtCell({ coverage }: { coverage: Coverage }, ...cell: Cell): number {
  return faceAt(coverage, ...steps(...cell));
}

export function draftFaces(draft: CoverageDraft): number {
  return [...draft.finish().faces].filter((face) => face !== null).length - 1;
}
