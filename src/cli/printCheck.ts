/** What a person reads in the terminal. */
import type { DecidedDefect } from '../core/coverage/accept.ts';
import { DEFECT_CLASSES, type CheckResult } from '../core/coverage/defect.ts';
import type { SecondOpinion } from '../core/coverage/opinion.ts';
import type { Translate } from '../i18n/index.ts';
import { figure } from '../report/figures.ts';

/** Defects listed in the terminal; the rest are in --out and --json. */
const MOST_LISTED = 200;

export interface PrintedCheck {
  file: string;
  result: CheckResult;
  labels: string[];
  decided: DecidedDefect[];
  opinion: SecondOpinion | null;
  timing: Record<string, number>;
  t: Translate;
}

export function printCheck({ file, result, labels, decided, opinion, timing, t }: PrintedCheck): void {
  const { totals } = result;
  const square = (value: number) => `${figure(value, 1)} m²`;
  const lines = [
    `${file}: ${t('cli.units', { count: result.unitCount, vertices: result.vertexCount })}`,
    `${t('cli.area')} ${square(totals.unitsSquareMetres)}`,
    totals.parentSquareMetres === null ? t('cli.noParent') : `${t('cli.parentArea')} ${square(totals.parentSquareMetres)}`,
    `${t('cli.gaps')} ${square(totals.gapSquareMetres)} · ${t('cli.overlaps')} ${square(totals.overlapSquareMetres)} · ${t('cli.beyond')} ${square(totals.beyondSquareMetres)}`,
    '',
    ...DEFECT_CLASSES.flatMap((name) => {
      const count = result.defects.filter((defect) => defect.class === name).length;
      return count > 0 ? [`${name}  ${t(`class.${name}`)}  ${count}`] : [];
    }),
    decided.length === 0 ? t('cli.none') : '',
    ...decided.slice(0, MOST_LISTED).map((item) => defectLine(item, labels, t)),
    decided.length > MOST_LISTED ? t('cli.more', { count: decided.length - MOST_LISTED }) : '',
    opinion === null ? '' : opinionLine(opinion, t),
    t('cli.timing', { read: timing.readMs!.toFixed(0), check: timing.checkMs!.toFixed(0) }),
  ];
  process.stdout.write(`${lines.filter((line, i) => line !== '' || i === 4).join('\n')}\n`);
}

function defectLine({ defect, severity, state }: DecidedDefect, labels: string[], t: Translate): string {
  const sizes = [
    defect.areaSquareMetres === null ? '' : `${figure(defect.areaSquareMetres, 2)} m²`,
    defect.widthMetres === null ? '' : `${t('cli.width')} ${figure(defect.widthMetres, 3)} m`,
    defect.lengthMetres === null ? '' : `${t('cli.length')} ${figure(defect.lengthMetres, 1)} m`,
  ].filter((part) => part !== '');
  const shift = defect.shift ? t('cli.shift', { east: defect.shift.eastMetres.toFixed(2), north: defect.shift.northMetres.toFixed(2) }) : '';
  return [
    defect.id, t(`class.${defect.class}`), t(`severity.${severity}`), state === 'open' ? '' : t(`cli.${state}`),
    defect.detail ? t(`detail.${defect.detail}`) : '', defect.units.map((unit) => labels[unit]).join(' '), ...sizes, shift, defect.location.join(','),
  ].filter((part) => part !== '').join(' · ');
}

function opinionLine(opinion: SecondOpinion, t: Translate): string {
  const verdict = opinion.agree ? t('cli.agrees') : t('cli.differs', { count: opinion.differences.length });
  return `${t('cli.secondOpinion')}: ${t('cli.opinionCounts', { confirmed: opinion.defectsConfirmed, checked: opinion.defectsChecked })}; ${verdict}`;
}
