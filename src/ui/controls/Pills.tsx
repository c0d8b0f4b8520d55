/** One of several, each with its count. */
import { ToggleGroup } from 'radix-ui';

interface Props<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string; count?: number }[];
  onChange: (value: T) => void;
}

export function Pills<T extends string>({ label, value, options, onChange }: Props<T>) {
  return (
    <ToggleGroup.Root
      type="single"
      value={value}
      aria-label={label}
      style={{ display: 'flex', gap: 4 }}
      onValueChange={(next) => { if (next !== '') onChange(next as T); }}
    >
      {options.map((option) => (
        <ToggleGroup.Item key={option.value} value={option.value} className="pill">
          {option.label}{option.count !== undefined && ` ${option.count}`}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
