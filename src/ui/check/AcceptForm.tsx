/** Lets a defect stand: as an exception with a reason, or as ground of no community with its kind. */
import { useState } from 'react';
import { canBeDeclared, NOTE_LENGTH, ROLE_LENGTH } from '../../core/coverage/accept.ts';
import type { DefectRow } from '../../state/defectRows.ts';
import { acceptDefect } from '../../state/operations/acceptDefect.ts';
import { Pills } from '../controls/Pills.tsx';
import { Choose } from '../controls/Choose.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { blank, EXCEPTION_REASONS, GROUND_KINDS, missing, rememberRole, type Draft } from './acceptDraft.ts';

export function AcceptForm({ row }: { row: DefectRow }) {
  const t = useTranslate();
  const [draft, setDraft] = useState<Draft>(blank);
  const change = (part: Partial<Draft>) => { setDraft({ ...draft, ...part }); };
  const lacks = missing(draft);
  const declares = draft.decision === 'declared';
  const submit = () => {
    if (lacks !== null) return;
    rememberRole(draft.role.trim());
    acceptDefect({
      defectId: row.defect.id,
      decision: draft.decision,
      reason: declares ? 'groundOfNoCommunity' : draft.reason!,
      ...(declares ? { groundKind: draft.groundKind! } : {}),
      note: draft.note.trim(),
      role: draft.role.trim(),
    });
  };
  return (
    <div className="section last">
      <h3>{t('accept.title')}</h3>
      {canBeDeclared(row.defect) && (
        <Pills
          label={t('accept.title')}
          value={draft.decision}
          onChange={(decision) => { change({ decision }); }}
          options={[{ value: 'accepted', label: t('accept.asException') }, { value: 'declared', label: t('accept.asGround') }]}
        />
      )}
      {declares ? (
        <div className="form-row">
          <span className="label">{t('accept.kind')}</span>
          <Choose label={t('accept.kind')} value={draft.groundKind} placeholder={t('accept.kindPlaceholder')} options={GROUND_KINDS.map((value) => ({ value, label: t(`groundKind.${value}`) }))} onChange={(groundKind) => { change({ groundKind }); }} />
        </div>
      ) : (
        <div className="form-row">
          <span className="label">{t('accept.reason')}</span>
          <Choose label={t('accept.reason')} value={draft.reason} placeholder={t('accept.reasonPlaceholder')} options={EXCEPTION_REASONS.map((value) => ({ value, label: t(`acceptReason.${value}`) }))} onChange={(reason) => { change({ reason }); }} />
        </div>
      )}
      <div className="form-row">
        <label htmlFor="accept-role">{t('accept.role')}</label>
        <span className="field text"><input id="accept-role" maxLength={ROLE_LENGTH} value={draft.role} placeholder={t('accept.rolePlaceholder')} onChange={(event) => { change({ role: event.target.value }); }} /></span>
      </div>
      <div className="form-row">
        <label htmlFor="accept-note">{t('accept.note')}</label>
        <textarea id="accept-note" className="text" maxLength={NOTE_LENGTH} value={draft.note} placeholder={t('accept.notePlaceholder', { count: NOTE_LENGTH })} onChange={(event) => { change({ note: event.target.value }); }} />
      </div>
      <div className="buttons" style={{ marginTop: 8 }}>
        <button type="button" className={lacks === null ? 'button primary' : 'button grow'} disabled={lacks !== null} onClick={submit}>
          {t(declares ? 'accept.declare' : 'accept.accept')}{lacks !== null && t(`accept.needs.${lacks}`)}
        </button>
      </div>
    </div>
  );
}
