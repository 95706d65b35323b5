/** The English texts. */
import type { Texts } from './texts.ts';

/** See {@link Texts}. */
export const en: Texts = {
  notices: {
    'recording-cut': (say) =>
      `The recording is cut off: ${say.clock('decodedSec')} of ${say.clock('expectedSec')} can be read. That part was analysed.`,
    'recording-damaged': () => 'The recording has damaged places. They were skipped.',
    'no-speech': () => 'Nobody speaks in this recording.',
    'dead-channel': (say) => `Channel ${say.number('channel')} is silent. The other one was used.`,
    'narrow-band': (say) =>
      `Telephone sound (${say.kilohertz('sampleRateHz')}): nothing above 4 kHz was recorded, so more words may be misheard.`,
    clipped: (say) =>
      `The sound is clipped in ${say.number('percent')}% of the speech. Turn the recording level down next time.`,
    'very-quiet': (say) =>
      `The recording is very quiet: its loudest moment is at ${say.number('levelDbfs')} dBFS. Move closer to the microphone next time.`,
    'language-not-supported': (say) =>
      `The speech is not in a language that an installed model knows (${say.languages('known')}). Nothing was counted from words; pauses were measured. If it is one of these after all, name it: --language (${say.text('known')}). If it is Russian, install a model: speech-coach models pull ru.`,
    'language-not-counted': (say) =>
      `The language of the speech is ${say.languages('language')}. It was transcribed, but words are counted only in Russian and English; pauses were measured.`,
    'language-mixed': (say) =>
      `${say.number('percent')}% of the speech is in another language (${say.languages('other')}). Words were counted by the rules of the main one (${say.languages('language')}).`,
    'language-doubtful': (say) =>
      `Little of the language that was asked for (${say.languages('language')}) is heard. Numbers counted from words may be wrong.`,
    'very-short': (say) => `Only ${say.duration('speechSec')} of speech: too little to judge a pace by.`,
  },
  advice: {
    'slow-down': {
      title: 'Slow down',
      text: (say) =>
        `You speak at ${say.pace('wordsPerMinute', 'max')}; up to ${say.number('max')} is comfortable to follow.`,
    },
    'speed-up': {
      title: 'Pick up the pace',
      text: (say) =>
        `You speak at ${say.pace('wordsPerMinute', 'min')}; talks usually run at ${say.number('min')} or more.`,
    },
    'drop-fillers': {
      title: 'Let filler words go',
      text: (say) =>
        `You use ${say.counted('perMinute', 'filler')} per minute${say.isOne('topCount') ? '' : `, most often “${say.text('top')}” (${say.counted('topCount', 'time')})`}. A short silence does the same work.`,
    },
    'shorten-pauses': {
      title: 'Shorten the long pauses',
      text: (say) =>
        `${say.isOne('count') ? `One pause lasts ${say.duration('longestSec')}` : `${say.counted('count', 'long-pause')}; the longest lasts ${say.duration('longestSec')}`}. Know the first words of your next thought before you finish this one.`,
    },
    'pause-more': {
      title: 'Pause more often',
      text: (say) =>
        `You make ${say.counted('perMinute', 'pause')} per minute. Stop for a breath after each thought: listeners need it to follow.`,
    },
    'split-phrases': {
      title: 'Split the long phrases',
      text: (say) =>
        `${say.isOne('count') ? `One phrase has ${say.counted('words', 'word')}` : `${say.counted('count', 'long-phrase')}; the longest has ${say.counted('words', 'word')}`}. One thought, one phrase, then a pause.`,
    },
  },
  reasons: {
    'no-speech': 'nobody speaks in the recording',
    'too-little-speech': 'there is too little speech',
    'language-not-supported': 'no installed model knows this language',
    'recogniser-unsure': 'the recogniser was less sure of the words than usual',
    'language-doubtful': 'little of the language that was asked for is heard',
    'word-times-estimated': 'word times are estimated, not measured',
    'no-word-times': 'the recogniser gives no word times',
    'no-punctuation': 'the recogniser gives no punctuation',
    'tidy-transcript': 'the recogniser tidies what it hears, so some filler words may be missing',
    'poor-sound': 'the sound is poor',
    'none-found': 'the recording has none',
    'not-measured-yet': 'this version does not measure it yet',
  },
  units: {
    'words/min': { one: 'word per minute', other: 'words per minute' },
    'syllables/min': { one: 'syllable per minute', other: 'syllables per minute' },
    'syllables/s': { one: 'syllable per second', other: 'syllables per second' },
    words: { one: 'word', other: 'words' },
    'per-min': { other: 'per minute' },
    'per-100-words': { other: 'per 100 words' },
  },
  shortUnits: { hour: 'h', minute: 'min', second: 's', kilohertz: 'kHz' },
  nouns: {
    pause: { one: 'pause', other: 'pauses' },
    'long-pause': { one: 'long pause', other: 'long pauses' },
    phrase: { one: 'phrase', other: 'phrases' },
    'long-phrase': { one: 'long phrase', other: 'long phrases' },
    word: { one: 'word', other: 'words' },
    filler: { one: 'filler word', other: 'filler words' },
    time: { one: 'time', other: 'times' },
  },
  headings: {
    numbers: 'Numbers',
    notMeasured: 'Not measured',
    pauses: 'Pauses',
    fillers: 'Filler words',
    phrases: 'Phrases',
    advice: 'What to change',
    transcript: 'Transcript',
    ranges: 'Where the ranges come from',
  },
  columns: {
    measure: 'Measure',
    value: 'Value',
    verdict: 'Against the usual range',
    reason: 'Why',
    at: 'At',
    length: 'Length',
    context: 'Words',
    filler: 'Filler',
    count: 'Count',
    places: 'Where',
    phrase: 'Phrase',
  },
  verdicts: {
    above: (max) => `above ${max}`,
    below: (min) => `below ${min}`,
    aboveUnknown: 'above the usual range',
    belowUnknown: 'below the usual range',
    inside: (range) => `in range (${range})`,
    insideFrom: (min) => `in range (${min} or more)`,
    insideUpTo: (max) => `in range (up to ${max})`,
    insideUnknown: 'in range',
  },
  grades: {
    A: 'from controlled studies',
    B: 'from practice',
    C: 'a first estimate',
  },
  lessSure: { medium: 'less certain', low: 'uncertain' },
  intervalNote: 'In brackets: the range that holds the true value in four cases of five.',
  pauses: {
    none: (shortest) => `No pause of ${shortest} or longer.`,
    all: (pauses, shortest) => `${pauses} of ${shortest} or longer.`,
    withLong: (pauses, shortest, longCount, long) =>
      `${pauses} of ${shortest} or longer, ${longCount} of them ${long} or longer.`,
    longest: 'The longest:',
  },
  fillers: { none: 'No filler words were heard.', more: (count) => `and ${count} more` },
  phrases: {
    none: 'No phrases were found.',
    summary: (phrases, short, balanced, long) =>
      `${phrases}: ${short} short, ${balanced} balanced, ${long} long.`,
    rhythm: {
      even: 'Their lengths are even.',
      varied: 'Their lengths vary.',
      uneven: 'Their lengths are uneven.',
      'too-few': 'They are too few to judge the rhythm.',
    },
    longest: 'Longest',
    fastest: 'Fastest',
  },
  allInside: 'Nothing stands out: every number that has a usual range is within it.',
  listenAt: 'Listen at',
  transcriptAbsent: (reason) => `There is no transcript: ${reason}.`,
};
