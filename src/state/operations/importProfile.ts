/** Takes a rule profile from a file: read through the same door as the shipped ones, with every problem told; an id that is taken is not overwritten. */
import type { Profile } from '../../core/rules/profile.ts';
import { readProfile, type ProfileProblem } from '../../core/rules/readProfile.ts';
import { admission, type Admission } from '../assess/ownProfiles.ts';
import { changeRuleSettings, ruleSettings } from './assessPlan.ts';

/** The shipped ones have 30 KB. */
export const MOST_BYTES = 2 * 1024 * 1024;
export const MOST_OWN = 50;

export type Unread =
  | { readonly kind: 'tooLarge'; readonly bytes: number }
  | { readonly kind: 'notUtf8' }
  /** Where the text breaks off, if the browser says so; from 1. */
  | { readonly kind: 'notJson'; readonly at: { readonly line: number; readonly column: number } | null }
  | { readonly kind: 'tooMany' };

export type ImportOutcome =
  | { readonly kind: 'added'; readonly profile: Profile }
  | { readonly kind: 'known'; readonly profile: Profile }
  | { readonly kind: 'clash'; readonly profile: Profile; readonly clash: Extract<Admission, { kind: 'clash' }> }
  | { readonly kind: 'refused'; readonly problems: readonly ProfileProblem[] }
  | { readonly kind: 'unread'; readonly why: Unread };

export async function importProfile(file: File): Promise<ImportOutcome> {
  if (file.size > MOST_BYTES) return { kind: 'unread', why: { kind: 'tooLarge', bytes: file.size } };
  const reading = readProfileBytes(new Uint8Array(await file.arrayBuffer()));
  return reading.kind === 'read' ? offerProfile(reading.profile) : reading;
}

/** Adds it where nothing stands against it, and lets it decide if it is a profile to choose. */
export async function offerProfile(profile: Profile): Promise<ImportOutcome> {
  const { own } = ruleSettings();
  const verdict = admission(profile, own);
  if (verdict.kind === 'refused') return verdict;
  if (verdict.kind === 'clash') return { kind: 'clash', profile, clash: verdict };
  if (verdict.kind === 'fits' && own.length >= MOST_OWN) return { kind: 'unread', why: { kind: 'tooMany' } };
  await changeRuleSettings({ own: verdict.kind === 'known' ? own : [...own, profile], ...(profile.role === 'profile' ? { profile: profile.id } : {}) });
  return { kind: verdict.kind === 'known' ? 'known' : 'added', profile };
}

export type ProfileBytes = { readonly kind: 'read'; readonly profile: Profile } | Extract<ImportOutcome, { kind: 'refused' | 'unread' }>;

export function readProfileBytes(bytes: Uint8Array): ProfileBytes {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { kind: 'unread', why: { kind: 'notUtf8' } };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { kind: 'unread', why: { kind: 'notJson', at: placeOf(error, text) } };
  }
  const reading = readProfile(value);
  return reading.ok ? { kind: 'read', profile: reading.profile } : { kind: 'refused', problems: reading.problems };
}

/** Browsers name the place by line and column, or by its position, or not at all. */
function placeOf(error: unknown, text: string): { line: number; column: number } | null {
  const message = error instanceof Error ? error.message : '';
  const named = /line (\d+) column (\d+)/.exec(message);
  if (named) return { line: Number(named[1]), column: Number(named[2]) };
  const position = /position (\d+)/.exec(message);
  if (!position) return /end of/i.test(message) ? lineAndColumn(text) : null;
  return lineAndColumn(text.slice(0, Number(position[1])));
}

function lineAndColumn(before: string): { line: number; column: number } {
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
