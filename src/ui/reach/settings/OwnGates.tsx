/** Gates set by hand: at whose wall each stands, where, for whom; each can be shown, changed, taken away, and the last one taken away put back. */
import { useState } from 'react';
import { changeGate, goToGate, putGateBack, removeGate } from '../../../state/operations/setGate.ts';
import { GATE_ACCESSES, type GateAccess, type OwnGate } from '../../../state/reach/settings.ts';
import { useJobs } from '../../../state/jobs.ts';
import type { ReachOwnGate, ReachSettings } from '../../../worker/reachProtocol.ts';
import { Choose } from '../../controls/Choose.tsx';
import { Icon } from '../../symbols/Icon.tsx';
import { figure, sexagesimal } from '../../words/figures.ts';
import { useTranslate } from '../../words/useTranslate.ts';

const LISTED = 100;

/** As they were counted: both are of the same answer. */
export function OwnGates({ states, settings: { gates = [] } }: { states: readonly ReachOwnGate[]; settings: ReachSettings }) {
  const t = useTranslate();
  const counting = useJobs(({ running }) => running.reach !== undefined);
  const [open, setOpen] = useState(true);
  const [removed, setRemoved] = useState<{ index: number; gate: OwnGate } | null>(null);
  const remove = (index: number, gate: OwnGate) => {
    setRemoved({ index, gate });
    void removeGate(index);
  };
  return (
    <>
      {gates.length > 0 && (
        <button type="button" className="wide-row note" aria-expanded={open} onClick={() => { setOpen(!open); }}>
          <Icon name={open ? 'chevronDown' : 'chevronRight'} small /> {t('ownGates.count', { count: figure(gates.length) })}
        </button>
      )}
      {open && gates.length > 0 && (
        <ul className="own-gates" aria-label={t('ownGates.title')}>
          {gates.slice(0, LISTED).map((gate, index) => <Gate key={index} index={index} gate={gate} of={states[index]} counting={counting} onRemove={() => { remove(index, gate); }} />)}
        </ul>
      )}
      {open && gates.length > LISTED && <p className="note">{t('ownGates.more', { count: figure(gates.length - LISTED) })}</p>}
      {removed && (
        <p className="note" role="status">{t('ownGates.removed', { number: removed.index + 1 })}{' '}
          <button type="button" className="link" disabled={counting} onClick={() => { setRemoved(null); void putGateBack(removed.index, removed.gate); }}>{t('ownGates.putBack')}</button>
        </p>
      )}
    </>
  );
}

interface Props {
  index: number;
  gate: OwnGate;
  of: ReachOwnGate | undefined;
  counting: boolean;
  onRemove: () => void;
}

function Gate({ index, gate, of, counting, onRemove }: Props) {
  const t = useTranslate();
  const compound = of?.compound ?? t('ownGates.noCompound');
  const name = t('ownGates.gate', { number: index + 1, compound });
  return (
    <li>
      <button type="button" className="own-gate-go" aria-label={t('ownGates.go', { gate: name })} title={t('action.flyThere')} onClick={() => { goToGate(gate); }}>
        <span className="ellipsis">{compound}</span>
        <span className="unit nowrap">{sexagesimal(gate.at[0], 'E', 'W')} {sexagesimal(gate.at[1], 'N', 'S')}</span>
        {of && of.state !== 'used' && <span className="note alarm">{t(`ownGates.${of.state}`)}</span>}
      </button>
      <span className="own-gate-kind"><Choose<GateAccess> label={t('ownGates.kind', { gate: name })} value={gate.access} disabled={counting} options={GATE_ACCESSES.map((value) => ({ value, label: t(`reachPage.access.${value}`) }))} onChange={(access) => { void changeGate(index, access); }} /></span>
      <button type="button" className="icon-button" aria-label={t('ownGates.remove', { gate: name })} disabled={counting} onClick={onRemove}><Icon name="close" small /></button>
    </li>
  );
}
