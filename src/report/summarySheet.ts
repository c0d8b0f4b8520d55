/**
 * The findings on paper: one HTML file without scripts or links, for A4, to be
 * printed, signed and filed. Everything on it comes from the summary, so the
 * sheet, the page and the command line say the same numbers.
 */
import type { Acceptance } from '../core/coverage/accept.ts';
import type { CheckResult } from '../core/coverage/defect.ts';
import type { SecondOpinion } from '../core/coverage/opinion.ts';
import { summariseCheck } from '../core/coverage/summary.ts';
import type { CheckSummary } from '../core/coverage/summary.ts';
import type { Language, Translate } from '../i18n/index.ts';
import { defectRows } from './defectRow.ts';
import type { DefectRow } from './defectRow.ts';
import { figure } from './figures.ts';
import { html } from './html.ts';
import type { Markup } from './html.ts';
import { areaSection } from './sheetAreas.ts';
import { classSection, decidedSection, lapsedSection, openSection } from './sheetDefects.ts';
import { opinionSection } from './sheetOpinion.ts';
import { runningHead, SHEET_STYLE } from './sheetStyle.ts';

export interface SheetFile {
  name: string;
  role: 'communities' | 'parent' | 'declared' | 'accepted';
}

export interface SummarySheet {
  language: Language;
  t: Translate;
  /** Of the project or the district; the sheet's own title stands above it. */
  subject: string;
  files: readonly SheetFile[];
  /** YYYY-MM-DD, given by whoever prints: core and report have no clock. */
  asOf: string;
  /** The rule it is checked by, with document and article, in words. */
  basis?: string;
  /** Sample data: the sheet says so on every page. */
  madeUp: boolean;
  result: CheckResult;
  /** By unit index: code, else name, else `#index`. */
  labels: readonly string[];
  acceptances: readonly Acceptance[];
  opinion: SecondOpinion | null;
}

/** What the sections share. */
export interface SheetContext extends SummarySheet {
  summary: CheckSummary;
  rows: DefectRow[];
}

export function summarySheet(sheet: SummarySheet): string {
  const { t, language, result, labels, acceptances, opinion, subject, asOf, madeUp } = sheet;
  const context: SheetContext = {
    ...sheet, summary: summariseCheck(result, acceptances, opinion), rows: defectRows(result, labels, acceptances, t),
  };
  const title = t('sheet.title');
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title} · ${subject}</title>
<style>${SHEET_STYLE}${madeUp ? runningHead(t('sheet.madeUp')) : null}</style>
</head>
<body>
${madeUp ? html`<p class="made-up">${t('sheet.madeUp')}</p>` : null}
<header><h1>${title}</h1><p class="subject">${subject}</p><p>${t('sheet.asOf', { date: asOf })}</p></header>
${conclusion(context)}
${areaSection(context)}
${classSection(context)}
${files(context)}
${opinionSection(context)}
${openSection(context)}
${decidedSection(context)}
${lapsedSection(context)}
${signatures(context)}
</body>
</html>
`.text;
}

function conclusion({ t, summary }: SheetContext): Markup {
  const { blockers, byState } = summary;
  const reasons = [
    blockers.defectIds.length > 0 ? t('sheet.blockerDefects', { count: blockers.defectIds.length }) : '',
    blockers.areaUnexplained ? t('sheet.blockerUnexplained', { area: figure(summary.areas.unexplainedSquareMetres ?? 0, 2) }) : '',
    blockers.opinionDiffers ? t('sheet.blockerOpinion') : '',
  ].filter((reason) => reason !== '');
  const counts: [string, number][] = [
    [t('sheet.communities'), summary.communities], [t('sheet.vertices'), summary.vertices], [t('sheet.found'), summary.found],
    [t('sheet.open'), byState.open], [t('sheet.accepted'), byState.accepted], [t('sheet.declared'), byState.declared],
  ];
  return html`<section><h2>${t('sheet.conclusion')}</h2>
${summary.readyToSign
    ? html`<p class="verdict">✓ ${t('sheet.ready')}</p>`
    : html`<p class="verdict open">◆ ${t('sheet.notReady')}</p><ul>${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>`}
<dl class="counts">${counts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${figure(value)}</dd></div>`)}</dl>
</section>`;
}

function files({ t, files: list, basis, result }: SheetContext): Markup {
  const { gridMetres, matchMetres, sliverMetres } = result.tolerances;
  const entries: [string, string][] = [
    ...(basis === undefined ? [] : [[t('sheet.basis'), basis] as [string, string]]),
    ...list.map(({ role, name }): [string, string] => [t(`sheet.${role}File`), name]),
    [t('sheet.grid'), `${figure(gridMetres, 3)} m`], [t('sheet.match'), `${figure(matchMetres, 3)} m`], [t('sheet.sliver'), `${figure(sliverMetres, 3)} m`],
  ];
  return html`<section><h2>${t('sheet.files')} · ${t('sheet.tolerances')}</h2>
<table class="pairs"><tbody>${entries.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>
${result.totals.parentSquareMetres === null ? html`<p class="note">${t('sheet.noParent')}</p>` : null}
<p class="note">${t('report.crsNote')}</p></section>`;
}

function signatures({ t }: SheetContext): Markup {
  const line = (name: string): Markup => html`<div><span>${name}</span><span class="line"></span></div>`;
  return html`<footer class="signatures">${[
    line(t('sheet.checkedBy')), line(t('sheet.signedOn')), line(t('sheet.reviewedBy')), line(t('sheet.signedOn')),
  ]}<p class="note">${t('sheet.program')}</p></footer>`;
}
