/** The example talks through the whole program: what was put into them on purpose is found, and nothing else. */
import { execFile } from 'node:child_process';
import { readFile, symlink } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Report, TimeRange } from '../../src/report/index.ts';
import {
  isPresent,
  report as reportSchema,
  reportJsonSchema,
  transcriptDocument,
} from '../../src/report/index.ts';
import type { CliResult } from '../cli/support/run-cli.ts';
import { EXAMPLE_TALKS } from '../support/audio.ts';
import { exampleTalk } from '../support/truth-talk.ts';
import { ffmpeg } from '../media/support/workbench.ts';
import { readEvents, stepsOf } from './support/events.ts';
import type { InstalledWorld } from './support/installed-world.ts';
import { createInstalledWorld } from './support/installed-world.ts';

const FORMATS = ['text', 'json', 'md', 'srt', 'vtt', 'txt'];
const MIN_PAUSE_SEC = 0.25;
/** How far the border of a pause may be off; how near they are on the whole is tested beside the voice detector. */
const BORDER_SEC = 0.2;

let world: InstalledWorld;
let analysis: CliResult;
let transcription: CliResult;
let report: Report;

beforeAll(async () => {
  world = await createInstalledWorld();
  await symlink(EXAMPLE_TALKS.en, world.path('talk.mp4'));
  const formats = FORMATS.flatMap((format) => ['--format', format]);
  // Two programs at once on the same data folder.
  [analysis, transcription] = await Promise.all([
    world.run(['analyze', 'talk.mp4', '--json', '--threads', '1', '--out', 'reports', ...formats]),
    world.run(['transcribe', 'talk.mp4', '--threads', '1', '--out', 'transcripts', ...formats]),
  ]);
  report = reportSchema.parse(JSON.parse(analysis.stdout));
});

afterAll(async () => {
  await world.close();
});

function written(path: string): Promise<string> {
  return readFile(world.path(path), 'utf8');
}

/** The words of the talk as the transcript shows them. */
function shownWords(): readonly string[] {
  return isPresent(report.transcript) ? report.transcript.words.map(({ text }) => text) : [];
}

describe('the report of the English example talk', () => {
  it('has every pause of the truth file and no other', () => {
    const wanted = exampleTalk().pauses.filter(
      ({ role, startSec, endSec }) =>
        role !== 'start' && role !== 'end' && endSec - startSec >= MIN_PAUSE_SEC,
    );
    const found = isPresent(report.pauses) ? report.pauses : [];
    expect(found).toHaveLength(wanted.length);
    for (const [index, pause] of wanted.entries()) {
      expect(bordersApartSec(pause, found[index])).toBeLessThan(BORDER_SEC);
    }
  });

  it('has every filler word of the truth file where it is said, and no other', () => {
    const { fillers } = exampleTalk();
    const found = isPresent(report.fillers) ? report.fillers.filter(({ counted }) => counted) : [];
    expect(found.map(({ text }) => text.toLowerCase())).toEqual(
      fillers.map(({ text }) => text.toLowerCase()),
    );
    for (const [index, filler] of fillers.entries()) {
      expect(overlapSec(filler, found[index])).toBeGreaterThan(0);
    }
  });

  it('is a document of its own schema, and of the JSON Schema that is published', () => {
    const document: unknown = JSON.parse(analysis.stdout);
    expect(document).toEqual(report);
    expect(z.fromJSONSchema(reportJsonSchema()).parse(document)).toEqual(report);
  });

  it('is printed and written alike', async () => {
    const json = await written('reports/talk.report.json');
    expect(JSON.parse(json)).toEqual(report);
    expect(await written('reports/talk.report.md')).toContain('# talk.mp4');
    expect(await written('reports/talk.report.text')).toContain('Filler words');
  });
});

describe('the progress of the analysis', () => {
  it('goes forward through all stages to the whole', () => {
    const steps = stepsOf(readEvents(analysis.stderr), 'talk.mp4');
    const fractions = steps.map(({ fraction }) => fraction);
    expect([...new Set(steps.map(({ stage }) => stage))]).toEqual([
      'identify',
      'probe',
      'transcribe',
      'analyze',
    ]);
    expect(fractions.filter((fraction) => fraction === null)).toEqual([]);
    expect(fractions).toEqual(fractions.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
    expect(fractions.at(-1)).toBe(1);
    expect(new Set(fractions).size).toBeGreaterThan(5);
  });

  it('names what was written at its end', () => {
    const last = readEvents(analysis.stderr).at(-1);
    expect(last).toMatchObject({
      event: 'finished',
      file: 'talk.mp4',
      written: FORMATS.map((format) => world.path(`reports/talk.report.${format}`)),
    });
  });
});

describe('the transcript of a second program at the same time', () => {
  it('is that of the report', async () => {
    expect(transcription).toEqual({
      exitCode: 0,
      stdout: FORMATS.map((format) => `${world.path(`transcripts/talk.${format}`)}\n`).join(''),
      stderr: '',
    });
    const { schemaVersion, recording, notices, transcript } = report;
    const document = transcriptDocument.parse(JSON.parse(await written('transcripts/talk.json')));
    expect(document).toEqual({ schemaVersion, recording, notices, transcript });
  });

  it.each(['srt', 'vtt'])('is a subtitle file that a player reads: %s', async (format) => {
    const cues = await readCues(world.path(`transcripts/talk.${format}`));
    expect(cues.length).toBeGreaterThan(10);
    let atSec = 0;
    for (const { startSec, endSec } of cues) {
      expect(startSec).toBeGreaterThanOrEqual(atSec);
      expect(endSec).toBeGreaterThan(startSec);
      atSec = endSec;
    }
    expect(atSec).toBeLessThanOrEqual(report.recording.durationSec);
    const said = cueTexts(await written(`transcripts/talk.${format}`));
    expect(said).toEqual(shownWords());
  });

  it.each(['txt', 'text', 'md'])('has every word in order: %s', async (format) => {
    const text = await written(`transcripts/talk.${format}`);
    let at = 0;
    for (const word of shownWords()) {
      const found = text.indexOf(word, at);
      expect({ word, isThere: found >= at }).toEqual({ word, isThere: true });
      at = found + word.length;
    }
  });
});

describe('the Russian example talk', () => {
  it('says what is missing and how to go on, measures the pauses, and counts nothing from words', async () => {
    await ffmpeg(['-t', '20', '-i', EXAMPLE_TALKS.ru, '-c', 'copy', world.path('ru.mp4')]);
    const { exitCode } = await world.run([
      'analyze',
      'ru.mp4',
      '--lang=ru',
      '--out=reports',
      '--format=json',
      '--format=text',
    ]);
    expect(exitCode).toBe(0);
    const { notices, pauses, fillers, transcript, metrics } = reportSchema.parse(
      JSON.parse(await written('reports/ru.report.json')),
    );
    const unknown = { absent: 'language-not-supported' };
    expect(notices).toContainEqual({ code: 'language-not-supported', params: { known: 'en' } });
    expect({ fillers, transcript }).toEqual({ fillers: unknown, transcript: unknown });
    expect(metrics['words-total']).toEqual(unknown);
    expect(isPresent(pauses) ? pauses.length : 0).toBeGreaterThan(3);
    const told = await written('reports/ru.report.text');
    expect(told.replaceAll(/\s+/g, ' ')).toContain(
      'Этого языка установленные модели не знают (знают: английский). По словам ничего не посчитано, паузы ' +
        'измерены. Если язык всё же из известных, укажите его: --language (en).',
    );
  });
});

function bordersApartSec(wanted: TimeRange, found: TimeRange | undefined): number {
  return found === undefined
    ? Infinity
    : Math.max(Math.abs(wanted.startSec - found.startSec), Math.abs(wanted.endSec - found.endSec));
}

function overlapSec(wanted: TimeRange, found: TimeRange | undefined): number {
  return found === undefined
    ? 0
    : Math.min(wanted.endSec, found.endSec) - Math.max(wanted.startSec, found.startSec);
}

const packets = z.object({
  packets: z.array(z.object({ pts_time: z.coerce.number(), duration_time: z.coerce.number() })),
});

/** The cues of a subtitle file, as ffmpeg understands it. */
async function readCues(path: string): Promise<readonly TimeRange[]> {
  const args = ['-v', 'error', '-of', 'json', '-show_entries', 'packet=pts_time,duration_time', path];
  const { stdout } = await promisify(execFile)('ffprobe', args);
  return packets.parse(JSON.parse(stdout)).packets.map(({ pts_time: startSec, duration_time: sec }) => ({
    startSec,
    endSec: Math.round((startSec + sec) * 1000) / 1000,
  }));
}

/** The words of all cues: the lines after each line of times, up to the next empty one. */
function cueTexts(subtitles: string): readonly string[] {
  return [...subtitles.matchAll(/-->.*\n(?<text>[^]*?)(?:\n\n|\n$)/g)].flatMap(({ groups }) =>
    (groups?.['text'] ?? '').split(/\s+/),
  );
}
