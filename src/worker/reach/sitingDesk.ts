/** Answers about siting. It stands on what the reach desk has counted, and keeps the candidates' file. */
import type { Work } from '../../core/progress.ts';
import type { Datum } from '../../core/geo/coordinates.ts';
import type { SnappedPoints } from '../../core/network/snap.ts';
import type { PlaceReading } from '../../io/siting/readPlaces.ts';
import type { SitingApi } from '../sitingProtocol.ts';
import { candidatesView, placeCandidates, readCandidates, snapPlaces, type CandidateFile } from './candidates.ts';
import { gainsOf } from './gains.ts';
import { GainMemory } from './gainMemory.ts';
import type { Reading } from './readings.ts';
import type { SitingGround } from './sitingGround.ts';
import { sitesOf } from './sites.ts';

type Ask<N extends keyof SitingApi> = Parameters<SitingApi[N]>[0];
type Answer<N extends keyof SitingApi> = Work<ReturnType<SitingApi[N]>>;

export class SitingDesk {
  private read: { datum: Datum; reading: PlaceReading } | null = null;
  private readonly snapped = new WeakMap<Reading, { of: PlaceReading; points: SnappedPoints }>();
  private readonly gains = new GainMemory();

  /** `ground` throws where reach is not open, or no streets are loaded. */
  constructor(private readonly ground: () => SitingGround, private file: CandidateFile | null) {}

  *reachSites(question: Ask<'reachSites'>): Answer<'reachSites'> {
    const ground = this.ground();
    if (question.from === 'junctions') return yield* sitesOf(ground, question, null, this.gains);
    if (!this.read) throw new Error('No file of candidates is loaded.');
    const points = yield* this.onStreets(ground.reading, this.read.reading);
    return yield* sitesOf(ground, question, placeCandidates(this.read.reading.places, points, question.leastSquareMetres), this.gains);
  }

  *reachGains({ category }: Ask<'reachGains'>): Answer<'reachGains'> {
    return yield* gainsOf(this.ground(), category, this.gains);
  }

  *reachCandidates({ file, datum }: Ask<'reachCandidates'>): Answer<'reachCandidates'> {
    const asked = file === null ? this.file : { name: file.name, bytes: new Uint8Array(file.bytes) };
    if (asked === null) return null;
    const { reading: streets } = this.ground();
    const isRead = file === null && this.read?.datum === datum;
    const reading = isRead ? this.read!.reading : readCandidates(asked, datum);
    const points = yield* this.onStreets(streets, reading);
    // What can't be used does not take the place of what can.
    if (file === null || reading.places.length > 0) {
      this.file = asked;
      this.read = { datum, reading };
    }
    return candidatesView(asked.name, reading, points);
  }

  private *onStreets(streets: Reading, of: PlaceReading): Work<SnappedPoints> {
    const known = this.snapped.get(streets);
    if (known?.of === of) return known.points;
    const points = yield* snapPlaces(streets.engine, of.places);
    this.snapped.set(streets, { of, points });
    return points;
  }
}
