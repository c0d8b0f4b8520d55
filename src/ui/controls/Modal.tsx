/** A dialog: title, body, foot. Esc and the cross close it. One with a form begins in its first field, another at the cross. */
import { useState, type ReactNode } from 'react';
import { Dialog } from 'radix-ui';
import { Icon } from '../symbols/Icon.tsx';
import { useTranslate } from '../words/useTranslate.ts';

interface Props {
  className: string;
  title: string;
  description?: string;
  onClose: () => void;
  children: ReactNode;
  foot?: ReactNode;
}

export function Modal({ className, title, description, onClose, children, foot }: Props) {
  const t = useTranslate();
  useState(rememberHome);
  return (
    <Dialog.Root open onOpenChange={(open) => { if (!open) onClose(); }}>
      <Dialog.Portal>
        <Dialog.Overlay className="veil" />
        <Dialog.Content className={`dialog ${className}`} onOpenAutoFocus={toFirstField} onCloseAutoFocus={goHome} {...(description === undefined ? { 'aria-describedby': undefined } : {})}>
          <header>
            <Dialog.Title asChild><h2>{title}</h2></Dialog.Title>
            <Dialog.Close className="icon-button" aria-label={t('action.close')}><Icon name="close" /></Dialog.Close>
          </header>
          {description !== undefined && <Dialog.Description className="hidden-visually">{description}</Dialog.Description>}
          <div className="body">{children}</div>
          {foot !== undefined && <footer>{foot}</footer>}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Where the keyboard was before the dialog, and before another that led to it. */
let home: HTMLElement | null = null;

function rememberHome(): void {
  const active = document.activeElement;
  if (active instanceof HTMLElement && !active.closest('[role="dialog"], [role="menu"]')) home = active;
}

function goHome(event: Event): void {
  event.preventDefault();
  if (document.querySelector('[role="dialog"]')) return;
  // A button that the step took away: the map then.
  (home?.isConnected ? home : document.querySelector<HTMLElement>('.map-canvas canvas'))?.focus();
}

function toFirstField(event: Event): void {
  const field = event.target instanceof HTMLElement ? event.target.querySelector<HTMLElement>(FIELD) : null;
  if (!field) return;
  event.preventDefault();
  field.focus();
  if (field instanceof HTMLInputElement && field.type === 'text') field.select();
}

const FIELD = 'form :is(input:not([type="radio"]), input[type="radio"]:checked, textarea, button.select):not(:disabled)';
