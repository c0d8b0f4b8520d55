/** Someone answers for a departure from the rule: its kind, by role, with a reason. It stays visible. */
import { useState } from 'react';
import { EXCEPTION_KINDS, type ExceptionKind } from '../../../core/plan/plan.ts';
import type { PlanDialog } from '../../../state/plan/dialog.ts';
import { usePlan } from '../../../state/plan/plan.ts';
import { Choose } from '../../controls/Choose.tsx';
import { useTranslate } from '../../words/useTranslate.ts';
import { useNameOf } from '../useNameOf.ts';
import { CommandForm, FormRow, TextField } from './CommandForm.tsx';
import { ReasonField } from './ReasonField.tsx';

export function ExceptDialog({ of: { communities }, onClose }: { of: Extract<PlanDialog, { kind: 'except' }>; onClose: () => void }) {
  const t = useTranslate();
  const nameOf = useNameOf();
  const state = usePlan((mirror) => mirror.state);
  const own = state?.findings.filter((finding) => finding.declared === null && finding.units.some((unit) => communities.includes(state.communities.find((row) => row.unit === unit)?.id ?? ''))) ?? [];
  const [kind, setKind] = useState<ExceptionKind | null>(own[0]?.kind ?? null);
  const [role, setRole] = useState('');
  const [reason, setReason] = useState('');
  const wants = kind === null ? t('except.wantsKind') : role.trim() === '' ? t('except.wantsRole') : reason.trim() === '' ? t('except.wantsReason') : null;
  return (
    <CommandForm
      title={t('except.title')}
      note={communities.map(nameOf).join(t('report.listSeparator'))}
      confirm={t('except.confirm')}
      command={wants === null && kind !== null ? { type: 'declareException', kind, communities, role: role.trim(), reason: reason.trim() } : null}
      wants={wants}
      onClose={onClose}
    >
      <FormRow label={t('except.kind')}>
        <Choose label={t('except.kind')} value={kind} placeholder={t('except.kindPlaceholder')} options={EXCEPTION_KINDS.map((value) => ({ value, label: t(`exceptionKind.${value}`), ...(own.some((finding) => finding.kind === value) ? { note: t('except.found') } : {}) }))} onChange={setKind} />
      </FormRow>
      <FormRow label={t('accept.role')} id="except-role"><TextField id="except-role" value={role} onChange={setRole} placeholder={t('accept.rolePlaceholder')} /></FormRow>
      <ReasonField id="except-reason" value={reason} onChange={setReason} />
    </CommandForm>
  );
}
