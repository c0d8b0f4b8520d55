/** A hidden field that asks for files; `ref.current?.click()` opens it. Not the File System Access API: an intranet page has none. */
import type { RefObject } from 'react';

interface Props {
  input: RefObject<HTMLInputElement | null>;
  label: string;
  accept?: string;
  multiple?: boolean;
  onPick: (files: File[]) => void;
}

export function FilePicker({ input, label, accept, multiple = false, onPick }: Props) {
  return (
    <input
      ref={input}
      type="file"
      hidden
      accept={accept}
      multiple={multiple}
      aria-label={label}
      onChange={(event) => {
        const files = [...(event.target.files ?? [])];
        // The same file may be chosen again.
        event.target.value = '';
        if (files.length > 0) onPick(files);
      }}
    />
  );
}
