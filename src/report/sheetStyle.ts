/** The sheet's looks: A4, ink on white, the workbench's type. Printed in black it must still read. */
import { Markup } from './html.ts';

export const SHEET_STYLE = new Markup(`
@page { size: A4; margin: 18mm 16mm 20mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 178mm; color: #1a222d; background: #fff; font: 9.5pt/1.5 "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; font-variant-numeric: tabular-nums; }
h1 { margin: 0; font-size: 17pt; line-height: 1.3; }
h2 { margin: 14pt 0 4pt; padding-top: 5pt; border-top: 0.5pt solid #c5ccd5; font-size: 11pt; break-after: avoid; }
p { margin: 2pt 0; }
header { text-align: center; }
header p { color: #465160; }
.subject { font-size: 12pt; }
.note, small { color: #465160; font-size: 8pt; }
.made-up { margin: 0 0 8pt; padding: 4pt; border: 1.5pt solid #b3470a; color: #b3470a; font-weight: 700; text-align: center; }
.verdict { font-weight: 700; color: #1d6f68; }
.verdict.open { color: #b3470a; }
.verdict.plain { color: #616c7a; }
.counts { display: flex; flex-wrap: wrap; gap: 4pt 18pt; margin: 6pt 0 0; }
.counts div { display: flex; gap: 5pt; }
.counts dt { color: #465160; }
.counts dd { margin: 0; font-weight: 700; }
table { width: 100%; border-collapse: collapse; margin: 4pt 0; font-size: 8.5pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 2.5pt 5pt; border-bottom: 0.5pt solid #e1e5ea; text-align: left; vertical-align: top; font-weight: 400; overflow-wrap: anywhere; }
thead th { color: #465160; border-bottom: 0.75pt solid #616c7a; }
tfoot td { font-weight: 700; }
tfoot th, tfoot td { border-bottom: 0; }
.n, .account td { text-align: right; white-space: nowrap; }
.id, .date { white-space: nowrap; font-size: 8pt; }
.word { white-space: nowrap; }
.account { width: 130mm; }
.account .part th { padding-left: 18pt; }
.account .part th, .account .part td { color: #465160; border-bottom: 0; font-size: 8pt; }
.account .sum th, .account .sum td { font-weight: 700; border-top: 0.75pt solid #616c7a; }
.pairs th { width: 55mm; color: #465160; }
.signatures { display: grid; grid-template-columns: 2fr 1fr; gap: 16pt 20pt; margin-top: 28pt; break-inside: avoid; }
.signatures div { display: flex; gap: 6pt; align-items: end; }
.signatures .line { flex: 1; border-bottom: 0.75pt solid #1a222d; height: 20pt; }
.signatures .note { grid-column: 1 / -1; }
@media screen { body { padding: 18mm 16mm; max-width: 210mm; } }
`);

/** A line of ours in the margin of every page, where the browser can (the mark on the first page stands anyway). */
export function runningHead(words: string): Markup {
  const text = words.replace(/["\\<>\n]/g, ' ');
  return new Markup(`@page { @top-center { content: "${text}"; color: #b3470a; font: 8pt "Noto Sans SC", "Microsoft YaHei", sans-serif; } }`);
}
