/** The whole sample district: every layer, each of them from the same blocks. */
import { DISTRICT_CODE, DISTRICT_NAME, makeNames } from '../names.ts';
import { seededRandom, shuffled, type Random } from '../random.ts';
import { communityProperties, type Facts } from './attributes.ts';
import { buildUp, type BuiltUp, type Compound, type Lot } from './compounds.ts';
import { declaredLayer } from './declared.ts';
import { divide, type Community, type Divisions } from './divisions.ts';
import { facilitiesOf } from './facilities.ts';
import { fourLimits } from './fourLimits.ts';
import { gatesOf } from './gates.ts';
import { greenLayer, railwayLayer, waterLayer } from './nature.ts';
import { profilesOf, type Profile } from './profiles.ts';
import { roomsOfCompounds } from './rooms.ts';
import { coarse, layer, polygon, rectRing, unionOf, uprightRing, type Layer } from './shapes.ts';
import { nameCuts, parkPaths, streetLines, villageStreets } from './streets.ts';
import { zoneLayer, zonesOf, type Zone } from './zones.ts';
import type { Shapes } from '../plant/ground.ts';

export interface District {
  communities: Shapes;
  declared: Shapes;
  /** Every other layer, by the name of its file. */
  layers: Record<string, Layer>;
}

export function generateDistrict(seed: number): District {
  const divisions = divide(seed);
  const { board, map, blocks, subdistricts, communities } = divisions;
  nameCuts(board.cuts, seed);
  const random = seededRandom(seed + 3);
  const profiles = profilesOf(random, communities);
  const built = buildAll(random, divisions, profiles, seed);
  const compounds = communities.flatMap((c) => built.get(c)!.compounds);
  const lots = communities.flatMap((c) => built.get(c)!.lots);
  const zones = zonesOf(map, communities);
  const gates = gatesOf(seededRandom(seed + 5), map, compounds);
  const rooms = roomsOfCompounds(seededRandom(seed + 8), compounds);
  const declared = layer(declaredLayer(map, blocks, communities));
  const facilityRandom = seededRandom(seed + 6);
  return {
    communities: communityLayer(divisions, profiles, built, zones, seed),
    declared,
    layers: {
      district: layer([{ type: 'Feature', properties: { code: DISTRICT_CODE, name: DISTRICT_NAME }, geometry: unionOf(map, blocks) }]),
      subdistricts: layer(subdistricts.map((s) => ({ type: 'Feature', properties: { code: s.code, name: s.name, district: DISTRICT_NAME }, geometry: unionOf(map, s.blocks) }))),
      zones: layer(zoneLayer(map, zones)),
      streets: layer([
        ...streetLines(board, map, blocks), ...villageStreets(map, compounds),
        ...parkPaths(blocks.filter((block) => block.use === 'park')), ...gates.paths,
      ]),
      railway: layer(railwayLayer(board, map)),
      water: layer(waterLayer(blocks.filter((block) => block.use === 'reservoir'))),
      green: layer(greenLayer(lots)),
      buildings: layer(buildingFeatures(compounds, lots)),
      compounds: layer(compounds.map((compound) => compoundFeature(compound, rooms.get(compound)))),
      gates: layer(gates.gates),
      facilities: layer(communities.flatMap((c) => {
        const { compounds: own, lots: others } = built.get(c)!;
        const rects = [...own.map((compound) => compound.rect), ...others.filter((lot) => lot.use === 'shops').map((lot) => lot.rect)];
        return facilitiesOf(facilityRandom, c, rects.length > 0 ? rects : others.map((lot) => lot.rect), others);
      })),
    },
  };
}

function buildAll(random: Random, { map, communities }: Divisions, profiles: Map<Community, Profile>, seed: number): Map<Community, BuiltUp> {
  const names = makeNames(seededRandom(seed + 4), 1200)[Symbol.iterator]();
  return new Map(communities.map((community) => [community, buildUp(random, map, community, profiles.get(community)!, names)]));
}

function communityLayer({ map, communities }: Divisions, profiles: Map<Community, Profile>, built: Map<Community, BuiltUp>, zones: readonly Zone[], seed: number): Shapes {
  const random = seededRandom(seed + 7);
  const rooms = ranks(random, communities);
  const plazas = ranks(random, communities);
  return layer(communities.map((community) => {
    const facts: Facts = {
      community,
      profile: profiles.get(community)!,
      compounds: built.get(community)!.compounds,
      zone: zones.find((zone) => zone.communities.includes(community)),
      fourLimits: fourLimits(map, community),
      roomsRank: rooms.get(community)!,
      plazaRank: plazas.get(community)!,
    };
    return { type: 'Feature', properties: communityProperties(random, facts), geometry: unionOf(map, community.blocks) };
  }));
}

/** Evenly spread ranks within each kind, so that shares come out as they are meant to. */
function ranks(random: Random, communities: readonly Community[]): Map<Community, number> {
  const out = new Map<Community, number>();
  for (const kind of ['urban', 'rural'] as const) {
    const own = shuffled(random, communities.filter((c) => c.kind === kind));
    own.forEach((community, i) => out.set(community, (i + 0.5) / own.length));
  }
  return out;
}

function buildingFeatures(compounds: readonly Compound[], lots: readonly Lot[]): Layer['features'] {
  return [...compounds, ...lots].flatMap(({ buildings }) =>
    buildings.map(({ rect, floors, dwellings }) => coarse(polygon(dwellings > 0 ? { floors, dwellings } : { floors }, dwellings > 0 ? uprightRing(rect) : rectRing(rect, Infinity)))));
}

function compoundFeature(compound: Compound, rooms: number | undefined): Layer['features'][number] {
  const { name, community, type, households, people, dwellings, occupied, completed, planned, partyMembers } = compound;
  return polygon({
    name, community: community.code, type, households, people, dwellings, dwellingsOccupied: occupied,
    ...(completed === null ? {} : { completed }), planned, partyMembersCount: partyMembers,
    ...(rooms === undefined ? {} : { roomsSquareMetres: rooms }),
  }, rectRing(compound.rect, 170));
}
