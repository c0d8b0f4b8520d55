/** Compounds without a gate: what they reach is unknown until one is set. A row goes there with the gate in hand. */
import { useState } from 'react';
import { useReach } from '../../state/reach/reach.ts';
import { flyToPoint } from '../../state/view.ts';
import type { ReachSettings, ReachWallsView } from '../../worker/reachProtocol.ts';
import { Icon } from '../symbols/Icon.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { OwnGates } from './settings/OwnGates.tsx';

const CLOSE = 17;

interface Props {
  walls: ReachWallsView;
  settings: ReachSettings;
}

export function GateList({ settings, walls: { withoutGate, gatesAstray, gatesWithoutStreet, own } }: Props) {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  const go = (at: ReachWallsView['withoutGate'][number]['at']) => {
    useReach.setState({ tool: 'gate' });
    flyToPoint(at, CLOSE);
  };
  return (
    <div className="reach-indent">
      {withoutGate.length === 0 ? <p className="note">{t('reachPage.allGates')}</p> : (
        <button type="button" className="wide-row note" aria-expanded={open} onClick={() => { setOpen(!open); }}>
          <Icon name={open ? 'chevronDown' : 'chevronRight'} small /> <span className="alarm">{t('reachPage.withoutGate', { count: figure(withoutGate.length) })}</span>
        </button>
      )}
      {open && withoutGate.length > 0 && (
        <ul className="register" aria-label={t('reachPage.showWithoutGate')}>
          {withoutGate.map(({ name, at }, index) => <li key={index}><button type="button" className="wide-row ellipsis" onClick={() => { go(at); }}>{name}</button></li>)}
        </ul>
      )}
      {gatesAstray > 0 && <p className="note">{t('reachPage.gatesAstray', { count: figure(gatesAstray) })}</p>}
      {gatesWithoutStreet > 0 && <p className="note">{t('reachPage.gatesWithoutStreet', { count: figure(gatesWithoutStreet) })}</p>}
      <OwnGates states={own ?? []} settings={settings} />
    </div>
  );
}
