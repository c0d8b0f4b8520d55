/** Files may be dropped anywhere in the page. */
import { useEffect, useState } from 'react';
import { openFiles } from '../../state/operations/openFiles.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function DropZone() {
  const t = useTranslate();
  const [over, setOver] = useState(false);
  useEffect(() => {
    // Every element within counts as one more enter and leave.
    let depth = 0;
    const controller = new AbortController();
    const listen = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', handle: (event: DragEvent) => void) => {
      window.addEventListener(type, (event) => {
        if (event.dataTransfer?.types.includes('Files') !== true) return;
        event.preventDefault();
        handle(event);
      }, { signal: controller.signal });
    };
    listen('dragenter', () => { depth++; setOver(true); });
    listen('dragover', (event) => { event.dataTransfer!.dropEffect = 'copy'; });
    listen('dragleave', () => { if (--depth <= 0) { depth = 0; setOver(false); } });
    listen('drop', (event) => {
      depth = 0;
      setOver(false);
      void openFiles([...event.dataTransfer!.files]);
    });
    return () => { controller.abort(); };
  }, []);

  if (!over) return null;
  return (
    <div className="drop-overlay" role="status">
      <strong>{t('drop.title')}</strong>
      <span>{t('drop.note')}</span>
    </div>
  );
}
