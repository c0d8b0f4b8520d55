/** Names of subdistricts and communities made comparable: 席王街道, 席王街办, 席王街道办事处 are one. */

const LONGEST = 100;
const SUFFIX = /(?:街道办事处|街道办|街办|街道|办事处|居民委员会|村民委员会|居委会|村委会|社区|街)$/;

export function normalSubdistrict(name: string): string {
  const plain = name.slice(0, LONGEST).normalize('NFKC').replace(/\s/g, '');
  return plain.replace(SUFFIX, '') || plain;
}
