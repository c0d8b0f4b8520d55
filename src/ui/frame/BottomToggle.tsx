/** Opens and closes the table; F6 does the same. */
import { useView } from '../../state/view.ts';
import { Icon } from '../symbols/Icon.tsx';
import { Tip } from '../controls/Tip.tsx';
import { useTranslate } from '../words/useTranslate.ts';

export function BottomToggle() {
  const t = useTranslate();
  const open = useView((state) => state.bottomOpen);
  const label = t(open ? 'table.close' : 'table.open');
  return (
    <Tip text={`${label} F6`}>
      <button type="button" className="icon-button" aria-label={label} aria-expanded={open} onClick={() => { useView.setState({ bottomOpen: !open }); }}>
        <Icon name={open ? 'chevronDown' : 'chevronUp'} />
      </button>
    </Tip>
  );
}
