/** Reports for the tests of this part, built from lines of speech and valid by the schema. */
import type { Pause, Phrase, Report, Transcript, Word } from '../report/index.ts';
import { SCHEMA_VERSION, analysisParameters, isPresent, report as reportSchema } from '../report/index.ts';

/** A phrase that is said, and the silence after it in seconds. */
export type SpokenLine = readonly [text: string, silenceSec: number];

const SHA256 = 'ab'.repeat(32);

/** The words of the lines, 3 spoken words a second; times are exact to the millisecond. */
function wordsOf(lines: readonly SpokenLine[]): readonly Word[] {
  const words: Word[] = [];
  let nowMs = 500;
  for (const [text, silenceSec] of lines) {
    for (const part of text.split(' ')) {
      words.push({ text: part, startSec: nowMs / 1000, endSec: (nowMs + 300) / 1000, confidence: 0.9 });
      nowMs += 333;
    }
    nowMs += Math.round(silenceSec * 1000);
  }
  return words;
}

/** A report of the lines: transcript, phrases and pauses follow from them, the rest is empty unless changed. */
export function reportOf(lines: readonly SpokenLine[], changes: Partial<Report> = {}): Report {
  const words = wordsOf(lines);
  const phrases: Phrase[] = [];
  const pauses: Pause[] = [];
  let firstWord = 0;
  for (const [text, silenceSec] of lines) {
    const count = text.split(' ').length;
    const lastWord = firstWord + count - 1;
    const startSec = words[firstWord]?.startSec ?? 0;
    const endSec = words[lastWord]?.endSec ?? 0;
    phrases.push({
      firstWord,
      lastWord,
      startSec,
      endSec,
      words: count,
      wordsPerMinute: count < 4 ? null : Math.round((count / (endSec - startSec)) * 60),
      fillers: 0,
      pauses: 0,
      length: count < 5 ? 'short' : count > 25 ? 'long' : 'balanced',
    });
    const next = words[lastWord + 1];
    if (silenceSec >= 0.25) {
      pauses.push({
        startSec: endSec,
        endSec: next?.startSec ?? endSec + silenceSec,
        afterWord: lastWord,
        beforeWord: next === undefined ? null : lastWord + 1,
        place: /[.!?]$/.test(text) ? 'boundary' : 'inside',
        placeConfidence: 'high',
      });
    }
    firstWord = lastWord + 1;
  }
  return reportSchema.parse({
    schemaVersion: SCHEMA_VERSION,
    recording: {
      name: 'talk.mp4',
      sha256: SHA256,
      bytes: 1000,
      durationSec: (words.at(-1)?.endSec ?? 0) + 1,
      container: 'mov,mp4',
      codec: 'aac',
      sampleRateHz: 44_100,
      channels: 2,
    },
    notices: [],
    metrics: {},
    speech: words.map(({ startSec, endSec }) => ({ startSec, endSec })),
    pauses,
    phrases: { items: phrases, rhythm: 'varied' },
    fillers: [],
    advice: [],
    transcript: {
      language: 'en',
      words,
      model: { name: 'moonshine-tiny', version: '1', sha256: SHA256 },
      abilities: { languages: ['en'], punctuation: true, style: 'tidy', wordTimes: 'span' },
    },
    parameters: analysisParameters.parse({}),
    stages: { analysis: 1 },
    ...changes,
  });
}

/** The transcript of a report that has one. */
export function transcriptOf({ transcript }: Report): Transcript {
  if (!isPresent(transcript)) {
    throw new TypeError('This report has no transcript.');
  }
  return transcript;
}

/** An English talk with something to say in every section. */
export function englishTalk(): Report {
  return reportOf(
    [
      ['Good evening, members of the council.', 1.2],
      ['My name is Alice Moreno, and I have lived on Garden Street for nineteen years.', 0.6],
      ['I am here, you know, to talk about', 2.1],
      ['the Northside library.', 3.1],
      ['Let me start with a story.', 0.5],
      ['She asked me what I like.', 2.8],
      ['So, basically, the library is, like, much more than books.', 0.2],
      [
        'Last year we had eighty four thousand visits, six hundred homework sessions, two hundred job workshops, forty one language classes, and a repair cafe every second Saturday.',
        0.9,
      ],
      ['Thank you.', 0],
    ],
    {
      notices: [
        { code: 'recording-cut', params: { expectedSec: 76.4, decodedSec: 38.2 } },
        { code: 'narrow-band', params: { sampleRateHz: 8000 } },
      ],
      metrics: {
        duration: { value: 38.2, unit: 's', confidence: 'high', evidence: [] },
        'plan-time': {
          value: 38.2,
          unit: 's',
          confidence: 'high',
          evidence: [],
          band: { min: 50, max: 64, verdict: 'below', grade: 'own', source: 'The plan of the talk' },
        },
        'speech-rate-syllables': {
          value: 4.64,
          unit: 'syllables/s',
          confidence: 'medium',
          reason: 'recogniser-unsure',
          interval80: [4.41, 4.83],
          evidence: [],
          band: {
            min: 2.8,
            max: 4.1,
            verdict: 'above',
            grade: 'B',
            source: 'practice of *several* products',
          },
        },
        'speech-rate-words': { value: 182.4, unit: 'words/min', confidence: 'high', evidence: [] },
        'pace-spread': { value: 1.21, unit: 'syllables/s', confidence: 'high', evidence: [] },
        'start-rush': {
          value: 1.31,
          unit: 'ratio',
          confidence: 'high',
          evidence: [],
          band: { max: 1.15, verdict: 'above', grade: 'C', source: 'a first estimate' },
        },
        'pace-drift': { absent: 'too-little-speech' },
        'articulation-rate': {
          value: 4.04,
          unit: 'syllables/s',
          confidence: 'low',
          reason: 'word-times-estimated',
          evidence: [],
          band: { min: 3.3, max: 5.9, verdict: 'inside', grade: 'A', source: 'Quené 2008' },
        },
        'metric-of-a-later-version': { value: 0.231, unit: 'ratio', confidence: 'high', evidence: [] },
        'filled-pauses': { absent: 'not-measured-yet' },
      },
      fillers: [
        { text: 'you know', firstWord: 24, lastWord: 25, startSec: 10.2, endSec: 10.8, counted: true },
        { text: 'like', firstWord: 50, lastWord: 50, startSec: 21.4, endSec: 21.7, counted: true },
        { text: 'like', firstWord: 52, lastWord: 52, startSec: 26.9, endSec: 27.1, counted: true },
      ],
      advice: [
        {
          code: 'slow-down',
          params: { syllablesPerSec: 4.64, maxSyllablesPerSec: 4.1, wordsPerMinute: 182.4, max: 161 },
          metric: 'speech-rate-syllables',
          evidence: [
            { startSec: 3, endSec: 8 },
            { startSec: 31, endSec: 39 },
          ],
        },
        { code: 'split-phrases', params: { count: 1, words: 27 }, metric: 'phrase-length-p90', evidence: [] },
      ],
      missingPauses: [
        { firstWord: 54, lastWord: 80, startSec: 28.9, endSec: 37.9, words: 27, pauseAfter: [65, 73] },
      ],
      paceStretches: [
        { startSec: 23.4, endSec: 35.9, kind: 'fast', syllablesPerSec: 5.21 },
        { startSec: 26.9, endSec: 34.2, kind: 'dense', syllablesPerSec: 5.94 },
      ],
      plan: {
        window: { minSec: 50, maxSec: 64 },
        points: [
          {
            title: 'Who | I am',
            window: { minSec: 15, maxSec: 25 },
            startSec: 0.5,
            endSec: 20.5,
            spentSec: 20,
            syllablesPerSec: 3.9,
          },
          {
            title: 'What the library is',
            window: { maxSec: 30 },
            startSec: 20.5,
            endSec: 50.5,
            spentSec: 16.7,
            syllablesPerSec: 5.1,
          },
          {
            title: 'What I ask',
            window: { maxSec: 10 },
            startSec: 50.5,
            endSec: 60.5,
            spentSec: 0,
            syllablesPerSec: null,
          },
        ],
        overSec: 0,
      },
    },
  );
}

/** A Russian talk, short of everything that its recogniser cannot give. */
export function russianTalk(): Report {
  const report = reportOf(
    [
      ['Добрый день, уважаемая комиссия.', 1.2],
      ['Меня зовут Павел Поляков, и сегодня я защищаю проект «Тихий двор».', 0.6],
      ['Ну, в общем, как бы, мы начали случайно.', 3.1],
      ['Посмотрите на план.', 0],
    ],
    {
      metrics: {
        duration: { value: 15.7, unit: 's', confidence: 'high', evidence: [] },
        'speech-rate-syllables': {
          value: 3.94,
          unit: 'syllables/s',
          confidence: 'high',
          evidence: [],
          band: { min: 3.7, max: 4.9, verdict: 'inside', grade: 'C', source: 'первая оценка' },
        },
        'speech-rate-words': { value: 122.4, unit: 'words/min', confidence: 'high', evidence: [] },
        'filler-words-per-minute': {
          value: 7.14,
          unit: 'per-min',
          confidence: 'medium',
          reason: 'tidy-transcript',
          evidence: [],
          band: { max: 4, verdict: 'above', grade: 'C', source: 'первая оценка' },
        },
        'filled-pauses': { absent: 'not-measured-yet' },
      },
      fillers: [
        { text: 'как бы', firstWord: 18, lastWord: 19, startSec: 8.2, endSec: 8.8, counted: true },
        { text: 'ну', firstWord: 15, lastWord: 15, startSec: 7.4, endSec: 7.7, counted: true },
      ],
      advice: [
        {
          code: 'drop-fillers',
          params: { perMinute: 7.14, per100Words: 5.8, top: 'как бы', topCount: 1 },
          metric: 'filler-words-per-minute',
          evidence: [{ startSec: 7.4, endSec: 8.8 }],
        },
      ],
    },
  );
  return { ...report, transcript: { ...transcriptOf(report), language: 'ru' } };
}

/** A recording in which nobody speaks: everything but its length is absent. */
export function silentRecording(): Report {
  const absent = { absent: 'no-speech' } as const;
  return reportOf([['word', 0]], {
    notices: [{ code: 'no-speech', params: {} }],
    metrics: {
      duration: { value: 12, unit: 's', confidence: 'high', evidence: [] },
      'speech-rate-words': absent,
      'filler-words-total': absent,
      'filled-pauses': { absent: 'not-measured-yet' },
    },
    speech: [],
    pauses: absent,
    phrases: absent,
    fillers: absent,
    transcript: absent,
  });
}
