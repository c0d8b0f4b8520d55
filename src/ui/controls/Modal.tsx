/** A dialog: title, body, foot. Esc and the cross close it. */
import type { ReactNode } from 'react';
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
  return (
    <Dialog.Root open onOpenChange={(open) => { if (!open) onClose(); }}>
      <Dialog.Portal>
        <Dialog.Overlay className="veil" />
        <Dialog.Content className={`dialog ${className}`} {...(description === undefined ? { 'aria-describedby': undefined } : {})}>
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
