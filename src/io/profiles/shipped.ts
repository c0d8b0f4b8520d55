/** The rule profiles that come with the program: data, read through the same door as a bureau's own. */
import national from '../../../data/profiles/national.json' with { type: 'json' };
import shaanxi from '../../../data/profiles/shaanxi.json' with { type: 'json' };
import weihai from '../../../data/profiles/weihai.json' with { type: 'json' };
import xianPlan from '../../../data/profiles/xian-plan.json' with { type: 'json' };
import xian from '../../../data/profiles/xian.json' with { type: 'json' };
import type { Profile } from '../../core/rules/profile.ts';
import { readProfile } from '../../core/rules/readProfile.ts';

let read: ReadonlyMap<string, Profile> | null = null;

/** By id. */
export function shippedProfiles(): ReadonlyMap<string, Profile> {
  read ??= new Map([xian, xianPlan, shaanxi, weihai, national].map((text) => {
    const reading = readProfile(text);
    if (!reading.ok) throw new Error(`Shipped profile ${text.id}: ${reading.problems.map(({ member, found, expected }) => `${member}: ${found}, expected ${expected}`).join('; ')}`);
    return [reading.profile.id, reading.profile];
  }));
  return read;
}
