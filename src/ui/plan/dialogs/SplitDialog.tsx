/** The line is drawn: which side keeps code and name, and what the other is called. */
import { useState } from 'react';
import { usePlan } from '../../../state/plan/plan.ts';
import type { PlanDialog } from '../../../state/plan/dialog.ts';
import { proposedName } from '../../../state/plan/proposedName.ts';
import { useTool } from '../../../state/plan/tool.ts';
import { setTool } from '../../../state/operations/setTool.ts';
import { useTranslate } from '../../words/useTranslate.ts';
import { CommandForm, FormRow, TextField } from './CommandForm.tsx';

const SIDES = ['larger', 'left', 'right'] as const;

export function SplitDialog({ of: { community, line }, onClose }: { of: Extract<PlanDialog, { kind: 'split' }>; onClose: () => void }) {
  const t = useTranslate();
  const rows = usePlan((mirror) => mirror.state?.communities);
  const row = rows?.find((each) => each.id === community);
  const [name, setName] = useState(() => proposedName(row?.name ?? '', new Set(rows?.map((each) => each.name))));
  const [keep, setKeep] = useState<(typeof SIDES)[number]>('larger');
  const wants = name.trim() === '' ? t('form.wantsName') : null;
  return (
    <CommandForm
      title={t('split.title', { name: row?.name ?? community })}
      note={t('split.note')}
      confirm={t('split.confirm')}
      command={wants !== null ? null : { type: 'split', community, line, name: name.trim(), ...(keep === 'larger' ? {} : { keep }) }}
      wants={wants}
      onClose={onClose}
      onDone={() => { useTool.setState({ line: [], tip: null }); setTool('select'); }}
    >
      <FormRow label={t('split.keep')}>
        <span className="radios" role="radiogroup" aria-label={t('split.keep')}>
          {SIDES.map((side) => <label key={side} className="check-row"><input type="radio" className="radio" name="split-keep" checked={keep === side} onChange={() => { setKeep(side); }} />{t(`split.${side}`)}</label>)}
        </span>
      </FormRow>
      <FormRow label={t('split.newName')} id="split-name"><TextField id="split-name" value={name} onChange={setName} /></FormRow>
    </CommandForm>
  );
}
