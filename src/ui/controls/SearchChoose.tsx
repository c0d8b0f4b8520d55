/** A select box for lists too long to scroll through: typing narrows it, arrows and Enter choose. What is typed or composed on the closed box begins the search. */
import { useId, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Popover } from 'radix-ui';
import { Icon } from '../symbols/Icon.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { searchOptions, type SearchOption } from './searchOptions.ts';

interface Props {
  label: string;
  value: string | null;
  options: readonly SearchOption[];
  onChange: (value: string) => void;
  placeholder?: string;
  id?: string;
}

export function SearchChoose({ label, value, options, onChange, placeholder, id }: Props) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  /** What an input method has under way on the closed box: it would be lost if the keyboard moved to the search meanwhile. */
  const [composing, setComposing] = useState<string | null>(null);
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const chosen = options.find((option) => option.value === value);
  const show = (next: boolean, text = '') => {
    setTyped(text);
    setOpen(next);
    if (!next) setComposing(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !OPENING.has(event.key)) return;
    event.preventDefault();
    show(true);
  };
  const onComposed = (text: string) => {
    setComposing(null);
    show(true, text);
    search.current?.focus();
  };
  return (
    <Popover.Root open={open} onOpenChange={(next) => { show(next); }} modal>
      <Popover.Anchor asChild>
        <span className="select wide-field search-field">
          <Popover.Trigger asChild>
            <input
              ref={field} type="text" id={id} role="combobox" aria-label={label} aria-haspopup="listbox" aria-expanded={open} aria-controls={open ? list : undefined} autoComplete="off" spellCheck={false}
              value={composing ?? chosen?.label ?? ''} placeholder={placeholder} title={chosen?.label}
              onKeyDown={onKeyDown}
              onFocus={() => { field.current?.select(); }}
              onCompositionStart={(event) => {
                // What is selected gives way by itself: to write into the field now would end the composition.
                setComposing(event.currentTarget.value);
                show(true);
              }}
              onCompositionEnd={(event) => { onComposed(event.data); }}
              onChange={(event) => {
                if ((event.nativeEvent as InputEvent).isComposing) setComposing(event.target.value);
                else if (composing === null) show(true, (event.nativeEvent as InputEvent).data ?? '');
              }}
            />
          </Popover.Trigger>
          <Icon name="chevronDown" small />
        </span>
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          className="menu search-menu" align="start" sideOffset={2} collisionPadding={8} aria-label={label}
          onOpenAutoFocus={(event) => {
            if (composing === null) toSearch(event);
            else event.preventDefault();
          }}
        >
          <Found
            list={list} label={label} options={options} value={value} typed={typed} onType={setTyped} field={search}
            onChoose={(next) => {
              onChange(next);
              show(false);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** On the closed box. */
const OPENING: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'Enter', ' ']);

/** Behind the letter that opened it, so that the next one adds to it. */
function toSearch(event: Event): void {
  const field = event.currentTarget instanceof HTMLElement ? event.currentTarget.querySelector('input') : null;
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

const ROW_PIXELS = 24;
const PAGE_ROWS = 10;
const MOST_ROWS = 10;

interface FoundProps extends Pick<Props, 'label' | 'options' | 'value'> {
  list: string;
  field: RefObject<HTMLInputElement | null>;
  typed: string;
  onType: (typed: string) => void;
  onChoose: (value: string) => void;
}

function Found({ list, field, label, options, value, typed, onType, onChoose }: FoundProps) {
  const t = useTranslate();
  const scroller = useRef<HTMLDivElement>(null);
  const found = useMemo(() => searchOptions(options, typed), [options, typed]);
  const [cursor, setCursor] = useState(() => Math.max(0, options.findIndex((option) => option.value === value)));
  const active = Math.min(cursor, found.length - 1);
  // eslint-disable-next-line react-hooks/incompatible-library -- read while drawing, handed to nobody
  const virtualizer = useVirtualizer({ count: found.length, getScrollElement: () => scroller.current, estimateSize: () => ROW_PIXELS, overscan: PAGE_ROWS, initialOffset: active * ROW_PIXELS });
  const goTo = (index: number) => {
    const next = Math.min(found.length - 1, Math.max(0, index));
    setCursor(next);
    if (next >= 0) virtualizer.scrollToIndex(next, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE_ROWS, PageUp: -PAGE_ROWS }[event.key];
    if (step !== undefined) goTo(active + step);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      const option = found[active];
      if (option) onChoose(option.value);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <span className="search">
        <Icon name="search" />
        <input
          ref={field} type="search" aria-label={t('choose.search', { label })} placeholder={t('choose.typeToFind')} value={typed} autoComplete="off"
          aria-controls={list} aria-activedescendant={active >= 0 ? `${list}-${active}` : undefined}
          onChange={(event) => {
            onType(event.target.value);
            setCursor(0);
            virtualizer.scrollToOffset(0);
          }}
          onKeyDown={onKeyDown}
        />
      </span>
      <div ref={scroller} id={list} className="search-list" role="listbox" aria-label={label} style={{ height: Math.min(MOST_ROWS * ROW_PIXELS, virtualizer.getTotalSize()) }}>
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const option = found[index]!;
            return (
              <div
                key={option.value} id={`${list}-${index}`} role="option" aria-selected={option.value === value} aria-setsize={found.length} aria-posinset={index + 1}
                className="option" style={{ transform: `translateY(${start}px)` }}
                data-highlighted={index === active ? '' : undefined} data-state={option.value === value ? 'checked' : undefined}
                onPointerMove={() => { setCursor(index); }} onClick={() => { onChoose(option.value); }}
              >
                <span className="ellipsis">{option.label}</span>
                {option.note !== undefined && <span className="unit ellipsis">{option.note}</span>}
              </div>
            );
          })}
        </div>
      </div>
      <p className="note" role="status">{found.length === 0 ? t('choose.nothing', { typed }) : t('choose.found', { count: figure(found.length) })}</p>
    </>
  );
}
