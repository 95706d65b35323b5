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
    noisy: (say) =>
      `There is much noise behind the voice (${say.number('snrDb')} dB under it). Move closer to the microphone next time, and away from fans and windows.`,
    hum: (say) =>
      `Mains hum (${say.number('mainsHz')} Hz) is heard ${say.number('underVoiceDb')} dB under the voice. Keep cables and the microphone away from power supplies next time.`,
    muffled: (say) =>
      `The sound is muffled: little of the voice is left above ${say.kilohertz('bandwidthHz')}. Do not cover the microphone next time, and do not record through a phone or headset connection.`,
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
        `You speak at ${say.pace('syllablesPerSec', 'syllables/s', 'maxSyllablesPerSec')} (${say.pace('wordsPerMinute', 'words/min', 'max')}). Up to ${say.counted('maxSyllablesPerSec', 'syllable')} is comfortable to follow: in words like yours, about ${say.pace('max', 'words/min')}.`,
    },
    'speed-up': {
      title: 'Pick up the pace',
      text: (say) =>
        `You speak at ${say.pace('syllablesPerSec', 'syllables/s', 'minSyllablesPerSec')} (${say.pace('wordsPerMinute', 'words/min', 'min')}). Talks usually run at ${say.counted('minSyllablesPerSec', 'syllable')} or more: in words like yours, about ${say.pace('min', 'words/min')}.`,
    },
    'cut-not-rush': {
      title: 'Cut rather than rush',
      text: (say) =>
        `The last third of your talk is ${say.number('percent')}% faster than the first. If time is short, leave a point out.`,
    },
    'open-slower': {
      title: 'Open more slowly',
      text: (say) =>
        `At the start (${say.duration('openingSec')}) you speak ${say.number('percent')}% faster than is usual for you. Breathe in before your first words, and begin slower than feels natural.`,
    },
    'plan-phrases': {
      title: 'Know how a phrase ends before you start it',
      text: (say) =>
        `You stop inside a phrase ${say.counted('perMinute', 'time')} per minute (${say.number('percent')}% of your pauses${say.isNone('longCount') ? '' : `, ${say.number('longCount')} of them long`}). Pause after the phrase instead.`,
    },
    'over-time': {
      title: 'Keep to your time',
      text: (say) =>
        `The talk lasts ${say.duration('talkSec')}; your plan allows ${say.duration('maxSec')}. Cut ${say.duration('overSec')}: a point or an example.`,
    },
    'under-time': {
      title: 'Use all of your time',
      text: (say) =>
        `The talk lasts ${say.duration('talkSec')}; your plan asks for ${say.duration('minSec')} or more. You have ${say.duration('leftSec')} left for an example, or for longer pauses.`,
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
    'language-not-supported': 'words in this language cannot be counted here',
    'recogniser-unsure': 'the recogniser was less sure of the words than usual',
    'language-doubtful': 'little of the language that was asked for is heard',
    'word-times-estimated': 'word times are estimated, not measured',
    'no-word-times': 'the recogniser gives no word times',
    'no-punctuation': 'the recogniser gives no punctuation',
    'tidy-transcript': 'the recogniser tidies what it hears, so some filler words may be missing',
    'poor-sound': 'the sound is poor',
    'none-found': 'the recording has none',
    'nuclei-disagree': 'the sound has clearly more or fewer syllables than the words that were heard',
    'not-proven': 'no test has shown yet that it can be found reliably',
    'sounds-doubtful': 'most of the sounds found are too doubtful to be counted',
    'no-tracks': 'the sound itself was not measured',
    'by-words-alone': 'key points are known by their words alone',
    'no-plan': 'no plan was given (--plan)',
    'switched-off': 'not asked for',
    'sentences-by-punctuation': 'the recogniser printed the ends of sentences',
    'not-measured-yet': 'this version does not measure it yet',
  },
  units: {
    'words/min': { one: 'word per minute', other: 'words per minute' },
    'syllables/min': { one: 'syllable per minute', other: 'syllables per minute' },
    'syllables/s': { one: 'syllable per second', other: 'syllables per second' },
    words: { one: 'word', other: 'words' },
    syllables: { one: 'syllable', other: 'syllables' },
    'per-min': { other: 'per minute' },
    'per-100-words': { other: 'per 100 words' },
    points: { one: 'point', other: 'points' },
    st: { one: 'semitone', other: 'semitones' },
    dB: { other: 'dB' },
    Hz: { other: 'Hz' },
  },
  shortUnits: { hour: 'h', minute: 'min', second: 's', kilohertz: 'kHz', syllablesPerSec: 'syll/s' },
  nouns: {
    pause: { one: 'pause', other: 'pauses' },
    'long-pause': { one: 'long pause', other: 'long pauses' },
    phrase: { one: 'phrase', other: 'phrases' },
    'long-phrase': { one: 'long phrase', other: 'long phrases' },
    word: { one: 'word', other: 'words' },
    syllable: { one: 'syllable', other: 'syllables' },
    filler: { one: 'filler word', other: 'filler words' },
    time: { one: 'time', other: 'times' },
  },
  scenarios: {
    lecture: 'lecture',
    'conference-talk': 'conference talk',
    pitch: 'pitch',
    defence: 'defence of a thesis or project',
    lesson: 'lesson for children',
    interview: 'interview',
    story: 'story',
    free: 'free speech',
  },
  headings: {
    time: 'Time',
    pace: 'Pace',
    pauses: 'Pauses',
    phrases: 'Phrases',
    fillers: 'Filler words',
    words: 'Wording',
    voice: 'Voice',
    sound: 'Sound of the recording',
    other: 'Other numbers',
    notMeasured: 'Not measured',
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
    place: 'Place',
    run: 'Without a pause',
    context: 'Words',
    filler: 'Filler',
    count: 'Count',
    places: 'Where',
    phrase: 'Phrase',
    stretch: 'Stretch',
    point: 'Point',
    status: 'Reached',
    pace: 'Pace',
    sound: 'Sound',
    sureness: 'Likely',
    before: 'Stands',
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
  ownVerdicts: {
    above: (max) => `over your ${max}`,
    below: (min) => `under your ${min}`,
    aboveUnknown: 'more than you set',
    belowUnknown: 'less than you set',
    inside: (range) => `as you set it (${range})`,
    insideFrom: (min) => `as you set it (${min} or more)`,
    insideUpTo: (max) => `as you set it (up to ${max})`,
    insideUnknown: 'as you set it',
  },
  grades: {
    A: 'from controlled studies',
    B: 'from practice',
    C: 'a first estimate',
    own: 'set by you',
  },
  lessSure: { medium: 'less certain', low: 'uncertain' },
  intervalNote: 'In brackets: the range that holds the true value in four cases of five.',
  pauses: {
    none: (shortest) => `No pause of ${shortest} or longer.`,
    all: (pauses, shortest) => `${pauses} of ${shortest} or longer.`,
    withLong: (pauses, shortest, longCount, long) =>
      `${pauses} of ${shortest} or longer, ${longCount} of them ${long} or longer.`,
    places: (boundary, inside, unknown) =>
      `Where a phrase ends: ${boundary}, inside one: ${inside}${unknown === null ? '' : `, unclear: ${unknown}`}.`,
    longest: 'The longest:',
    inside: 'inside a phrase',
    missing: (words, length) => `A pause would help here, after ${words} words or ${length} without one:`,
  },
  pace: {
    stretches: 'Stretches that stand out:',
    kinds: { fast: 'Fast', slow: 'Slow', rushed: 'Rushed', dense: 'Fast and dense' },
  },
  voice: {
    passages: 'Your voice stands out here:',
    kinds: { monotone: 'Monotone', quiet: 'Quiet', emphatic: 'Emphatic' },
    fading: 'These phrases fade towards their end:',
    mismatches: 'Stress and meaning do not quite fit together here:',
    mismatchKinds: {
      'stressed-function-word': 'Stressed, though it only joins others',
      'unstressed-number': 'A number, passed over',
      'unstressed-name': 'A name, passed over',
      'unstressed-key-word': 'A key word, passed over',
    },
  },
  plan: {
    points: 'Your points, laid over the talk by their times alone:',
    notReached: 'not reached',
    only: (spent) => `only ${spent}`,
  },
  fillers: {
    none: 'No filler words were heard.',
    doubtful: 'These may be filler words too; they are not counted:',
  },
  hesitations: {
    sounds: 'Sounds of hesitation:',
    doubtful: 'These may be such sounds too; they are not counted:',
    lengthenings: 'Word ends that are held:',
    restarts: 'Said again or broken off:',
    clusters: 'Many fillers close together:',
    kinds: { vowel: 'uh', nasal: 'mm', 'vowel-nasal': 'um' },
    triggers: {
      'after-question': 'after a question',
      'new-thought': 'before a new thought',
      number: 'before a number',
      'long-word': 'before a long word',
    },
    restartKinds: { repeat: 'Said again', cut: 'Broken off' },
    times: (times) => `${times} as long as usual`,
  },
  wording: {
    figures: 'Repetition on purpose, a strength:',
    hedges: 'Weak words that stand close together:',
    starters: 'How sentences open most often:',
    repetitions: 'Words that come again beyond the topic:',
    repeatedPhrases: 'Phrases that come again:',
    unexplained: 'Said without an explanation; beside it a plainer word:',
    removable: 'What could go or be shorter:',
    sensitive: 'May hurt part of the audience; beside it another word:',
  },
  morePlaces: (count) => `and ${count} more`,
  moreNumbers: (count) => `Numbers not shown here: ${count} (--format md or json).`,
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
