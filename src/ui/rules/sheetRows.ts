/** Findings of a community in the order of its sheet: by family, within it what is to be done first. */
import { byUrgency, type Finding } from '../../core/rules/finding.ts';
import { FAMILIES, type Family } from '../../core/rules/vocabulary.ts';

export interface SheetFamily {
  family: Family;
  findings: Finding[];
  met: number;
  judged: number;
  unknown: number;
  /** Left out here; they are counted all the same. */
  notApplicable: number;
}

/** What is of no consequence here is left out unless all are asked for: what does not apply, and reference layers. */
export function sheetFamilies(findings: readonly Finding[], all: boolean): SheetFamily[] {
  return FAMILIES.flatMap((family): SheetFamily[] => {
    const own = findings.filter((finding) => finding.rule.family === family);
    if (own.length === 0) return [];
    const judged = own.filter(({ verdict, rule }) => !rule.reference && (verdict === 'pass' || verdict === 'fail'));
    const shown = own.filter(({ verdict, rule }) => all || (verdict !== 'notApplicable' && !rule.reference)).sort(inSheet);
    return [{
      family, findings: shown, met: judged.filter(({ verdict }) => verdict === 'pass').length, judged: judged.length,
      unknown: own.filter(({ verdict, rule }) => verdict === 'unknown' && !rule.reference).length,
      notApplicable: own.filter(({ verdict }) => verdict === 'notApplicable').length,
    }];
  });
}

const RANK: Record<Finding['verdict'], number> = { fail: 0, pass: 1, unknown: 2, guide: 3, notApplicable: 4 };

function inSheet(a: Finding, b: Finding): number {
  return Number(a.rule.reference ?? false) - Number(b.rule.reference ?? false) || RANK[a.verdict] - RANK[b.verdict] || byUrgency(a, b);
}
