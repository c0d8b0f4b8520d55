/** Defect classes with their counts; a box shows or hides the class in table and map. Classes that were not found fold into one line. */
import { useState } from 'react';
import { DEFECT_CLASSES, type DefectClass } from '../../core/coverage/defect.ts';
import { setDefectFilter, toggleClass, useDefectFilter } from '../../state/defectFilter.ts';
import { countByClass } from '../../state/defectRows.ts';
import { useCheck } from '../../state/check.ts';
import { useView } from '../../state/view.ts';
import { Tip } from '../controls/Tip.tsx';
import { DefectGlyph } from '../symbols/DefectGlyph.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { RepairAllButton } from '../repair/RepairAllButton.tsx';
import { RecheckButton } from './RecheckButton.tsx';
import { useDefectRows } from './useDefectRows.ts';

export function ClassList() {
  const t = useTranslate();
  const [showAll, setShowAll] = useState(false);
  const { rows } = useDefectRows();
  const hidden = useDefectFilter((state) => state.hiddenClasses);
  const selection = useView((state) => state.selection);
  const checkMs = useCheck((state) => state.report?.checkMs ?? 0);
  const counts = countByClass(rows);
  const found = DEFECT_CLASSES.filter((each) => counts.has(each));
  const absent = DEFECT_CLASSES.filter((each) => !counts.has(each));
  const current = selection?.kind === 'defect' ? rows.find((row) => row.defect.id === selection.id)?.defect.class : undefined;
  return (
    <div className="section">
      <h3>
        {found.length > 1 && (
          <input
            type="checkbox"
            className="checkbox"
            aria-label={t('check.allClasses')}
            title={t('check.allClasses')}
            checked={hidden.size === 0}
            ref={(box) => { if (box) box.indeterminate = hidden.size > 0 && found.some((each) => !hidden.has(each)); }}
            onChange={() => { setDefectFilter({ hiddenClasses: new Set(hidden.size === 0 ? found : []) }); }}
          />
        )}
        {t('check.classes')} <span className="unit">{t('check.openOfFound')}</span>
      </h3>
      {found.map((each) => <ClassRow key={each} of={each} count={counts.get(each)!} hidden={hidden.has(each)} current={each === current} />)}
      {absent.length > 0 && (
        <button type="button" className="class-row muted" aria-expanded={showAll} onClick={() => { setShowAll(!showAll); }}>
          <span className="grow">{found.length === 0 ? t('check.noneOfAll', { count: absent.length }) : t('check.noneOfOthers', { count: absent.length })}</span>
        </button>
      )}
      {showAll && absent.map((each) => <AbsentRow key={each} of={each} />)}
      <div className="buttons" style={{ marginTop: 8, alignItems: 'center', justifyContent: 'space-between' }}>
        <span className="note">{t('check.took', { ms: figure(Math.round(checkMs)) })}</span>
        <span className="buttons tight"><RepairAllButton /><RecheckButton /></span>
      </div>
    </div>
  );
}

interface RowProps {
  of: DefectClass;
  count: { open: number; found: number };
  hidden: boolean;
  current: boolean;
}

function ClassRow({ of, count, hidden, current }: RowProps) {
  const t = useTranslate();
  return (
    <Tip text={t(`classHelp.${of}`)} side="right">
      <label className={current ? 'class-row on' : 'class-row'}>
        <input type="checkbox" className="checkbox" checked={!hidden} onChange={() => { toggleClass(of); }} />
        <DefectGlyph of={of} />
        <span className="grow ellipsis">{t(`class.${of}`)}</span>
        <span className="nowrap">
          <span className={count.open > 0 ? 'strong' : 'muted'}>{figure(count.open)}</span> <span className="muted">/ {figure(count.found)}</span>
        </span>
      </label>
    </Tip>
  );
}

function AbsentRow({ of }: { of: DefectClass }) {
  const t = useTranslate();
  return (
    <Tip text={t(`classHelp.${of}`)} side="right">
      <div className="class-row muted" tabIndex={0}>
        <input type="checkbox" className="checkbox" disabled aria-label={t(`class.${of}`)} />
        <DefectGlyph of={of} />
        <span className="grow ellipsis">{t(`class.${of}`)}</span>
        <span>{t('check.noneFound')}</span>
      </div>
    </Tip>
  );
}
