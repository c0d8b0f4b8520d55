/** What was typed as a number, or null. Full-width digits come from Chinese input methods; commas part thousands. */
export function typedNumber(text: string): number | null {
  const plain = text.trim().replace(/[０-９．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace('。', '.').replace(/(?<=\d)[,，](?=\d{3})/g, '');
  const value = Number(plain);
  return plain === '' || !Number.isFinite(value) ? null : value;
}
