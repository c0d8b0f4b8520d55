/** 争议: ground that several communities hold. It is marked until someone rules; the inspector settles it. */
import { selectGround } from '../../../state/operations/selectInPlan.ts';
import { useView } from '../../../state/view.ts';
import type { OpenGround } from '../../../worker/planProtocol.ts';
import { contestedCsv } from '../../../report/registersCsv.ts';
import { useNameOf } from '../../plan/useNameOf.ts';
import type { Column } from '../../table/columns.ts';
import { VirtualTable } from '../../table/VirtualTable.tsx';
import { metres, squareMetres } from '../../words/figures.ts';
import { ExportCsv } from '../ExportCsv.tsx';
import { useRuleWords } from '../useRuleWords.ts';
import type { RegisterBar } from './RegisterTable.tsx';

export function ContestedTable({ ground, bar }: { ground: readonly OpenGround[]; bar: RegisterBar }) {
  const words = useRuleWords();
  const { t } = words;
  const nameOf = useNameOf();
  const selection = useView((view) => view.selection);
  const rule = words.rules?.rules.find(({ metric, off, reference }) => metric === 'contestedSquareMetres' && !off && !reference);
  const names = ({ claimants }: OpenGround) => claimants.map(nameOf);
  const text = () => contestedCsv(ground.map((each) => ({ claimants: names(each), areaSquareMetres: each.areaSquareMetres, widthMetres: each.widthMetres, at: each.at })), t);
  const columns: Column<OpenGround>[] = [
    { id: 'claimants', head: t('views.contested.claimants'), width: 'minmax(140px, 1.6fr)', cell: (each) => names(each).join(t('report.listSeparator')) },
    { id: 'area', head: t('column.area'), unit: 'm²', width: '96px', numeric: true, cell: (each) => squareMetres(each.areaSquareMetres) },
    { id: 'width', head: t('column.width'), unit: 'm', width: '92px', numeric: true, cell: (each) => metres(each.widthMetres) },
    { id: 'advice', head: t('views.attachments.do'), width: 'minmax(150px, 1.8fr)', cell: () => <span className="muted" title={words.ofRule(rule?.id)}>{t('views.contested.advice')}</span> },
    { id: 'do', head: '', width: '88px', cell: (each) => <button type="button" className="cell-button" onClick={(event) => { event.stopPropagation(); selectGround(each.face, true); }}>{t('views.contested.settle')}</button> },
  ];
  return (
    <>
      {bar(null, <ExportCsv what={t('views.registers.contested')} text={text} disabled={ground.length === 0} />)}
      <VirtualTable
        label={t('views.registers.contested')}
        columns={columns}
        rows={ground}
        keyOf={({ face }) => String(face)}
        selected={selection?.kind === 'ground' ? String(selection.face) : null}
        onSelect={({ face }) => { selectGround(face); }}
        onActivate={({ face }) => { selectGround(face, true); }}
        empty={<p>{t('views.contested.none')}</p>}
      />
    </>
  );
}
