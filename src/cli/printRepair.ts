/** What a person reads in the terminal about a repair. */
import type { CheckResult } from '../core/coverage/defect.ts';
import type { RepairProposals } from '../core/plan/repair/propose.ts';
import { isMessageKey, type Translate } from '../i18n/index.ts';
import type { WrittenPlan } from '../io/geojson/writePlan.ts';
import { figure } from '../report/figures.ts';
import type { RepairCall } from './repairOptions.ts';

/** Lines of each list; the rest are in --json. */
const MOST_LISTED = 200;

export interface PrintedRepair {
  /** Labels by unit index. */
  units: string[];
  proposals: RepairProposals;
  written: WrittenPlan;
  before: CheckResult;
  after: CheckResult;
  /** Of the file as written. */
  errors: number;
  warnings: number;
  call: RepairCall;
  timing: { readMs: number; repairMs: number };
  t: Translate;
}

export function printRepair({ units, proposals, written, before, after, errors, warnings, call, timing, t }: PrintedRepair): void {
  const square = (value: number) => `${figure(value, 1)} m²`;
  const word = (key: string, otherwise: string) => (isMessageKey(key) ? t(key) : otherwise);
  const { repaired, left } = proposals;
  const lines = [
    `${call.out}: ${t('cli.repaired', { repaired: new Set(repaired.map(({ defect }) => defect)).size, left: left.length, changed: written.changed, untouched: written.untouched })}`,
    ...repaired.slice(0, MOST_LISTED).map(({ defect, to, reason, addsPieces }) =>
      [defect, `→ ${to === null ? t('cli.nobody') : units[to]!}`, word(`repairReason.${reason}`, reason), addsPieces ? t('cli.addsPieces') : ''].filter((part) => part !== '').join(' · ')),
    repaired.length > MOST_LISTED ? t('cli.more', { count: repaired.length - MOST_LISTED }) : '',
    left.length > 0 ? t('cli.leftTitle') : '',
    ...left.slice(0, MOST_LISTED).map(({ defect, reason }) => `${defect} · ${word(`left.${reason}`, reason)}`),
    left.length > MOST_LISTED ? t('cli.more', { count: left.length - MOST_LISTED }) : '',
    `${t('cli.area')} ${square(before.totals.unitsSquareMetres)} → ${square(after.totals.unitsSquareMetres)}`,
    after.totals.parentSquareMetres === null ? t('cli.noParent') : `${t('cli.parentArea')} ${square(after.totals.parentSquareMetres)}`,
    `${t('cli.gaps')} ${square(after.totals.gapSquareMetres)} · ${t('cli.overlaps')} ${square(after.totals.overlapSquareMetres)} · ${t('cli.beyond')} ${square(after.totals.beyondSquareMetres)}`,
    t('cli.checkedAgain', { errors, warnings }),
    t('cli.repairTiming', { read: timing.readMs.toFixed(0), repair: timing.repairMs.toFixed(0) }),
  ];
  process.stdout.write(`${lines.filter((line) => line !== '').join('\n')}\n`);
}
