/** Words that go into data: names of projects and scenarios, in the page's language at that moment. */
import { translator, type Translate } from '../../i18n/index.ts';
import { useLanguage } from '../language.ts';
import { useSession } from '../session.ts';
import { projectName } from './projectName.ts';

export const wordsNow = (): Translate => translator(useLanguage.getState().language);

export const projectNameNow = (): string => projectName(wordsNow(), useSession.getState());

/** The scenario that stands ready where there is none. */
export const firstScenarioNow = (): string => wordsNow()('scenario.first');
