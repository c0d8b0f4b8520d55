/** Gives one whole piece of a community, an exclave, to another. */
import { useState } from 'react';
import type { LngLat } from '../../../core/geo/coordinates.ts';
import type { PlanDialog } from '../../../state/plan/dialog.ts';
import { usePlan } from '../../../state/plan/plan.ts';
import { Choose } from '../../controls/Choose.tsx';
import { figure } from '../../words/figures.ts';
import { useTranslate } from '../../words/useTranslate.ts';
import { CommandForm, FormRow } from './CommandForm.tsx';

export function HandOverDialog({ of: { community, at }, onClose }: { of: Extract<PlanDialog, { kind: 'handOver' }>; onClose: () => void }) {
  const t = useTranslate();
  const state = usePlan((mirror) => mirror.state);
  const row = state?.communities.find((each) => each.id === community);
  const pieces = state?.findings.flatMap((finding): LngLat[] => (finding.kind === 'pieces' && row && finding.units.includes(row.unit) && finding.at ? [finding.at] : [])) ?? [];
  const [piece, setPiece] = useState<LngLat | null>(at ?? pieces[0] ?? null);
  const [to, setTo] = useState<string | null>(null);
  const wants = piece === null ? t('handOver.wantsPiece') : to === null ? t('handOver.wantsTo') : null;
  return (
    <CommandForm
      title={t('handOver.title', { name: row?.name ?? community })}
      note={t('handOver.note')}
      confirm={t('handOver.confirm')}
      command={wants === null && piece && to !== null ? { type: 'handOver', community, at: piece, to } : null}
      wants={wants}
      onClose={onClose}
    >
      {pieces.length > 1 && (
        <FormRow label={t('handOver.piece')}>
          <Choose label={t('handOver.piece')} value={piece?.join() ?? null} options={pieces.map((each, index) => ({ value: each.join(), label: t('handOver.pieceNumber', { number: index + 1 }), note: `${figure(each[0], 5)} ${figure(each[1], 5)}` }))} onChange={(key) => { setPiece(pieces.find((each) => each.join() === key) ?? null); }} />
        </FormRow>
      )}
      <FormRow label={t('handOver.to')}>
        <Choose label={t('handOver.to')} value={to} placeholder={t('form.chooseCommunity')} options={(state?.communities ?? []).filter((each) => each.id !== community).map((each) => ({ value: each.id, label: each.name, note: each.subdistrict ?? '' }))} onChange={setTo} />
      </FormRow>
    </CommandForm>
  );
}
