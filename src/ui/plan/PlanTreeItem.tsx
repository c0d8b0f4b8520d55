/** One line of the plan's tree. */
import { selectCommunity } from '../../state/operations/selectInPlan.ts';
import type { AssessedRow } from '../../worker/assessProtocol.ts';
import type { CommunityRow, PlanFinding } from '../../worker/planProtocol.ts';
import { Icon } from '../symbols/Icon.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { ClassGlyph } from '../rules/VerdictGlyph.tsx';
import { Change } from './FigureText.tsx';
import type { PlanTreeRow } from './planTreeRows.ts';

interface Props {
  id: string;
  row: PlanTreeRow;
  base: ReadonlyMap<number, CommunityRow> | null;
  findings: readonly PlanFinding[];
  assessed: ReadonlyMap<number, AssessedRow>;
  top: number;
  active: boolean;
  selected: readonly number[];
  onToggle: (name: string, open: boolean) => void;
  onGo: () => void;
}

export function PlanTreeItem({ id, row, base, findings, assessed, top, active, selected, onToggle, onGo }: Props) {
  const t = useTranslate();
  const style = { transform: `translateY(${top}px)` };
  const className = active ? 'tree-item active' : 'tree-item';
  if (row.kind === 'subdistrict') {
    const toggle = () => {
      onGo();
      onToggle(row.name, !row.open);
    };
    return (
      <div id={id} role="treeitem" aria-level={1} aria-expanded={row.open} className={`${className} branch`} style={style} onClick={toggle}>
        <Icon name={row.open ? 'chevronDown' : 'chevronRight'} />
        <span className="grow ellipsis">{row.name === '' ? t('tree.noSubdistrict') : row.name} <span className="unit">{row.count}</span></span>
        {(['superLarge', 'micro'] as const).map((each) => row[each] > 0 && <span key={each} className="tree-count"><ClassGlyph of={each} /> {row[each]}</span>)}
        <span>
          {row.unknown > 0 && <span className="unit">{t('tree.unknown', { count: row.unknown })} </span>}
          {row.unknown < row.count ? figure(row.households) : <span className="muted">{t('value.none')}</span>}
        </span>
      </div>
    );
  }
  const { row: community, level } = row;
  return (
    <div
      id={id}
      role="treeitem"
      aria-level={level}
      aria-selected={selected.includes(community.unit)}
      className={className}
      style={{ ...style, paddingLeft: level === 2 ? 34 : 12 }}
      onClick={(event) => {
        onGo();
        const add = event.shiftKey || event.ctrlKey || event.metaKey;
        selectCommunity(community.unit, { add, fly: !add });
      }}
    >
      <span className="grow ellipsis">{community.name}</span>
      <CommunityMarks of={community} findings={findings} />
      <Change of={community.households} before={base?.get(community.unit)?.households} />
      <span>{community.households.known ? figure(community.households.value) : <span className="muted">{t('value.none')}</span>}</span>
      <span className="tree-verdict">{assessed.has(community.unit) && <ClassGlyph of={assessed.get(community.unit)!.class} />}</span>
    </div>
  );
}

/** 拟-1, a lock, a departure (orange while nobody answers for it). */
export function CommunityMarks({ of, findings }: { of: CommunityRow; findings: readonly PlanFinding[] }) {
  const t = useTranslate();
  const own = findings.filter((finding) => finding.units.includes(of.unit));
  const open = own.filter((finding) => finding.declared === null);
  const title = own.map((finding) => t(`exceptionKind.${finding.kind}`)).join(t('report.listSeparator'));
  return (
    <>
      {of.provisional && <span className="tag" title={t('plan.provisionalHelp')}>{of.id}</span>}
      {of.locked && <span title={t('plan.locked')} className="muted"><Icon name="lock" small /><span className="hidden-visually">{t('plan.locked')}</span></span>}
      {own.length > 0 && (
        <span className={open.length > 0 ? 'mark alarm' : 'mark muted'} title={`${title}${open.length > 0 ? '' : ` · ${t('plan.declared')}`}`}>
          {open.length > 0 ? '◆' : '◇'}<span className="hidden-visually">{title}</span>
        </span>
      )}
    </>
  );
}
