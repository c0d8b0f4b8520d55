/** What a community costs a year, by place and year (policy sheet §7): each sum with its payer and article. */
import { allHold } from './condition.ts';
import type { CommunityFacts } from './facts.ts';
import { METRICS_OF_COMMUNITY } from './metrics/index.ts';
import type { Amount, MoneyEntry, Source } from './profile.ts';
import type { ResolvedProfile } from './resolveProfile.ts';
import type { Payer, Strength } from './vocabulary.ts';

export interface MoneyItem {
  readonly entry: string;
  readonly purpose: MoneyEntry['purpose'];
  readonly payer: Payer;
  /** Null: unknown. */
  readonly yuanPerYear: number | null;
  /** Of a cost that nobody has given. */
  readonly sharePercent: number | null;
  readonly strength: Strength;
  readonly source: Source;
}

export interface Money {
  readonly items: readonly MoneyItem[];
  /** Of the items that are known. */
  readonly knownYuanPerYear: number;
  /** Items, or whether they apply, that nobody can tell. */
  readonly unknownItems: number;
}

export interface MoneyYear {
  readonly year: number;
  /** Last year's average pay of newly hired public-institution staff, yuan; null where nobody gave it. */
  readonly averagePayYuan: number | null;
}

const PERCENT = 100;

export function moneyOf(facts: CommunityFacts, profile: ResolvedProfile, { year, averagePayYuan }: MoneyYear): Money {
  const items: MoneyItem[] = [];
  for (const entry of profile.money) {
    if (entry.off || year < (entry.fromYear ?? -Infinity) || year > (entry.toYear ?? Infinity)) continue;
    const applies = allHold(entry.applies, facts, profile, METRICS_OF_COMMUNITY);
    const excepted = entry.unless === undefined ? false : allHold(entry.unless, facts, profile, METRICS_OF_COMMUNITY);
    if (applies === false || excepted === true) continue;
    const settled = applies === true && excepted === false;
    items.push({
      entry: entry.id, purpose: entry.purpose, payer: entry.payer, strength: entry.strength, source: entry.source,
      yuanPerYear: settled ? yuanOf(entry.amount, facts, profile, averagePayYuan) : null,
      sharePercent: entry.amount.type === 'share' ? entry.amount.sharePercent : null,
    });
  }
  const unknown = items.filter((item) => item.yuanPerYear === null);
  return { items, knownYuanPerYear: items.reduce((sum, item) => sum + (item.yuanPerYear ?? 0), 0), unknownItems: unknown.length };
}

function yuanOf(amount: Amount, facts: CommunityFacts, profile: ResolvedProfile, averagePayYuan: number | null): number | null {
  if (amount.type === 'fixed') return amount.yuan;
  if (amount.type === 'ofPay') return averagePayYuan === null ? null : (amount.persons * amount.sharePercent * averagePayYuan) / PERCENT;
  if (amount.type !== 'perUnit') return null;
  const of = METRICS_OF_COMMUNITY.get(amount.of)!.read(facts, profile);
  return of.known && typeof of.value === 'number' ? Math.max(amount.least ?? 0, (amount.yuan * of.value) / amount.per) : null;
}
