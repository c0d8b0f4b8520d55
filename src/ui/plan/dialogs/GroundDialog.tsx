/** Ground of nobody becomes a community, or is declared to belong to none. */
import { useState } from 'react';
import type { Command } from '../../../core/plan/command.ts';
import { GROUND_KINDS, type GroundKind } from '../../../core/coverage/accept.ts';
import type { PlanDialog } from '../../../state/plan/dialog.ts';
import { usePlan } from '../../../state/plan/plan.ts';
import type { CommunityRow, OpenGround } from '../../../worker/planProtocol.ts';
import { Choose } from '../../controls/Choose.tsx';
import { useTranslate } from '../../words/useTranslate.ts';
import { CommandForm, FormRow, TextField } from './CommandForm.tsx';

const NOT_SAID = '\u0000none';

export function GroundDialog({ of: { kind, at }, onClose }: { of: Extract<PlanDialog, { kind: 'form' | 'declare' }>; onClose: () => void }) {
  const t = useTranslate();
  const rows = usePlan((mirror) => mirror.state?.communities) ?? [];
  const open = usePlan((mirror) => mirror.state?.open.find((ground) => ground.at.join() === at.join()));
  const subdistricts = [...new Set(rows.flatMap((row) => row.subdistrict ?? []))].sort((a, b) => a.localeCompare(b, 'zh'));
  const [name, setName] = useState('');
  const [subdistrict, setSubdistrict] = useState(() => around(rows, open) ?? NOT_SAID);
  const [settlement, setSettlement] = useState<'urban' | 'rural'>('urban');
  const [groundKind, setGroundKind] = useState<GroundKind | null>(null);
  const forms = kind === 'form';
  const wants = name.trim() === '' ? t('form.wantsName') : !forms && groundKind === null ? t('ground.wantsKind') : null;
  const ground = [{ at }];
  const command: Command | null = wants !== null ? null
    : forms ? { type: 'form', name: name.trim(), ground, kind: settlement, ...(subdistrict === NOT_SAID ? {} : { subdistrict }) }
      : { type: 'declareGround', name: name.trim(), ground, groundKind: groundKind! };
  return (
    <CommandForm title={t(forms ? 'ground.formTitle' : 'ground.declareTitle')} note={t(forms ? 'ground.formNote' : 'ground.declareNote')} confirm={t(forms ? 'ground.formConfirm' : 'ground.declareConfirm')} command={command} wants={wants} onClose={onClose}>
      <FormRow label={t('form.name')} id="ground-name"><TextField id="ground-name" value={name} onChange={setName} placeholder={t(forms ? 'form.namePlaceholder' : 'ground.namePlaceholder')} /></FormRow>
      {forms ? (
        <>
          <FormRow label={t('column.subdistrict')}><Choose label={t('column.subdistrict')} value={subdistrict} options={[{ value: NOT_SAID, label: t('tree.noSubdistrict') }, ...subdistricts.map((value) => ({ value, label: value }))]} onChange={setSubdistrict} /></FormRow>
          <FormRow label={t('form.kind')}><Choose label={t('form.kind')} value={settlement} options={(['urban', 'rural'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))} onChange={setSettlement} /></FormRow>
        </>
      ) : (
        <FormRow label={t('accept.kind')}><Choose label={t('accept.kind')} value={groundKind} placeholder={t('accept.kindPlaceholder')} options={GROUND_KINDS.map((value) => ({ value, label: t(`groundKind.${value}`) }))} onChange={setGroundKind} /></FormRow>
      )}
    </CommandForm>
  );
}

/** The subdistrict that all communities around the ground are of; none where they differ. */
function around(rows: readonly CommunityRow[], ground: OpenGround | undefined): string | null {
  const names = new Set(rows.flatMap((row) => (ground?.neighbours.includes(row.id) && row.subdistrict !== null ? [row.subdistrict] : [])));
  return names.size === 1 ? [...names][0]! : null;
}
