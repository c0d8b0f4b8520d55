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

/** Null where the profile says nothing of the circle. */
export function circleRuleOf({ parameters, circleSharePercent }: Pick<ResolvedProfile, 'parameters' | 'circleSharePercent'>): CircleRule | null {
  const valueOf = (id: string): unknown => parameters.find((parameter) => parameter.id === id && !parameter.off)?.value;
  const [basic, limitMetres, minutes] = [valueOf('circle.basic'), valueOf('circle.metres'), valueOf('circle.minutes')];
  if (circleSharePercent === null || typeof limitMetres !== 'number' || typeof minutes !== 'number' || !isTexts(basic)) return null;
  return { basic, householdSharePercent: circleSharePercent, limitMetres, minutes };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
