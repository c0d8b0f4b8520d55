/** What is wrong with a profile, in words. Ids, signs and numbers stand as they are. */
import type { MessageKey, Translate } from '../../../i18n/index.ts';
import type { ProfileProblem } from '../../../core/rules/readProfile.ts';

/** Phrases of the readers, which are the same in every language. */
const PHRASES: ReadonlyMap<string, MessageKey> = new Map<string, MessageKey>([
  ['object', 'ruleExpected.object'], ['array', 'ruleExpected.array'], ['text', 'ruleExpected.text'], ['string', 'ruleExpected.text'], ['number', 'ruleExpected.number'], ['integer', 'ruleExpected.integer'],
  ['true false', 'ruleExpected.truth'], ['boolean', 'ruleExpected.truth'], ['truth', 'ruleExpected.truth'], ['word', 'ruleExpected.word'], ['date', 'ruleExpected.date'],
  ['letters, digits, . _ -', 'ruleExpected.id'], ['metric and one of is atLeast atMost above onOrAfter', 'ruleExpected.condition'],
  ['an id that is not used yet', 'ruleExpected.freshId'], ['the year of the target', 'ruleExpected.targetYear'],
  ['a metric that is a number', 'ruleExpected.numberMetric'], ['a metric that is true or false', 'ruleExpected.truthMetric'], ['a metric that is a word', 'ruleExpected.wordMetric'], ['a metric that is a date', 'ruleExpected.dateMetric'],
  ['min or max', 'ruleExpected.side'], ['no side', 'ruleExpected.noSide'], ['at least one', 'ruleExpected.atLeastOne'], ['another profile', 'ruleExpected.otherProfile'],
  ['a metric: see the list in profile.schema.json', 'ruleExpected.metric'], ['a chain that ends', 'ruleExpected.endingChain'], ['a rule with a range', 'ruleExpected.rangeRule'], ['a rule with a figure', 'ruleExpected.figureRule'],
  ['an id of the profile or of what it extends', 'ruleExpected.knownEntry'], ['ids of their own', 'ruleExpected.ownIds'], ['an entry of the profile', 'ruleExpected.entry'],
  ['undefined', 'ruleFile.nothing'], ['""', 'ruleFile.nothing'],
]);

export interface ProblemWords {
  readonly place: string;
  readonly found: string;
  readonly expected: string;
}

export function problemWords(t: Translate, { member, found, expected }: ProfileProblem): ProblemWords {
  const word = (text: string) => {
    const key = PHRASES.get(text);
    return key === undefined ? text : t(key);
  };
  return { place: member === '' ? t('ruleFile.whole') : member, found: word(found), expected: word(expected) };
}

/** In one line. */
export function problemText(t: Translate, problem: ProfileProblem): string {
  return t('ruleEditor.contradicts', { ...problemWords(t, problem) });
}
