/** Urban or rural as files write it; anything else is unknown. */
export function settlementKind(text: string | null): 'urban' | 'rural' | null {
  if (text === null) return null;
  if (/^(urban|城市|城镇|城|居委会|居民委员会)/i.test(text)) return 'urban';
  return /^(rural|农村|乡村|村)/i.test(text) ? 'rural' : null;
}
