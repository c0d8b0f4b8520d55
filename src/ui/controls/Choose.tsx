/** A select box in our own dress. `null` is a choice like any other: nothing. */
import type { ReactNode } from 'react';
import { Select } from 'radix-ui';
import { Icon } from '../symbols/Icon.tsx';

export interface Option<T extends string> {
  value: T;
  label: ReactNode;
  note?: string;
}

interface Props<T extends string> {
  label: string;
  value: T | null;
  options: readonly Option<T>[];
  onChange: (value: T) => void;
  placeholder?: string;
  id?: string;
  disabled?: boolean;
}

export function Choose<T extends string>({ label, value, options, onChange, placeholder, id, disabled }: Props<T>) {
  return (
    <Select.Root value={value ?? ''} onValueChange={(next) => { onChange(next as T); }} disabled={disabled}>
      <Select.Trigger className="select wide-field" aria-label={label} id={id}>
        <Select.Value placeholder={placeholder} />
        <Select.Icon><Icon name="chevronDown" small /></Select.Icon>
      </Select.Trigger>
      <Select.Portal>
        <Select.Content className="menu" position="popper" sideOffset={2} collisionPadding={8}>
          <Select.Viewport>
            {options.map((option) => (
              <Select.Item key={option.value} value={option.value} className="option">
                <Select.ItemText>{option.label}</Select.ItemText>
                {option.note !== undefined && <span className="unit ellipsis">{option.note}</span>}
              </Select.Item>
            ))}
          </Select.Viewport>
        </Select.Content>
      </Select.Portal>
    </Select.Root>
  );
}
