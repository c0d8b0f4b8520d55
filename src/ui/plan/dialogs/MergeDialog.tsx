/** Joins communities: into one of them, or into a new one with a name of its own. */
import { useState } from 'react';
import type { Command } from '../../../core/plan/command.ts';
import type { PlanDialog } from '../../../state/plan/dialog.ts';
import { rowById } from '../../../state/plan/plan.ts';
import { Choose } from '../../controls/Choose.tsx';
import { useTranslate } from '../../words/useTranslate.ts';
import { CommandForm, FormRow, TextField } from './CommandForm.tsx';

const NEW = '\u0000new';
const KINDS = ['keep', 'urban', 'rural'] as const;

export function MergeDialog({ of: { communities }, onClose }: { of: Extract<PlanDialog, { kind: 'merge' }>; onClose: () => void }) {
  const t = useTranslate();
  // As they were when the dialog opened: merged into a new one they are no more.
  const [members] = useState(() => communities.flatMap((id) => rowById(id) ?? []));
  const [into, setInto] = useState(() => [...members].sort((a, b) => b.households.value - a.households.value)[0]?.id ?? NEW);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<(typeof KINDS)[number]>('keep');
  const [joinVillages, setJoinVillages] = useState(false);
  const rural = members.every((row) => row.kind === 'rural');
  const wants = into === NEW && name.trim() === '' ? t('merge.wantsName') : null;
  const command: Command | null = wants !== null ? null : {
    type: 'merge', communities,
    ...(into === NEW ? { name: name.trim() } : { into }),
    ...(kind === 'keep' ? {} : { kind }),
    ...(joinVillages ? { joinVillages } : {}),
  };
  return (
    <CommandForm title={t('merge.title', { count: members.length })} note={members.map((row) => row.name).join(' + ')} confirm={t('merge.confirm')} command={command} wants={wants} onClose={onClose}>
      <FormRow label={t('merge.into')}>
        <Choose label={t('merge.into')} value={into} options={[...members.map((row) => ({ value: row.id, label: row.name, note: t('merge.keepsCode') })), { value: NEW, label: t('merge.new') }]} onChange={setInto} />
      </FormRow>
      {into === NEW && <FormRow label={t('form.name')} id="merge-name"><TextField id="merge-name" value={name} onChange={setName} placeholder={t('form.namePlaceholder')} /></FormRow>}
      <FormRow label={t('form.kind')}>
        <Choose label={t('form.kind')} value={kind} options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} onChange={setKind} />
      </FormRow>
      <label className="check-row" title={rural ? undefined : t('merge.joinNeedsVillages')}>
        <input type="checkbox" className="checkbox" checked={joinVillages} disabled={!rural} onChange={(event) => { setJoinVillages(event.target.checked); }} />
        <span>{t('merge.joinVillages')} <span className="note">{t(rural ? 'merge.joinHelp' : 'merge.joinNeedsVillages')}</span></span>
      </label>
    </CommandForm>
  );
}
