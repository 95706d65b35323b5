/** Recordings that are poor, cut, or hold no speech: each gives a report that says what is the matter with it. */
import { readFile } from 'node:fs/promises';
import { afterAll, assert, beforeAll, describe, expect, it } from 'vitest';
import type { Notice, Report } from '../../src/report/index.ts';
import { isPresent, report as reportSchema } from '../../src/report/index.ts';
import { CUT_SEC, cutTalk, cutVideo, halve, makeSound } from './support/cut-talk.ts';
import type { InstalledWorld } from './support/installed-world.ts';
import { createInstalledWorld } from './support/installed-world.ts';

/** Three notes and a beat, as no voice sounds. */
const MUSIC =
  "aevalsrc='0.2*sin(2*PI*220*t)+0.2*sin(2*PI*277*t)*mod(floor(2*t),2)+0.1*sin(2*PI*440*t)*exp(-3*mod(t,0.5))'";
const FILES = [
  'plain.wav',
  'one-dead.wav',
  'telephone.wav',
  'clipped.wav',
  'cut.mp4',
  'tiny.wav',
  'silence.wav',
  'noise.wav',
  'music.wav',
];

let world: InstalledWorld;
let reports: ReadonlyMap<string, Report>;

beforeAll(async () => {
  world = await createInstalledWorld();
  const { path } = world;
  await Promise.all([
    cutTalk(path('plain.wav')),
    cutTalk(path('one-dead.wav'), ['-af', 'pan=stereo|c0=c0|c1=0*c0']),
    cutTalk(path('telephone.wav'), ['-ar', '8000', '-c:a', 'pcm_mulaw']),
    cutTalk(path('clipped.wav'), ['-af', 'volume=18dB']),
    cutTalk(path('tiny.wav'), ['-ss', '0.5', '-t', '0.3']),
    cutVideo(path('whole.mp4'), 'first'),
    makeSound(path('silence.wav'), 'anullsrc=r=16000:cl=mono', 4),
    makeSound(path('noise.wav'), 'anoisesrc=a=0.1:c=pink:r=16000', 6),
    makeSound(path('music.wav'), MUSIC, 6),
  ]);
  await halve(path('whole.mp4'), path('cut.mp4'));
  const { exitCode, stdout, stderr } = await world.run(['analyze', '--json', '--quiet', ...FILES]);
  assert(exitCode === 0 && stderr === '', stderr);
  const parsed = stdout
    .trimEnd()
    .split('\n')
    .map((line) => reportSchema.parse(JSON.parse(line)));
  reports = new Map(parsed.map((report) => [report.recording.name, report]));
});

afterAll(async () => {
  await world.close();
});

function reportOf(file: string): Report {
  const report = reports.get(file);
  if (report === undefined) {
    throw new Error(`no report of ${file}`);
  }
  return report;
}

/** What a report says about the sound; that nine seconds are short is true of all of them. */
function noticesOf(file: string): readonly Notice[] {
  return reportOf(file).notices.filter(({ code }) => code !== 'very-short');
}

function wordsOf(file: string): string {
  const { transcript } = reportOf(file);
  return isPresent(transcript) ? transcript.words.map(({ text }) => text).join(' ') : '';
}

describe('poor recordings', () => {
  it('are nothing to speak of when the sound is good', () => {
    expect(noticesOf('plain.wav')).toEqual([]);
    expect(wordsOf('plain.wav')).toContain('members of the council');
  });

  it('have the same words when one of two channels is dead', () => {
    expect(noticesOf('one-dead.wav')).toEqual([{ code: 'dead-channel', params: { channel: 2 } }]);
    expect(reportOf('one-dead.wav').transcript).toEqual(reportOf('plain.wav').transcript);
  });

  it('are understood as telephone sound', () => {
    expect(noticesOf('telephone.wav')).toEqual([{ code: 'narrow-band', params: { sampleRateHz: 8000 } }]);
    expect(wordsOf('telephone.wav')).toContain('members of the council');
  });

  it('are called clipped', () => {
    expect(noticesOf('clipped.wav')).toMatchObject([{ code: 'clipped' }]);
    expect(wordsOf('clipped.wav')).not.toBe('');
  });

  it('are analysed up to the cut', () => {
    const { durationSec } = reportOf('cut.mp4').recording;
    expect(durationSec).toBeGreaterThan(CUT_SEC / 3);
    expect(durationSec).toBeLessThan((CUT_SEC * 2) / 3);
    expect(noticesOf('cut.mp4')).toEqual([
      { code: 'recording-cut', params: { expectedSec: CUT_SEC, decodedSec: expect.closeTo(durationSec, 0) } },
    ]);
    expect(wordsOf('plain.wav')).toContain(wordsOf('cut.mp4').slice(0, 30));
  });

  it('say that a third of a second is too little', () => {
    const { recording, notices, metrics } = reportOf('tiny.wav');
    expect(recording.durationSec).toBeCloseTo(0.3, 1);
    expect(notices).toHaveLength(1);
    expect(metrics['speech-rate-words']).toHaveProperty('absent');
  });
});

describe('recordings without speech', () => {
  it.each(['silence.wav', 'noise.wav', 'music.wav'])(
    'say that nobody speaks, and count nothing: %s',
    (file) => {
      const { notices, speech, transcript, pauses, fillers, metrics } = reportOf(file);
      const nothing = { absent: 'no-speech' };
      expect(notices).toEqual([{ code: 'no-speech', params: {} }]);
      expect({ speech, transcript, pauses, fillers }).toEqual({
        speech: [],
        transcript: nothing,
        pauses: nothing,
        fillers: nothing,
      });
      expect(metrics['words-total']).toEqual(nothing);
    },
  );

  it('give subtitles without a cue, and words that say why there are none', async () => {
    const formats = ['srt', 'vtt', 'txt'];
    const { exitCode, stderr } = await world.run([
      'transcribe',
      'silence.wav',
      '--out=out',
      '--quiet',
      ...formats.flatMap((format) => ['--format', format]),
    ]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const [srt, vtt, txt] = await Promise.all(
      formats.map((format) => readFile(world.path(`out/silence.${format}`), 'utf8')),
    );
    expect(srt).toBe('');
    expect(vtt).toMatch(/^WEBVTT\n/);
    expect(vtt).not.toContain('-->');
    expect(txt).toContain('nobody speaks');
  });
});

describe('the report that a person reads', () => {
  it('says at its top that the recording was cut, in their language', async () => {
    const { stdout } = await world.run(['analyze', 'cut.mp4'], { env: { LANG: 'ru_RU.UTF-8' } });
    expect(stdout).toMatch(/^cut\.mp4\n.+\n\n! Запись оборвана: читается 0:0\d из 0:09\./);
  });
});
