/** Old → new: for every community of the left side, what became of it on the right. */
import type { Comparison } from '../../worker/planProtocol.ts';
import type { Column } from '../table/columns.ts';
import { VirtualTable } from '../table/VirtualTable.tsx';
import { useTranslate } from '../words/useTranslate.ts';

type Identity = Comparison['identities'][number];

export function IdentityTable({ identities, search }: { identities: readonly Identity[]; search: string }) {
  const t = useTranslate();
  const none = <span className="muted">{t('value.none')}</span>;
  const rows = identities.filter(({ oldName, oldCode, into }) => search === '' || [oldName, oldCode, ...into.map((one) => one.name)].some((text) => text?.toLowerCase().includes(search)));
  const columns: Column<Identity>[] = [
    { id: 'oldName', head: t('identity.oldName'), width: 'minmax(96px, 1.2fr)', cell: (row) => row.oldName },
    { id: 'oldCode', head: t('identity.oldCode'), width: 'minmax(104px, 1fr)', cell: (row) => row.oldCode ?? none },
    { id: 'fate', head: t('column.fate'), width: '96px', cell: (row) => <span className={row.fate === 'unchanged' ? 'muted' : undefined}>{t(`fate.${row.fate}`)}</span> },
    { id: 'newName', head: t('identity.newName'), width: 'minmax(140px, 1.8fr)', cell: ({ into }) => (into.length === 0 ? none : into.map((one) => one.name).join(t('report.listSeparator'))) },
    { id: 'newCode', head: t('identity.newCode'), width: 'minmax(120px, 1.4fr)', cell: ({ into }) => (into.length === 0 ? none : into.map((one) => one.code ?? one.id).join(t('report.listSeparator'))) },
  ];
  return <VirtualTable label={t('compare.identities')} columns={columns} rows={rows} keyOf={(row) => row.oldId} selected={null} empty={<p>{t('tree.nothing')}</p>} />;
}
