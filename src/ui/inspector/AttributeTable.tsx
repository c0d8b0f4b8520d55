/** Attributes as they stood in the file, known columns and unknown ones alike. */
import { useTranslate } from '../words/useTranslate.ts';

export function AttributeTable({ properties }: { properties: Readonly<Record<string, unknown>> }) {
  const t = useTranslate();
  const entries = Object.entries(properties);
  if (entries.length === 0) return <p className="muted">{t('inspector.noAttributes')}</p>;
  return (
    <table className="attributes">
      <tbody>
        {entries.map(([name, value]) => <tr key={name}><th scope="row">{name}</th><td>{text(value, t('value.empty'))}</td></tr>)}
      </tbody>
    </table>
  );
}

function text(value: unknown, empty: string) {
  if (value === null || value === undefined || value === '') return <span className="muted">{empty}</span>;
  if (typeof value === 'string') return value;
  return JSON.stringify(value);
}
