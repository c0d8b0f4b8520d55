/** 代管: compounds in no community that a near one looks after, until when; each is ended by a step. */
import { proposeCommand } from '../../../state/operations/proposeCommand.ts';
import { useAssess } from '../../../state/assess/assess.ts';
import { openPlanDialog } from '../../../state/plan/dialog.ts';
import { flyToPoint } from '../../../state/view.ts';
import type { PlanState } from '../../../worker/planProtocol.ts';
import { attachmentsCsv } from '../../../report/registersCsv.ts';
import { ActionButton } from '../../plan/ActionButton.tsx';
import type { Column } from '../../table/columns.ts';
import { VirtualTable } from '../../table/VirtualTable.tsx';
import { ExportCsv } from '../ExportCsv.tsx';
import { useBlocked } from '../useBlocked.ts';
import { useRowChoice } from '../useRowChoice.ts';
import { useRuleWords } from '../useRuleWords.ts';
import { hasExpired } from './registerLines.ts';
import type { RegisterBar } from './RegisterTable.tsx';

type Attachment = PlanState['attachments'][number];

export function AttachmentTable({ attachments, bar }: { attachments: readonly Attachment[]; bar: RegisterBar }) {
  const { t } = useRuleWords();
  const asOf = useAssess((mirror) => mirror.state?.asOf ?? '');
  const blocked = useBlocked();
  const { selected, choose } = useRowChoice();
  const text = () => attachmentsCsv(attachments.map(({ compound, communityName, until, note }) => ({ compound, community: communityName, until, expired: hasExpired(until, asOf), note })), t);
  const add = <ActionButton reason={blocked} onClick={() => { openPlanDialog({ kind: 'attach', community: null }); }}>{t('views.attachments.add')}</ActionButton>;
  const columns: Column<Attachment>[] = [
    { id: 'compound', head: t('views.attachments.compound'), width: 'minmax(110px, 1.2fr)', cell: ({ compound }) => compound },
    { id: 'keeper', head: t('views.attachments.keeper'), width: 'minmax(100px, 1fr)', cell: ({ communityName }) => communityName },
    { id: 'until', head: t('views.attachments.until'), width: 'minmax(140px, 1.1fr)', cell: ({ until }) => <Until of={until} asOf={asOf} /> },
    { id: 'note', head: t('report.note'), width: 'minmax(80px, 1.4fr)', cell: ({ note }) => (note === '' ? <span className="muted">—</span> : <span title={note}>{note}</span>) },
    {
      id: 'do', head: t('views.attachments.do'), width: '96px',
      cell: ({ id, compound }) => <ActionButton className="cell-button" reason={blocked} label={t('attach.end', { compound })} onClick={() => { void proposeCommand({ type: 'endAttachment', attachment: id }); }}>{t('views.attachments.end')}</ActionButton>,
    },
  ];
  return (
    <>
      {bar(null, <>{add}<ExportCsv what={t('attach.register')} text={text} disabled={attachments.length === 0} /></>)}
      <VirtualTable
        label={t('attach.register')}
        columns={columns}
        rows={attachments}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => { choose(id); }}
        onActivate={({ id, at }) => { choose(id); if (at) flyToPoint(at); }}
        empty={<p>{t('views.attachments.none')}</p>}
      />
    </>
  );
}

function Until({ of, asOf }: { of: string | null; asOf: string }) {
  const { t } = useRuleWords();
  if (of === null) return <span className="muted">{t('views.attachments.noUntil')}</span>;
  const expired = hasExpired(of, asOf);
  return <span className={expired ? 'alarm' : undefined}>{of}{expired && ` · ${t('views.attachments.expired')}`}</span>;
}
