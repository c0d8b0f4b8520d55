/** A figure that no file has, or that is doubtful, given by hand: which, how much, of which day, by whom and why. One step of the scenario. */
import { useState } from 'react';
import { GIVABLE } from '../../../core/facts/givable.ts';
import type { Command } from '../../../core/plan/command.ts';
import { readDay } from '../../../core/rules/dates.ts';
import type { Translate } from '../../../i18n/index.ts';
import { useAssess } from '../../../state/assess/assess.ts';
import type { PlanDialog } from '../../../state/plan/dialog.ts';
import type { Sheet } from '../../../worker/assessProtocol.ts';
import { Choose } from '../../controls/Choose.tsx';
import { CommandForm, FormRow, TextField } from '../../plan/dialogs/CommandForm.tsx';
import { REASON_LENGTH } from '../../plan/dialogs/ReasonField.tsx';
import { useNameOf } from '../../plan/useNameOf.ts';
import { useTranslate } from '../../words/useTranslate.ts';
import { factText, factValueText, originText, readTyped } from './givenWords.ts';
import { lastRole, rememberRole } from './lastRole.ts';
import { ValueField } from './ValueField.tsx';

const EARLIEST = '1990-01-01';
const LATEST = '2100-12-31';

export function GiveFigureDialog({ of: { sheet, used, fact: chosen }, onClose }: { of: Extract<PlanDialog, { kind: 'giveFact' }>; onClose: () => void }) {
  const t = useTranslate();
  const nameOf = useNameOf();
  const today = useAssess((mirror) => mirror.state?.asOf ?? '');
  const [fact, setFact] = useState<string | null>(chosen ?? firstOf(sheet, used));
  const [typed, setTyped] = useState('');
  const [day, setDay] = useState(today);
  const [role, setRole] = useState(lastRole());
  const [reason, setReason] = useState('');
  const givable = fact === null ? undefined : GIVABLE.get(fact);
  const reading = givable && readTyped(t, givable, typed);
  const value = reading && 'value' in reading ? reading.value : null;
  const wants = givable === undefined ? t('given.wantsFact') : reading && 'wants' in reading ? reading.wants : formWants(t, { day, role, reason });
  const command: Command | null = wants !== null || fact === null || value === null ? null : { type: 'giveFact', community: sheet.id, fact, value, source: reason.trim(), role: role.trim(), asOf: day };
  return (
    <CommandForm title={t('given.dialogTitle')} note={nameOf(sheet.id)} confirm={t('given.confirm')} command={command} wants={wants} onClose={onClose} onDone={() => { rememberRole(role.trim()); }}>
      <FormRow label={t('given.fact')}>
        <div>
          <Choose label={t('given.fact')} value={fact} placeholder={t('given.choose')} options={optionsOf(t, used)} onChange={(next) => { setFact(next); setTyped(''); }} />
          {fact !== null && <span className="note">{nowText(t, sheet, fact)}</span>}
        </div>
      </FormRow>
      {givable && <FormRow label={t('given.value')} id="given-value"><ValueField id="given-value" givable={givable} typed={typed} wrong={typed.trim() !== '' && value === null} onType={setTyped} /></FormRow>}
      <FormRow label={t('given.asOf')} id="given-day"><span><input id="given-day" className="day" type="date" min={EARLIEST} max={LATEST} value={day} onChange={(event) => { setDay(event.target.value); }} /></span></FormRow>
      <FormRow label={t('given.role')} id="given-role"><TextField id="given-role" value={role} onChange={setRole} placeholder={t('accept.rolePlaceholder')} /></FormRow>
      <FormRow label={t('given.reason')} id="given-reason">
        <textarea id="given-reason" className="text" maxLength={REASON_LENGTH} value={reason} placeholder={t('given.reasonPlaceholder', { count: REASON_LENGTH })} onChange={(event) => { setReason(event.target.value); }} />
      </FormRow>
    </CommandForm>
  );
}

function formWants(t: Translate, { day, role, reason }: { day: string; role: string; reason: string }): string | null {
  if (readDay(day) === null) return t('given.wantsDay');
  if (day < EARLIEST || day > LATEST) return t('given.dayOutside', { min: EARLIEST, max: LATEST });
  if (role.trim() === '') return t('given.wantsRole');
  return reason.trim() === '' ? t('given.wantsReason') : null;
}

/** What is missing before what is there. */
function firstOf({ facts }: Sheet, used: readonly string[]): string | null {
  const known = new Set(facts.map(({ name }) => name));
  return used.find((name) => !known.has(name)) ?? used[0] ?? null;
}

/** Those that the rule stands on lead. */
function optionsOf(t: Translate, used: readonly string[]): { value: string; label: string; note?: string }[] {
  const rest = [...GIVABLE.keys()].filter((fact) => !used.includes(fact));
  return [...used.map((fact) => ({ value: fact, label: factText(t, fact), note: t('given.factUsed') })), ...rest.map((fact) => ({ value: fact, label: factText(t, fact) }))];
}

function nowText(t: Translate, sheet: Sheet, name: string): string {
  const fact = sheet.facts.find((each) => each.name === name)?.fact;
  if (fact?.known !== true) return t('given.now', { value: t('value.none') });
  const origin = originText(t, sheet, name);
  const value = factValueText(t, name, fact.value);
  return origin === null ? t('given.now', { value }) : t('given.nowFrom', { value, source: origin });
}
