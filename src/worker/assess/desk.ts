/**
 * Where plans are held against the rules: facts of each plan, kept as long as the plan, assessed by the profile chosen and what the
 * scenario tries in it. Each answer is a function of the plan, the tables and the settings.
 */
import { assessPlan, type Assessment } from '../../core/assess.ts';
import { areaFigures } from '../../core/facts/areaFigures.ts';
import { planCompounds } from '../../core/facts/planCompounds.ts';
import { openFacts, updateFacts, type FactSetting, type PlanFacts } from '../../core/facts/planFacts.ts';
import type { Figures } from '../../core/households/figures.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Work } from '../../core/progress.ts';
import type { TablesReading } from '../../io/tables/readTables.ts';
import { approvalRoute } from '../../core/rules/approval.ts';
import { assessCommunity, type CommunityAssessment } from '../../core/rules/assessCommunity.ts';
import { profileOfChanges } from '../../core/rules/changedProfile.ts';
import { consequences } from '../../core/rules/consequences.ts';
import { readDay, yearOf } from '../../core/rules/dates.ts';
import type { CommunityFacts } from '../../core/rules/facts.ts';
import { verdictKey } from '../../core/rules/finding.ts';
import { METRICS_OF_COMMUNITY } from '../../core/rules/metrics/index.ts';
import type { MoneyYear } from '../../core/rules/money.ts';
import type { ResolvedProfile } from '../../core/rules/resolveProfile.ts';
import type { ApprovalView, AssessApi, AssessedRow, AssessNews, DraftAssessment, MapValues } from '../assessProtocol.ts';
import { withCircles, type CircleShares } from './circles.ts';
import { compoundLedger } from './compounds.ts';
import { assessedRow, sheetOf, sideOf } from './rows.ts';
import { RuleLibrary, type RulesInForce } from './rules.ts';
import { withinArea } from './withinArea.ts';

type Ask<N extends keyof AssessApi> = Parameters<AssessApi[N]>[0];
type Answer<N extends keyof AssessApi> = Work<ReturnType<AssessApi[N]>>;

/** What the plan desk says of plans. */
export interface PlansAtHand {
  head(): Plan;
  headRevision(): number;
  basePlan(): Plan;
  planOf(revision: number): Plan;
  figuresOf(plan: Plan): Figures;
  /** What files and tables say of communities and compounds. */
  reading(): TablesReading;
  /** What the command tried last gives; null where none stands on the head. */
  draft(): Plan | null;
}

interface Told {
  byUnit: ReadonlyMap<number, CommunityAssessment>;
  rules: RulesInForce;
}

/** Rows of a city are judged where the data hold several districts. */
function wholeOf(communities: readonly CommunityFacts[]): 'city' | 'district' {
  const first = communities.find(({ district }) => district.known)?.district.value;
  return communities.some(({ district }) => district.known && district.value !== first) ? 'city' : 'district';
}

export class AssessDesk {
  private library: RuleLibrary | null = null;
  private facts = new WeakMap<Plan, PlanFacts>();
  /** Of the plan that was the head when facts were last asked for: the next head differs from it by a step. */
  private headFacts: PlanFacts | null = null;
  private assessments = new WeakMap<RulesInForce, WeakMap<PlanFacts, Assessment>>();
  private told: Told | null = null;
  /** Assessed last: what the next differs from in little. */
  private latest: Assessment | null = null;
  private serial = 0;

  /** What reach says of a plan: share of households with the circle by unit. Null: reach is not open. */
  private circles: (plan: Plan) => CircleShares | null = () => null;

  constructor(private readonly plans: PlansAtHand, private readonly setting: Omit<FactSetting, 'base'>) {}

  /** The circle enters the facts from here on. */
  useCircles(circles: (plan: Plan) => CircleShares | null): void {
    this.circles = circles;
  }

  *assessOpen(settings: Ask<'assessOpen'>): Answer<'assessOpen'> {
    const library = new RuleLibrary(settings);
    const problems = library.problems();
    if (problems.length > 0) return { problems: [...problems] };
    this.library = library;
    this.forget();
    return this.news();
  }

  *assessNow(_: Ask<'assessNow'>): Answer<'assessNow'> {
    return this.library ? this.news() : null;
  }

  *assessSheet({ unit, draft }: Ask<'assessSheet'>): Answer<'assessSheet'> {
    const plan = (draft ? this.plans.draft() : null) ?? this.plans.head();
    const sheet = (each: Plan) => {
      const community = this.communityOf(each, unit);
      return community && sheetOf(unit, community, this.library!.rulesOf(each).profile, each);
    };
    return { now: sheet(plan), base: this.sameUnitAtBase(plan, unit) ? sheet(this.plans.basePlan()) : null };
  }

  *assessMap(asked: Ask<'assessMap'>): Answer<'assessMap'> {
    const { profile } = this.rules();
    const head = this.plans.head();
    const values: MapValues[] = [];
    const metric = 'metric' in asked ? METRICS_OF_COMMUNITY.get(asked.metric) : undefined;
    for (const [unit, { facts, findings }] of this.byUnit(head, this.assess(head))) {
      if (metric) values.push({ unit, verdict: null, value: metric.read(facts, profile).value });
      else if ('rule' in asked) {
        const finding = findings.find(({ rule }) => rule.id === asked.rule);
        values.push({ unit, verdict: finding?.verdict ?? 'notApplicable', value: finding?.verdict === 'fail' ? verdictKey({ verdict: 'fail', strength: finding.rule.strength }) : null });
      }
    }
    return values;
  }

  *assessConsequences({ from, to, area }: Ask<'assessConsequences'>): Answer<'assessConsequences'> {
    const [base, scenario] = [this.plans.planOf(from), this.plans.planOf(to)];
    // Both by the rules of the scenario: what differs is the ground, not the yardstick.
    const rules = this.library!.rulesOf(scenario);
    const approved = new Map(scenario.approvals.flatMap(({ unit, approved: day }) => (day === null ? [] : [[scenario.units.get(unit).id, day] as const])));
    const [before, after] = [this.assessBy(base, rules), this.assessBy(scenario, rules)];
    if (!area) return consequences(before, after, rules.profile, approved);
    return consequences(withinArea(before, after, area, rules.profile), withinArea(after, before, area, rules.profile), rules.profile, approved);
  }

  *assessBaseAreas(_: Ask<'assessBaseAreas'>): Answer<'assessBaseAreas'> {
    const { subdistricts, districts } = this.assessBy(this.plans.basePlan(), this.rules());
    return { subdistricts: [...subdistricts], districts: districts.map(({ name, district, totals, league }) => ({ name, district, totals, league })) };
  }

  *assessApprovals(_: Ask<'assessApprovals'>): Answer<'assessApprovals'> {
    const plan = this.plans.head();
    const { profile } = this.rules();
    const views: ApprovalView[] = [];
    for (const [unit, facts] of this.factsOf(plan).byUnit) {
      const record = plan.approvals.find((each) => each.unit === unit);
      if (plan.units.get(unit).source !== null && record === undefined) continue;
      const zone = !facts.zone.known ? 'unknown' as const : facts.zone.value === '' ? null : { name: facts.zone.value, entrusted: facts.entrusted.value, route: facts.route.value };
      const dates = { asOf: this.library!.settings.asOf, approved: record?.approved ?? null, planned: record?.planned ?? {}, done: record?.done ?? {}, met: record?.met ?? {} };
      views.push({ unit, id: facts.id, name: facts.name, zone: zone === null || zone === 'unknown' ? zone : zone.name, approved: dates.approved, route: approvalRoute(zone, profile.approval, dates) });
    }
    return views;
  }

  *assessCompounds(_: Ask<'assessCompounds'>): Answer<'assessCompounds'> {
    const plan = this.plans.head();
    return compoundLedger(plan, planCompounds(plan, this.plans.figuresOf(plan), this.plans.reading().compounds), this.rules().profile);
  }

  *assessExportProfile({ id, title }: Ask<'assessExportProfile'>): Answer<'assessExportProfile'> {
    const library = this.library!;
    const plain = library.rulesOf({ ...this.plans.basePlan(), ruleChanges: [] });
    const { profile, problems } = profileOfChanges(id, title, plain.profile, this.rules().changes, library.settings.profile);
    return { profile, problems: [...problems] };
  }

  /** Tables say other things. */
  factsChanged(): void {
    this.facts = new WeakMap();
    this.headFacts = null;
    this.forget();
  }

  /** Of the communities that a command being tried touches. Null before the rules are open. */
  draftAssessment(units: readonly number[]): DraftAssessment | null {
    const [head, draft] = [this.plans.head(), this.plans.draft()];
    if (!this.library || !draft) return null;
    const { profile } = this.rules();
    const side = (plan: Plan, unit: number) => {
      const community = this.communityOf(plan, unit);
      return community && sideOf(community, profile);
    };
    return units.map((unit) => ({ unit, before: side(head, unit), after: side(draft, unit) }));
  }

  /** The open scenario as a whole. */
  assessment(): Assessment {
    return this.assess(this.plans.head());
  }

  private rules(): RulesInForce {
    if (!this.library) throw new Error('No rules are open.');
    return this.library.rulesOf(this.plans.head());
  }

  /** What the open scenario is judged by. */
  profile(): ResolvedProfile {
    return this.rules().profile;
  }

  /** What a plan is judged by: the profile chosen, with what the scenario tries. */
  profileOf(plan: Plan): ResolvedProfile {
    return this.library!.rulesOf(plan).profile;
  }

  private year(): MoneyYear {
    const { asOf, averagePayYuan } = this.library!.settings;
    return { year: yearOf(readDay(asOf)!.from), averagePayYuan };
  }

  private forget(): void {
    this.told = null;
    this.latest = null;
    this.assessments = new WeakMap();
  }

  private communityOf(plan: Plan, unit: number): CommunityAssessment | null {
    const facts = this.factsOf(plan).byUnit.get(unit);
    return facts === undefined ? null : assessCommunity(facts, this.library!.rulesOf(plan).profile, this.year());
  }

  /** A created community of another scenario may bear the same number. */
  private sameUnitAtBase(plan: Plan, unit: number): boolean {
    return unit < this.plans.basePlan().units.length && plan.units.get(unit).source !== null;
  }

  private assess(plan: Plan): Assessment {
    return this.assessBy(plan, this.library!.rulesOf(plan));
  }

  private assessBy(plan: Plan, rules: RulesInForce): Assessment {
    const facts = this.factsOf(plan);
    let known = this.assessments.get(rules);
    if (known === undefined) this.assessments.set(rules, (known = new WeakMap()));
    let assessment = known.get(facts);
    if (assessment === undefined) {
      const { asOf, averagePayYuan } = this.library!.settings;
      const { communities } = facts;
      assessment = assessPlan(communities, rules.profile, { asOf, averagePayYuan, whole: wholeOf(communities), figures: areaFigures(plan, this.plans.figuresOf(plan), this.plans.reading().areaFigures) }, this.latest);
      known.set(facts, assessment);
      this.latest = assessment;
    }
    return assessment;
  }

  private factsOf(plan: Plan): PlanFacts {
    const facts = this.plainFacts(plan);
    // While a command is tried the circle stands as it was: it is counted again when the command is carried out.
    const shares = this.circles(plan === this.plans.draft() ? this.plans.head() : plan);
    return shares ? withCircles(facts, shares) : facts;
  }

  private plainFacts(plan: Plan): PlanFacts {
    let facts = this.facts.get(plan);
    if (facts === undefined) this.facts.set(plan, (facts = this.nearest(plan)));
    if (plan === this.plans.head()) this.headFacts = facts;
    return facts;
  }

  /** From the facts of the head, or of what was the head; else of the base. */
  private nearest(plan: Plan): PlanFacts {
    const base = this.plans.basePlan();
    const known = this.facts.get(this.plans.head()) ?? this.headFacts ?? this.facts.get(base);
    if (known) return updateFacts(known, plan, this.plans.figuresOf(plan));
    return openFacts(plan, this.plans.figuresOf(plan), { base, ...this.setting }, this.plans.reading().given);
  }

  private news(): AssessNews {
    const plan = this.plans.head();
    const rules = this.rules();
    const now = this.assess(plan);
    const base = this.assessBy(this.plans.basePlan(), rules);
    const byUnit = this.byUnit(plan, now);
    const whole = this.told === null || this.told.rules !== rules;
    const changed: AssessedRow[] = [];
    for (const [unit, community] of byUnit) if (whole || this.told!.byUnit.get(unit) !== community) changed.push(assessedRow(unit, community, rules.profile));
    const gone = whole ? [] : [...this.told!.byUnit.keys()].filter((unit) => !byUnit.has(unit));
    this.told = { byUnit, rules };
    return {
      serial: ++this.serial, whole, changed, gone, head: this.plans.headRevision(), asOf: now.asOf, totals: now.totals, baseTotals: base.totals, scorecard: [...now.scorecard],
      subdistricts: [...now.subdistricts], districts: [...now.districts], rules: whole ? this.library!.view(rules) : null,
    };
  }

  private byUnit(plan: Plan, { communities }: Assessment): Map<number, CommunityAssessment> {
    const byUnit = new Map<number, CommunityAssessment>();
    for (const unit of this.factsOf(plan).byUnit.keys()) byUnit.set(unit, communities[byUnit.size]!);
    return byUnit;
  }
}
