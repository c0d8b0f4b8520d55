/** A button that asks for files and opens them. Not the File System Access API: an intranet page has none. */
import { useRef, type ReactNode } from 'react';
import { openFiles } from '../../state/operations/openFiles.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function OpenFilesButton({ className, children }: { className: string; children: ReactNode }) {
  const t = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className={className} onClick={() => { input.current?.click(); }}>{children}</button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('action.openFiles')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file may be chosen again after it was mended.
          event.target.value = '';
          void openFiles(files);
        }}
      />
    </>
  );
}
