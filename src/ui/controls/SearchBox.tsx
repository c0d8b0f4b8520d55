/** A search box; `slash` marks the one that `/` and Ctrl+F go to. */
import { Icon } from '../symbols/Icon.tsx';
import { useTranslate } from '../words/useTranslate.ts';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onEnter?: () => void;
  onDown?: () => void;
  slash?: boolean;
  large?: boolean;
}

export function SearchBox({ label, value, onChange, onEnter, onDown, slash = false, large = false }: Props) {
  const t = useTranslate();
  return (
    <span className={large ? 'search large' : 'search'} role="search">
      <Icon name="search" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        data-search={slash ? 'main' : undefined}
        onChange={(event) => { onChange(event.target.value); }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onEnter?.();
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            onDown?.();
          }
          if (event.key === 'Escape' && value !== '') {
            event.stopPropagation();
            onChange('');
          }
        }}
      />
      {value !== ''
        ? <button type="button" className="icon-button" style={{ width: 16, height: 16 }} aria-label={t('action.clearSearch')} onClick={() => { onChange(''); }}><Icon name="close" small /></button>
        : slash && <kbd aria-hidden="true">/</kbd>}
    </span>
  );
}
