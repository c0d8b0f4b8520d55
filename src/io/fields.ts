/** The fields of a community, by the names that files may give them (cli contract). Filled in by fields' guess. */
export const COMMUNITY_FIELDS = [
  'code', 'name', 'subdistrict', 'district', 'districtKind', 'kind', 'zone', 'entrusted', 'state',
  'households', 'householdsRegistered', 'householdsExpected', 'dwellings', 'dwellingsOccupied', 'people', 'peopleRegistered',
  'floorAreaSquareMetres', 'elderlyAreaSquareMetres', 'activityAreaSquareMetres', 'plazaSquareMetres', 'tenure',
  'partyBody', 'partyMembers', 'committeeMembers', 'bothRoles', 'workers', 'fullTime', 'newBuild', 'completed', 'established', 'approvalDocument',
  'toddlerPlaces', 'socialOrganisations', 'volunteers', 'certified', 'fourLimits',
] as const;
export type CommunityField = (typeof COMMUNITY_FIELDS)[number];

/** Which column holds which field. A field without a column is absent. */
export type FieldMap = Partial<Record<CommunityField, string>>;
