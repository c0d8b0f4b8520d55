/** A 12-digit code in its parts: 6 for the district (GB/T 2260), 3 for the subdistrict or town, 3 for the committee. */
import { useTranslate } from '../words/useTranslate.ts';

export function CodeParts({ code }: { code: string }) {
  const t = useTranslate();
  if (!/^\d{12}$/.test(code)) {
    return <p>{code} <span className="alarm">{t('code.notTwelve')}</span></p>;
  }
  const middle = Number(code.slice(6, 9));
  const last = Number(code.slice(9));
  return (
    <div className="code">
      <span><b>{code.slice(0, 6)}</b><small>{t('code.district')}</small></span>
      <span><b>{code.slice(6, 9)}</b><small>{t(middle < 100 ? 'code.subdistrict' : middle < 200 ? 'code.town' : 'code.township')}</small></span>
      <span><b>{code.slice(9)}</b><small>{t(last < 200 ? 'code.residents' : 'code.village')}</small></span>
    </div>
  );
}
