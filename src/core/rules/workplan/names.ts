/** Names without the words that people leave off or share: 社区, 居委会, 街道, 街, 办事处. */

export function bareCommunity(name: string): string {
  return bare(name, /(?:社区居民委员会|社区居委会|居民委员会|居委会|村民委员会|村委会|社区)$/);
}

export function bareSubdistrict(name: string): string {
  return bare(name, /(?:街道办事处|街道办|街办事处|街办|办事处|街道|街|镇人民政府|镇政府|镇)$/);
}

/** A name that is nothing but the suffix stays. */
function bare(name: string, suffix: RegExp): string {
  const written = name.normalize('NFKC').replace(/\s/g, '');
  const short = written.replace(suffix, '');
  return short === '' ? written : short;
}

export interface Unit {
  readonly name: string;
  /** Bare name where it is a subdistrict; null for bureaus. */
  readonly subdistrict: string | null;
  /** 各街道办事处: every one of them. */
  readonly all: boolean;
}

const OFFICE = /(?:局|委|办公室|中心|部门|部|分局|公司|会|府|所|站|队|处|厅)$/;
const SUBDISTRICT = /(?:街道办事处|街道办|街办|办事处|街道|街|镇|镇人民政府|镇政府)$/;

/** `十里铺街、席王、红旗街道办事处`: the last suffix serves all that have none. */
export function readUnits(cell: string): Unit[] {
  const parts = cell.normalize('NFKC').replace(/\s/g, '').split(/[、,，;；]/).filter((part) => part !== '');
  let suffixed = false;
  const units: Unit[] = [];
  for (const part of parts.reverse()) {
    const isSubdistrict = SUBDISTRICT.test(part);
    const isOffice = OFFICE.test(part) && !isSubdistrict;
    suffixed = isSubdistrict || (suffixed && !isOffice);
    const all = /^(?:各|全部|所有)/.test(part);
    units.unshift({ name: part, subdistrict: suffixed && !all ? bareSubdistrict(part) : null, all });
  }
  return units;
}
