/** Another name for a community; or 村改居, with or without one. */
import { useState } from 'react';
import type { Command } from '../../../core/plan/command.ts';
import { rowById } from '../../../state/plan/plan.ts';
import type { PlanDialog } from '../../../state/plan/dialog.ts';
import { useTranslate } from '../../words/useTranslate.ts';
import { CommandForm, FormRow, TextField } from './CommandForm.tsx';

export function NameDialog({ of: { kind, community }, onClose }: { of: Extract<PlanDialog, { kind: 'rename' | 'convert' }>; onClose: () => void }) {
  const t = useTranslate();
  const old = rowById(community)?.name ?? community;
  const [name, setName] = useState(old);
  const typed = name.trim();
  const wants = typed === '' ? t('form.wantsName') : kind === 'rename' && typed === old ? t('form.sameName') : null;
  const command: Command | null = wants !== null ? null
    : kind === 'rename' ? { type: 'rename', community, name: typed }
      : { type: 'convertVillage', community, ...(typed === old ? {} : { name: typed }) };
  return (
    <CommandForm title={t(kind === 'rename' ? 'rename.title' : 'convert.title', { name: old })} note={kind === 'convert' ? t('convert.note') : undefined} confirm={t(kind === 'rename' ? 'rename.confirm' : 'convert.confirm')} command={command} wants={wants} onClose={onClose}>
      <FormRow label={t('form.name')} id="plan-name"><TextField id="plan-name" value={name} onChange={setName} /></FormRow>
    </CommandForm>
  );
}
