/** Pieces of communities, and choosing one of many. */
export const zhPlanParts = {
  'finding.apart': '{names} 不连片：共 {count} 块，主体外 {parts}',
  'finding.piece': '{area}',
  'finding.pieceHouseholds': '{area} {households} 户',
  'finding.pieceEstimated': '{area} 约 {households} 户',
  'finding.morePieces': '{parts} 等',
  'finding.pieceCount': '不连片：共 {count} 块，第 1 块是主体',
  'finding.pieceLine': '第 {number} 块',
  'finding.pieceHelp': '主体是面积最大的一块；户数是把这一块划走后本社区减少的户数，“约”表示其中有按面积估算的。',
  'finding.handOverPiece': '移交…',
  'draft.groundOnly': '各社区的户数、面积不变；地块的归属改变',
  'choose.search': '搜索：{label}',
  'choose.typeToFind': '输入名称、街道或代码',
  'choose.nothing': '没有“{typed}”',
  'choose.found': '共 {count} 个',
} as const;
