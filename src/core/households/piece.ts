/** What lives on some of a community's ground: what it would lose if that ground went to nobody. */
import { assignFaces } from '../coverage/assign.ts';
import { CoverageDraft } from '../coverage/draft.ts';
import { updateFigures, type Figures, type PlanGround } from './figures.ts';
import { figuresOfGroup, figuresOfUnit } from './read.ts';

export interface PieceFigures {
  /** Null where no atom and no figure bears the community's households. */
  readonly households: number | null;
  readonly people: number | null;
  /** Whether some of the households come of area shares. */
  readonly estimated: boolean;
  readonly areaSquareMetres: number;
}

/** `figures`: of this plan. `faces`: held by the unit alone. */
export function figuresOfPiece(plan: PlanGround, figures: Figures, unit: number, faces: readonly number[]): PieceFigures {
  const draft = new CoverageDraft(plan.coverage);
  assignFaces(draft, faces, []);
  const whole = figuresOfUnit(figures, unit);
  const without = updateFigures(figures, { ...plan, coverage: draft.finish() }, faces);
  const rest = figuresOfUnit(without, unit);
  const lost = (of: 'households' | 'people') => whole[of] - rest[of];
  return {
    households: whole.householdsKnown ? lost('households') : null, people: whole.peopleKnown ? lost('people') : null,
    estimated: figuresOfGroup(without, 'unassigned').estimatedHouseholds > figuresOfGroup(figures, 'unassigned').estimatedHouseholds,
    areaSquareMetres: faces.reduce((sum, face) => sum + plan.coverage.faces.get(face)!.areaSquareMetres, 0),
  };
}
