/** 就近代管: a compound in no community is looked after by a near one, until a date or an event. */
import { useMemo, useState } from 'react';
import type { Command } from '../../../core/plan/command.ts';
import type { PlanDialog } from '../../../state/plan/dialog.ts';
import { usePlan } from '../../../state/plan/plan.ts';
import { SearchChoose } from '../../controls/SearchChoose.tsx';
import { useTranslate } from '../../words/useTranslate.ts';
import { communityOptions } from '../communityOptions.ts';
import { CommandForm, FormRow, TextField } from './CommandForm.tsx';

export function AttachDialog({ of, onClose }: { of: Extract<PlanDialog, { kind: 'attach' }>; onClose: () => void }) {
  const t = useTranslate();
  const rows = usePlan((mirror) => mirror.state?.communities);
  const options = useMemo(() => communityOptions(rows ?? []), [rows]);
  const [to, setTo] = useState<string | null>(of.community);
  const [compound, setCompound] = useState(of.compound ?? '');
  const [until, setUntil] = useState('');
  const [note, setNote] = useState('');
  const wants = compound.trim() === '' ? t('attach.wantsCompound') : to === null ? t('attach.wantsCommunity') : null;
  const command: Command | null = wants !== null || to === null ? null : {
    type: 'attach', compound: compound.trim(), to,
    ...(until.trim() === '' ? {} : { until: until.trim() }),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  };
  return (
    <CommandForm title={t('attach.title')} note={t('attach.note')} confirm={t('attach.confirm')} command={command} wants={wants} onClose={onClose}>
      <FormRow label={t('attach.compound')} id="attach-compound"><TextField id="attach-compound" value={compound} onChange={setCompound} placeholder={t('attach.compoundPlaceholder')} /></FormRow>
      <FormRow label={t('attach.to')}><SearchChoose label={t('attach.to')} value={to} placeholder={t('form.chooseCommunity')} options={options} onChange={setTo} /></FormRow>
      <FormRow label={t('attach.until')} id="attach-until"><TextField id="attach-until" value={until} onChange={setUntil} placeholder={t('attach.untilPlaceholder')} /></FormRow>
      <FormRow label={t('accept.note')} id="attach-note"><TextField id="attach-note" value={note} onChange={setNote} length={200} /></FormRow>
    </CommandForm>
  );
}
