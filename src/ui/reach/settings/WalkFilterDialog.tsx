/** Which streets are walked: classes, rules of access. It says throughout whether that is walk-v1; the network is built again when it is used. */
import { useState, type SyntheticEvent } from 'react';
import { changedFromWalkV1, TRUNK_RULES, WALK_V1_CHOICES, type WalkChoice, type WalkChoices } from '../../../core/network/walkChoices.ts';
import { isMessageKey, type Translate } from '../../../i18n/index.ts';
import { changeWalk } from '../../../state/operations/changeCategories.ts';
import type { ReachSettings } from '../../../worker/reachProtocol.ts';
import { Modal } from '../../controls/Modal.tsx';
import { Pills } from '../../controls/Pills.tsx';
import { useTranslate } from '../../words/useTranslate.ts';
import { ValueSetField } from './ValueSetField.tsx';

/** Offered beside what walk-v1 walks. */
const OTHER_CLASSES = ['motorway', 'motorway_link', 'busway', 'construction', 'raceway'];
const FOOT_SHUT = [...WALK_V1_CHOICES.footShut, 'discouraged'];
const ACCESS_SHUT = [...WALK_V1_CHOICES.accessShut, 'customers', 'permit', 'delivery', 'military', 'agricultural', 'forestry'];
const LINK = /_link$/;

export function WalkFilterDialog({ settings, onClose }: { settings: ReachSettings; onClose: () => void }) {
  const t = useTranslate();
  const used = settings.walk ?? WALK_V1_CHOICES;
  const [choices, setChoices] = useState<WalkChoices>(used);
  const changed = changedFromWalkV1(choices);
  const isEmpty = choices.classes.length === 0 && choices.trunk === 'never';
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isEmpty) return;
    onClose();
    if (JSON.stringify(choices) !== JSON.stringify(used)) void changeWalk(choices);
  };
  return (
    <Modal
      className="walk-filter"
      title={t('walkFilter.title')}
      onClose={onClose}
      foot={(
        <>
          <span className={isEmpty ? 'grow note alarm' : 'grow note'} id="walk-filter-state" role="status">{isEmpty ? t('walkFilter.noClass') : changed.length === 0 ? t('walkFilter.same') : t('walkFilter.differs', { changes: changesText(t, changed) })}</span>
          <button type="button" className="button" disabled={changed.length === 0} onClick={() => { setChoices(WALK_V1_CHOICES); }}>{t('walkFilter.restore')}</button>
          <button type="button" className="button" onClick={onClose}>{t('action.cancel')}</button>
          <button type="submit" form="walk-filter" className="button primary" disabled={isEmpty} aria-describedby="walk-filter-state">{t('walkFilter.apply')}</button>
        </>
      )}
    >
      <form id="walk-filter" onSubmit={submit}>
        <p className="note">{t('walkFilter.note')}</p>
        <ValueSetField set="classes" choices={choices} known={[...WALK_V1_CHOICES.classes, ...OTHER_CLASSES]} nameOf={(value) => className(t, value)} onChange={setChoices} />
        <div className="walk-set">
          <h3 className="heading">{t('walkFilter.trunk')}</h3>
          <Pills label={t('walkFilter.trunk')} value={choices.trunk} options={TRUNK_RULES.map((value) => ({ value, label: t(`walkFilter.trunk.${value}`) }))} onChange={(trunk) => { setChoices({ ...choices, trunk }); }} />
        </div>
        {choices.trunk === 'withSidewalk' && <ValueSetField set="sidewalks" choices={choices} known={WALK_V1_CHOICES.sidewalks} nameOf={nothing} onChange={setChoices} />}
        <ValueSetField set="footShut" choices={choices} known={FOOT_SHUT} nameOf={nothing} onChange={setChoices} />
        <ValueSetField set="accessShut" choices={choices} known={ACCESS_SHUT} nameOf={nothing} onChange={setChoices} />
        <ValueSetField set="footAllowed" choices={choices} known={WALK_V1_CHOICES.footAllowed} nameOf={nothing} onChange={setChoices} />
        <label className="reach-check walk-set"><input type="checkbox" className="checkbox" checked={choices.barriers} onChange={(event) => { setChoices({ ...choices, barriers: event.target.checked }); }} />{t('walkFilter.barriers')}</label>
      </form>
    </Modal>
  );
}

/** What differs from walk-v1, in words. */
export function changesText(t: Translate, changed: readonly WalkChoice[]): string {
  return changed.map((each) => t(`walkFilter.change.${each}`)).join(t('report.listSeparator'));
}

function className(t: Translate, value: string): string | null {
  const key = `walkFilter.class.${value.replace(LINK, '')}`;
  if (!isMessageKey(key)) return null;
  return LINK.test(value) ? t('walkFilter.link', { class: t(key) }) : t(key);
}

function nothing(): null {
  return null;
}
