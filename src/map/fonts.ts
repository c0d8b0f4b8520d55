/** With no glyph server, maplibre draws text with the computer's own fonts: a CSS font list; "Bold" in the first name sets the weight. */
const CJK = ['Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'WenQuanYi Micro Hei', 'sans-serif'];

export const REGULAR_FONT = CJK;
export const BOLD_FONT = ['Noto Sans SC Bold', ...CJK];
export const ITALIC_FONT = ['Noto Sans SC Italic', ...CJK];
