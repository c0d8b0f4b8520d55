import type { zhPlanParts } from '../zh/planParts.ts';

export const enPlanParts: Record<keyof typeof zhPlanParts, string> = {
  'finding.apart': '{names}: {count} pieces; apart from the main one: {parts}',
  'finding.piece': '{area}',
  'finding.pieceHouseholds': '{area}, {households} households',
  'finding.pieceEstimated': '{area}, about {households} households',
  'finding.morePieces': '{parts} and more',
  'finding.pieceCount': 'In {count} pieces; piece 1 is the main one',
  'finding.pieceLine': 'Piece {number}',
  'finding.pieceHelp': 'The main piece is the largest. Households are what the community would lose with the piece; “about” says that some are estimated by area.',
  'finding.handOverPiece': 'Hand over…',
  'draft.groundOnly': 'No community’s figures change; the ground itself does',
  'choose.search': 'Search: {label}',
  'choose.typeToFind': 'Name, subdistrict or code',
  'choose.nothing': 'Nothing like “{typed}”',
  'choose.found': '{count} found',
};
