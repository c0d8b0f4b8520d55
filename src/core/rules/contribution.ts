/** What one community contributes to one indicator (policy sheet §8). */
import { judge, rangeOf, type Asked } from './bound.ts';
import type { Compiler, Read } from './compile.ts';
import type { CommunityFacts } from './facts.ts';
import type { Indicator, Measure } from './profile.ts';

/** Null: not of that kind. `amount` is nought and `by` maybe known where the community is not. */
export type Contribution = {
  readonly known: boolean;
  readonly amount: number;
  readonly by: number | null;
  /** Of a figure asked of each community: how this one stands to it, nought where there is nothing to hold it against; null of all others. */
  readonly margin: number | null;
  readonly meets: boolean;
} | null;

type ContributionOf = (facts: CommunityFacts) => Contribution;
type Compile = Compiler<CommunityFacts>;

export function compileIndicator({ kind, measure, target }: Indicator, compiler: Compile): ContributionOf {
  if (measure.type === 'given') return () => null;
  const certain = compileMeasure(measure, target, compiler);
  if (kind === undefined) return certain;
  // Where nobody knows whether it is of the kind, nobody knows what counts.
  return (facts) => {
    if (facts.kind.known) return facts.kind.value === kind ? certain(facts) : null;
    return measure.type === 'share' ? NOBODY_KNOWS : NO_FIGURE;
  };
}

const NOBODY_KNOWS: Contribution = { known: false, amount: 0, by: 1, margin: null, meets: false };
const HAS: Contribution = { known: true, amount: 1, by: 1, margin: null, meets: false };
const HAS_NOT: Contribution = { known: true, amount: 0, by: 1, margin: null, meets: false };
const NO_FIGURE: Contribution = { known: false, amount: 0, by: null, margin: null, meets: false };

function compileMeasure(measure: Exclude<Measure, { type: 'given' }>, target: Indicator['target'], compiler: Compile): ContributionOf {
  if (measure.type === 'share') {
    const has = compiler.testAll(measure.has);
    return (facts) => {
      const doesHave = has(facts);
      return doesHave === null ? NOBODY_KNOWS : doesHave ? HAS : HAS_NOT;
    };
  }
  if (measure.type === 'each') return compileEach(compiler.read(measure.metric), target.type === 'range' ? rangeOf(target.min, target.max) : null);
  const [part, whole] = [compiler.read(measure.type === 'ratio' ? measure.of : measure.metric), compiler.read(measure.by)];
  return (facts) => {
    const [amount, by] = [numeric(part, facts), numeric(whole, facts)];
    const isKnown = amount !== null && by !== null;
    return { known: isKnown, amount: isKnown ? amount : 0, by, margin: null, meets: false };
  };
}

function compileEach(read: Read<CommunityFacts>, target: Asked | null): ContributionOf {
  return (facts) => {
    const amount = numeric(read, facts);
    if (amount === null) return NO_FIGURE;
    const { met, margin } = target ? judge(amount, target) : { met: null, margin: null };
    return { known: true, amount, by: null, margin: margin ?? 0, meets: met === true };
  };
}

function numeric(read: Read<CommunityFacts>, facts: CommunityFacts): number | null {
  const fact = read(facts);
  return fact.known && typeof fact.value === 'number' ? fact.value : null;
}
