/** Gives one whole piece of a community, an exclave, to another. */
import { useMemo, useState } from 'react';
import type { LngLat } from '../../../core/geo/coordinates.ts';
import type { PlanDialog } from '../../../state/plan/dialog.ts';
import { usePlan } from '../../../state/plan/plan.ts';
import { Choose } from '../../controls/Choose.tsx';
import { SearchChoose } from '../../controls/SearchChoose.tsx';
import { useTranslate } from '../../words/useTranslate.ts';
import { communityOptions } from '../communityOptions.ts';
import { pieceText } from '../planWords.ts';
import { CommandForm, FormRow } from './CommandForm.tsx';

export function HandOverDialog({ of: { community, at }, onClose }: { of: Extract<PlanDialog, { kind: 'handOver' }>; onClose: () => void }) {
  const t = useTranslate();
  const state = usePlan((mirror) => mirror.state);
  const row = state?.communities.find((each) => each.id === community);
  const pieces = state?.findings.find((finding) => finding.kind === 'pieces' && row && finding.units.includes(row.unit))?.apart ?? [];
  const [piece, setPiece] = useState<LngLat | null>(at ?? pieces[0]?.at ?? null);
  const [to, setTo] = useState<string | null>(null);
  const options = useMemo(() => communityOptions((state?.communities ?? []).filter((each) => each.id !== community)), [state?.communities, community]);
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
      {pieces.length > 0 && (
        <FormRow label={t('handOver.piece')}>
          {pieces.length === 1 ? <span>{pieceText(t, pieces[0]!)}</span> : (
            <Choose
              label={t('handOver.piece')} value={piece?.join() ?? null}
              options={pieces.map((each, index) => ({ value: each.at.join(), label: t('handOver.pieceNumber', { number: index + 2 }), note: pieceText(t, each) }))}
              onChange={(key) => { setPiece(pieces.find((each) => each.at.join() === key)?.at ?? null); }}
            />
          )}
        </FormRow>
      )}
      <FormRow label={t('handOver.to')}>
        <SearchChoose label={t('handOver.to')} value={to} placeholder={t('form.chooseCommunity')} options={options} onChange={setTo} />
      </FormRow>
    </CommandForm>
  );
}
