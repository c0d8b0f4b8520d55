/** Households and people of each plan, from the atoms and control totals that files and tables give: made from those of a near plan, kept as long as the plan. */
import { openFigures, updateFigures, type Figures } from '../../core/households/figures.ts';
import { PagedArray } from '../../core/pagedArray.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Work } from '../../core/progress.ts';
import type { TablesReading } from '../../io/tables/readTables.ts';
import type { PlanState } from '../planProtocol.ts';
import { datasetOf, type TableBook } from './tables.ts';

type AtomCounts = Omit<PlanState['atoms'], 'negativeRemainders'>;

export class FigureBook {
  private figures = new WeakMap<Plan, Figures>();
  private read: TablesReading | null = null;
  private atomCounts: AtomCounts | null = null;

  constructor(private readonly tables: TableBook) {}

  /** Of the base; all others follow from it. Called again when tables say other things. */
  *open(base: Plan): Work<void> {
    const read = yield* this.tables.read(base);
    const figures = yield* openFigures(datasetOf(read, base), base);
    this.read = read;
    this.figures = new WeakMap([[base, figures]]);
    this.atomCounts = null;
  }

  /** What files and tables say, beside households. */
  reading(): TablesReading {
    if (!this.read) throw new Error('No figures are open.');
    return this.read;
  }

  /** From those at hand that differ in the fewest faces: the first of `near` that has any. */
  of(plan: Plan, near: readonly (Plan | undefined)[]): Figures {
    const known = this.figures.get(plan);
    if (known) return known;
    const from = near.map((each) => each && this.figures.get(each)).find((each) => each !== undefined)!;
    const made = updateFigures(from, plan, PagedArray.differences(from.coverage.faces, plan.coverage.faces));
    this.figures.set(plan, made);
    return made;
  }

  /** The same in every plan of the files. */
  counts({ ledger }: Figures): AtomCounts {
    if (!this.atomCounts) {
      const of = (kind: string) => ledger.atoms.filter((atom) => atom.kind === kind).length;
      this.atomCounts = { compounds: of('compound'), buildings: of('building'), grids: of('grid'), blocks: of('block') };
    }
    return this.atomCounts;
  }
}
