/** The files, one line each: role to choose, what is in it, how many problems. */
import { setRole } from '../../state/operations/changeChoice.ts';
import type { Pending } from '../../state/session.ts';
import type { FilePreview, LayerRole } from '../../worker/protocol.ts';
import { problemCount } from '../data/problemOrder.ts';
import { Choose } from '../controls/Choose.tsx';
import { Icon } from '../symbols/Icon.tsx';
import { bytes, figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { relevantProblems } from './relevantProblems.ts';

const ROLES: readonly LayerRole[] = ['communities', 'parent', 'declared', 'atoms', 'zones', 'context', 'streets', 'facilities', 'gates', 'candidates', 'table', 'ignore'];

interface Props {
  pending: Pending;
  current: number;
  onPick: (fileIndex: number) => void;
}

export function FileList({ pending, current, onPick }: Props) {
  const t = useTranslate();
  return (
    <table className="files">
      <thead>
        <tr>
          <th scope="col">{t('column.file')}</th>
          <th scope="col">{t('preview.role')}</th>
          <th scope="col">{t('preview.encoding')}</th>
          <th scope="col" className="num">{t('preview.features')}</th>
          <th scope="col" className="num">{t('preview.units')}</th>
          <th scope="col" className="num">{t('preview.vertices')}</th>
          <th scope="col" className="num">{t('data.problems')}</th>
        </tr>
      </thead>
      <tbody>
        {pending.previews.map((file) => (
          <FileRow
            key={file.fileIndex}
            file={file}
            role={pending.choices.find((choice) => choice.fileIndex === file.fileIndex)?.role ?? 'ignore'}
            current={file.fileIndex === current}
            onPick={onPick}
          />
        ))}
      </tbody>
    </table>
  );
}

function FileRow({ file, role, current, onPick }: { file: FilePreview; role: LayerRole; current: boolean; onPick: (fileIndex: number) => void }) {
  const t = useTranslate();
  const problems = relevantProblems(file, role);
  const count = problemCount(problems);
  const refused = problems.some((problem) => problem.severity === 'refused') || !file.usable;
  return (
    <tr className={current ? 'on' : undefined} onClick={() => { onPick(file.fileIndex); }}>
      <td>
        <button type="button" className="file-name" aria-pressed={current} title={file.name} onClick={() => { onPick(file.fileIndex); }}>
          <Icon name="document" /><span className="ellipsis">{file.name}</span><span className="unit">{bytes(file.byteLength)}</span>
        </button>
      </td>
      <td onClick={(event) => { event.stopPropagation(); }}>
        {file.usable
          ? <Choose label={`${t('preview.role')} ${file.name}`} value={role} options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))} onChange={(next) => { setRole(file.fileIndex, next); }} />
          : <span className="alarm">{t('preview.unusable')}</span>}
      </td>
      <td>{file.encoding === null ? '—' : file.encoding.toUpperCase()}</td>
      <td className="num">{figure(file.featureCount)}</td>
      <td className="num">{figure(file.unitCount)}</td>
      <td className="num">{figure(file.vertexCount)}</td>
      <td className={refused ? 'num alarm' : 'num'}>{count === 0 ? <span className="muted">0</span> : figure(count)}</td>
    </tr>
  );
}
