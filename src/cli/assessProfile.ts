/** `--profile`: a shipped one by its id, or a bureau's own from a file, which may extend a shipped one. */
import type { Plan } from '../core/plan/plan.ts';
import { resolveChanged } from '../core/rules/changedProfile.ts';
import type { Profile } from '../core/rules/profile.ts';
import { readProfile, type ProfileProblem } from '../core/rules/readProfile.ts';
import type { ResolvedProfile } from '../core/rules/resolveProfile.ts';
import { shippedProfiles } from '../io/profiles/shipped.ts';
import { UsageError } from './exit.ts';
import { readBytes } from './files.ts';

/** With what a scenario tries in the rules. */
export function profileOf(name: string, references: readonly string[] = [], { ruleChanges }: Pick<Plan, 'ruleChanges'> = { ruleChanges: [] }): ResolvedProfile {
  const shipped = shippedProfiles();
  const isShipped = shipped.has(name);
  const own = isShipped ? null : ownProfile(name, shipped);
  const profiles = own === null ? shipped : new Map([...shipped, [own.id, own]]);
  const { resolution, problems } = resolveChanged(own?.id ?? name, profiles, references, ruleChanges);
  if (!resolution.ok) throw refusal(name, resolution.problems);
  if (problems.length > 0) throw refusal(name, problems);
  return resolution.profile;
}

function ownProfile(path: string, shipped: ReadonlyMap<string, Profile>): Profile {
  if (!/[./\\]/.test(path)) throw new UsageError(`--profile: found ${path}, expected ${[...shipped.keys()].join(', ')} or FILE.json`);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(readBytes(path)).replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const reading = readProfile(value);
  if (!reading.ok) throw refusal(path, reading.problems);
  return reading.profile;
}

function refusal(name: string, problems: readonly ProfileProblem[]): UsageError {
  return new UsageError(problems.map(({ member, found, expected }) => `${name}: ${member}: found ${found}, expected ${expected}`).join('\n'));
}
