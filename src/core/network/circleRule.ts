/** What makes the 15-minute circle. The numbers are a profile's parameters; nothing here knows one. */
import type { ResolvedProfile } from '../rules/resolveProfile.ts';

export interface CircleRule {
  /** Basic categories; either side of a bar will do. */
  readonly basic: readonly string[];
  /** Share of households, percent, that must have every one. */
  readonly householdSharePercent: number;
  readonly limitMetres: number;
  readonly minutes: number;
}

type CircleProfile = Pick<ResolvedProfile, 'parameters' | 'circleSharePercent'>;

/** Null where the profile says nothing of the circle. `own`: categories that a project counts to it beside those of the profile. */
export function circleRuleOf(profile: CircleProfile, own: readonly string[] = []): CircleRule | null {
  const [limitMetres, minutes] = [valueOf(profile, 'circle.metres'), valueOf(profile, 'circle.minutes')];
  const fixed = basicOf(profile);
  if (profile.circleSharePercent === null || typeof limitMetres !== 'number' || typeof minutes !== 'number' || (fixed === null && own.length === 0)) return null;
  const known = new Set(fixed?.flatMap((each) => each.split('|')));
  return { basic: [...(fixed ?? []), ...own.filter((each) => !known.has(each))], householdSharePercent: profile.circleSharePercent, limitMetres, minutes };
}

/** Basic categories that the profile names; null where it names none. */
export function basicOf(profile: Pick<CircleProfile, 'parameters'>): readonly string[] | null {
  const basic = valueOf(profile, 'circle.basic');
  return isTexts(basic) ? basic : null;
}

function valueOf({ parameters }: Pick<CircleProfile, 'parameters'>, id: string): unknown {
  return parameters.find((parameter) => parameter.id === id && !parameter.off)?.value;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
