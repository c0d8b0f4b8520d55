/** On the start card: the projects that this computer keeps, the last one first. */
import { useEffect, useState } from 'react';
import { autosave } from '../../state/autosave/autosave.ts';
import type { KeptMeta } from '../../state/autosave/kept.ts';
import { openKept } from '../../state/operations/openKept.ts';
import { openProjectDialog, useProjectDialog } from '../../state/project/dialog.ts';
import { Icon } from '../symbols/Icon.tsx';
import { dateTime } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';

/** More are a matter of scrolling. */
const LISTED = 30;

export function KeptProjects() {
  const t = useTranslate();
  const [projects, setProjects] = useState<readonly KeptMeta[]>([]);
  // Asked anew when a dialog closes: one of them forgets projects.
  const dialog = useProjectDialog((state) => state.open);
  useEffect(() => {
    let wanted = true;
    void autosave.listProjects().then((list) => { if (wanted) setProjects(list); });
    return () => { wanted = false; };
  }, [dialog]);
  if (projects.length === 0) return null;
  return (
    <section className="kept-projects" aria-label={t('kept.list')}>
      <h3 className="heading">{t('kept.list')}</h3>
      <ul>
        {projects.slice(0, LISTED).map((meta) => (
          <li key={meta.fingerprint}>
            <button type="button" className="go" onClick={() => { void openKept(meta); }}>
              <span className="ellipsis">{meta.name}{meta.asideOf !== undefined && <span className="tag">{t('kept.aside')}</span>}</span>
              <span className="unit">{t('kept.steps', { steps: meta.steps })} · {dateTime(meta.savedAt)}</span>
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={t('kept.forget', { name: meta.name })}
              title={t('kept.forget', { name: meta.name })}
              onClick={() => { openProjectDialog({ kind: 'forget', fingerprint: meta.fingerprint, name: meta.name, steps: meta.steps }); }}
            >
              <Icon name="close" small />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
