/** Parts taken out of a community, named: what is left keeps code and name. */
import type { PlanDialog } from '../../../state/plan/dialog.ts';
import { usePlan } from '../../../state/plan/plan.ts';
import { useTool } from '../../../state/plan/tool.ts';
import { dropPart, renamePart } from '../../../state/operations/carvePart.ts';
import { setTool } from '../../../state/operations/setTool.ts';
import { Icon } from '../../symbols/Icon.tsx';
import { figure } from '../../words/figures.ts';
import { useTranslate } from '../../words/useTranslate.ts';
import { CommandForm, NAME_LENGTH } from './CommandForm.tsx';

export function CarveDialog({ of: { community }, onClose }: { of: Extract<PlanDialog, { kind: 'carve' }>; onClose: () => void }) {
  const t = useTranslate();
  const parts = useTool((state) => state.parts);
  const name = usePlan((mirror) => mirror.state?.communities.find((row) => row.id === community)?.name ?? community);
  const wants = parts.length === 0 ? t('carve.wantsPart') : parts.some((part) => part.name.trim() === '') ? t('form.wantsName') : null;
  return (
    <CommandForm
      title={t('carve.title', { name })}
      note={t('carve.note', { name })}
      confirm={t('carve.confirm', { count: parts.length })}
      command={wants !== null ? null : { type: 'splitByGround', community, parts: parts.map((part) => ({ name: part.name.trim(), ground: part.ground })) }}
      wants={wants}
      onClose={onClose}
      onDone={() => { setTool('select'); }}
      extra={<button type="button" className="button" onClick={onClose}>{t('carve.another')}</button>}
    >
      {parts.map((part, index) => (
        <div key={index} className="form-row part">
          <label htmlFor={`part-${index}`}>{t('carve.part', { number: index + 1 })}</label>
          <span className="field text">
            <input id={`part-${index}`} maxLength={NAME_LENGTH} value={part.name} onChange={(event) => { renamePart(index, event.target.value); }} />
            {part.households !== null && <span className="unit nowrap">{figure(part.households)} {t('unit.households')}</span>}
            <button type="button" className="icon-button" aria-label={t('carve.drop', { number: index + 1 })} onClick={() => { dropPart(index); }}><Icon name="close" small /></button>
          </span>
        </div>
      ))}
    </CommandForm>
  );
}
