/** One defect as every report lists it: names instead of indices, the decision beside the finding. */
import { applyAcceptances } from '../core/coverage/accept.ts';
import type { Acceptance, DecidedDefect } from '../core/coverage/accept.ts';
import type { CheckResult } from '../core/coverage/defect.ts';
import type { Translate } from '../i18n/index.ts';

export interface DefectRow extends DecidedDefect {
  className: string;
  detailName: string;
  severityName: string;
  stateName: string;
  /** Labels of the units involved. */
  units: string[];
  reasonName: string;
  groundKindName: string;
}

/** In the check's order. `labels` by unit index: code, else name, else `#index`. */
export function defectRows(
  result: CheckResult, labels: readonly string[], acceptances: readonly Acceptance[], t: Translate,
): DefectRow[] {
  return applyAcceptances(result.defects, acceptances).decided.map((decided) => {
    const { defect, state, severity, acceptance } = decided;
    return {
      ...decided,
      className: t(`class.${defect.class}`),
      detailName: defect.detail ? t(`detail.${defect.detail}`) : '',
      severityName: t(`severity.${severity}`),
      stateName: t(`state.${state}`),
      units: defect.units.map((unit) => labelOf(labels, unit)),
      reasonName: acceptance ? t(`acceptReason.${acceptance.reason}`) : '',
      groundKindName: acceptance?.groundKind ? t(`groundKind.${acceptance.groundKind}`) : '',
    };
  });
}

export function labelOf(labels: readonly string[], unit: number): string {
  return labels[unit] ?? `#${unit}`;
}

/** Rounds to decimals and drops the noise behind them; null stays null. */
export function rounded(value: number | null, decimals: number): number | null {
  return value === null ? null : Number(value.toFixed(decimals));
}
