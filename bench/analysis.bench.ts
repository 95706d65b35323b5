/** The analysis alone, of transcripts of 10 to 180 minutes: its time, and that it grows with the length and no faster. */
import type { AnalysisInput } from '../src/analysis/index.ts';
import { analyze } from '../src/analysis/index.ts';
import type { TimeRange, Word } from '../src/report/index.ts';
import { analysisParameters } from '../src/report/index.ts';
import { measureInTurns, timeMs } from './support/measure.ts';
import { printTable } from './support/table.ts';

const RUNS = Number(process.env['BENCH_RUNS'] ?? 9);
const REACH_MS = 200;
const REACH_MINUTES = 60;
/** 3 seconds with their pause: 150 words a minute. */
const PHRASES = [
  'So, we came to the old bridge,',
  'and you know, it was like ninety years old.',
  'Nobody asked the people who walk there at night.',
  'Last year we paid $84,000 for it, I mean, in 1984!',
  'Um, the well-known river is quiet in winter.',
  'Every morning two thousand people cross it.',
].map((phrase) => phrase.split(' '));
const PHRASE_MS = 3000;
const PAUSE_MS = 600;

/** A talk of so many minutes, always the same: words, a pause after each phrase, every tenth one long. */
function makeTalk(minutes: number): AnalysisInput {
  const words: Word[] = [];
  const speech: TimeRange[] = [];
  const endMs = minutes * 60_000;
  for (let startMs = 0, index = 0; startMs < endMs; startMs += PHRASE_MS, index += 1) {
    const phrase = PHRASES[index % PHRASES.length] ?? [];
    const soundMs = index % 10 === 9 ? PHRASE_MS - 2 * PAUSE_MS : PHRASE_MS - PAUSE_MS;
    speech.push({ startSec: startMs / 1000, endSec: (startMs + soundMs) / 1000 });
    for (const [place, text] of phrase.entries()) {
      // A name now and then, so that words do not only repeat.
      const shown = place === 5 ? `${text}${index}` : text;
      words.push({
        text: shown,
        startSec: (startMs + (soundMs * place) / phrase.length) / 1000,
        endSec: (startMs + (soundMs * (place + 1)) / phrase.length) / 1000,
        confidence: 0.9,
      });
    }
  }
  return {
    recording: {
      name: 'talk.wav',
      sha256: '0'.repeat(64),
      bytes: 1,
      durationSec: endMs / 1000,
      container: 'wav',
      codec: 'pcm_s16le',
      sampleRateHz: 16_000,
      channels: 1,
    },
    notices: [],
    speech,
    transcript: {
      language: 'en',
      words,
      model: { name: 'made', version: '1', sha256: '0'.repeat(64) },
      abilities: { languages: ['en'], punctuation: true, style: 'verbatim', wordTimes: 'span' },
    },
    parameters: analysisParameters.parse({}),
    stages: {},
  };
}

const LENGTHS = ['10', '30', '60', '180'] as const;
const talks = new Map(LENGTHS.map((minutes) => [minutes, makeTalk(Number(minutes))]));
const analyzeMs = (minutes: (typeof LENGTHS)[number]): Promise<number> => {
  const talk = talks.get(minutes) ?? makeTalk(Number(minutes));
  return timeMs(() => analyze(talk));
};

const found = await measureInTurns(
  {
    '10': () => analyzeMs('10'),
    '30': () => analyzeMs('30'),
    '60': () => analyzeMs('60'),
    '180': () => analyzeMs('180'),
  },
  RUNS,
);

console.log(`Median of ${RUNS} runs.\n`);
printTable(
  ['minutes', 'words', 'ms', 'ms per minute', 'reach, ms'],
  LENGTHS.map((minutes) => {
    const { transcript } = talks.get(minutes) ?? makeTalk(Number(minutes));
    return [
      minutes,
      'words' in transcript ? String(transcript.words.length) : '',
      found[minutes].toFixed(1),
      (found[minutes] / Number(minutes)).toFixed(2),
      Number(minutes) === REACH_MINUTES ? String(REACH_MS) : '',
    ];
  }),
);
