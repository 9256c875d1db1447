import { counting } from '../../../src/domain/counting.ts';

const { counted, many, isOne } = counting('en');

export const receptionLedger = {
  ledger: {
    title: 'When texts could arrive',
    help: 'Written down as it happens, over restarts and sleep, with what became of the texts of each gap.',
    range: 'Time shown',
    ranges: { 1: 'Last 24 hours', 30: 'Last 30 days' },
    strip: { 1: 'Reception in the last 24 hours', 30: 'Reception in the last 30 days' },
    states: {
      receiving: 'Receiving',
      'not-reachable': 'Not reachable',
      paused: 'Paused',
      asleep: 'Asleep',
      closed: 'Closed',
      unknown: 'Not known',
    },
    mixed: (state: string) => `${state} now and then`,
    span: (state: string, times: string, duration: string) => `${state}, ${times}, ${duration}`,
    loadFailed: 'The ledger could not be read.',
    gaps: 'Gaps',
    noGaps: 'No gap in this time.',
    lasts: 'until now',
    moreGaps: (count: number) => `Show ${many(count, 'more', 'more')}`,
    causes: {
      'not-reachable': 'nothing came through',
      paused: 'you had paused',
      asleep: 'the computer slept',
      closed: 'Texttray was closed',
    },
    thenCame: ', then ',
    noLines: 'No number of yours was connected yet.',
  },
  account: {
    ranges: { 1: 'in the last 24 hours', 30: 'in the last 30 days' },
    nothingKnown: 'Nothing is known yet: Texttray has just begun to write this down.',
    unbroken: (when: string) => `Nothing was missed ${when}: texts could arrive all the time.`,
    since: (time: string) => `since ${time}, when Texttray began to write this down`,
    covered: (when: string, gaps: number) => `Nothing was missed ${when}: ${many(gaps, 'gap is', 'gaps are')} accounted for.`,
    recovered: (when: string, gaps: number, texts: number) =>
      `Nothing was missed ${when}: ${many(texts, 'text', 'texts')} from ${many(gaps, 'gap', 'gaps')} ${isOne(texts) ? 'was' : 'were'} fetched.`,
    blinks: (gaps: number) =>
      `${gaps === 0 ? 'No gap' : `${many(gaps, 'gap is', 'gaps are')} accounted for`}, but for moments of less than five seconds.`,
    noLines: 'No number of yours is connected yet, so no text could be missed.',
    checking: 'Your providers are being asked for what arrived in the gaps.',
    lasts: 'Texts cannot arrive now. What your providers hold is fetched as soon as they can.',
    open: (gaps: number) => `Texts may be missing from ${many(gaps, 'gap', 'gaps')}: see below.`,
  },
  outcomes: {
    'nothing-lost': (minutes: number) =>
      `Your provider tries again for ${counted.format(minutes)} min, longer than this lasted: nothing is lost.`,
    waiting: 'What the provider holds is fetched when texts can arrive again.',
    checking: 'Checking what the provider holds…',
    checked: (times: string, count: number) =>
      `Checked ${times}: ${count === 0 ? 'nothing was missing' : `${counted.format(count)} recovered`}.`,
    failed: (message: string, time: string) => `${message} Tried at ${time}; it is tried again.`,
    alsoRecovered: (count: number) => `${counted.format(count)} recovered so far.`,
    'cannot-check': 'This provider cannot be asked for missed texts: ask the sender.',
  },
};
