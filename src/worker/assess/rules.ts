/** Profiles at hand, the one chosen, and what a scenario tries in it: resolved once for the same choice and the same changes. */
import type { Plan, RuleChange } from '../../core/plan/plan.ts';
import { resolveChanged } from '../../core/rules/changedProfile.ts';
import { METRICS_OF_COMMUNITY, METRICS_OF_COMPOUND } from '../../core/rules/metrics/index.ts';
import type { Profile } from '../../core/rules/profile.ts';
import type { ProfileProblem } from '../../core/rules/readProfile.ts';
import type { ResolvedProfile } from '../../core/rules/resolveProfile.ts';
import { shippedProfiles } from '../../io/profiles/shipped.ts';
import type { AssessSettings, RulesView } from '../assessProtocol.ts';

/** Rules that a plan is judged by. */
export interface RulesInForce {
  readonly profile: ResolvedProfile;
  readonly changes: readonly RuleChange[];
  readonly problems: readonly ProfileProblem[];
}

export class RuleLibrary {
  readonly profiles: ReadonlyMap<string, Profile>;
  private readonly inForce = new WeakMap<readonly RuleChange[], RulesInForce>();

  /** Throws nothing: whether the choice resolves is asked of `problems`. */
  constructor(readonly settings: AssessSettings) {
    this.profiles = new Map([...shippedProfiles(), ...settings.own.map((profile) => [profile.id, profile] as const)]);
  }

  problems(): readonly ProfileProblem[] {
    const { resolution } = resolveChanged(this.settings.profile, this.profiles, this.settings.references, []);
    return resolution.ok ? [] : resolution.problems;
  }

  rulesOf({ ruleChanges }: Plan): RulesInForce {
    let rules = this.inForce.get(ruleChanges);
    if (rules === undefined) {
      const { resolution, problems } = resolveChanged(this.settings.profile, this.profiles, this.settings.references, ruleChanges);
      if (!resolution.ok) throw new Error(`Profile ${this.settings.profile} does not resolve.`);
      this.inForce.set(ruleChanges, (rules = { profile: resolution.profile, changes: ruleChanges, problems }));
    }
    return rules;
  }

  view({ profile, changes, problems }: RulesInForce): RulesView {
    const { settings } = this;
    const own = new Set(settings.own.map(({ id }) => id));
    const suitable = profile.rules.find(({ metric, bound, off, reference }) => metric === 'households' && bound.type === 'suitable' && !off && !reference)?.bound;
    return {
      id: settings.profile, title: this.profiles.get(settings.profile)!.title, chain: [...profile.chain], references: [...profile.references],
      choices: [...this.profiles.values()].map(({ id, title, role }) => ({ id, title, role, own: own.has(id) })),
      documents: [...profile.documents.values()], rules: [...profile.rules], indicators: [...profile.indicators], parameters: [...profile.parameters], money: [...profile.money],
      approval: profile.approval,
      units: Object.fromEntries([...METRICS_OF_COMMUNITY, ...METRICS_OF_COMPOUND].map(([id, { unit }]) => [id, unit])),
      households: profile.classification.households, people: profile.classification.people, suitableHouseholds: suitable?.type === 'suitable' ? suitable.value : null,
      changes: [...changes], problems: [...problems],
    };
  }
}
