/**
 * Checks a report without ears: each passage that it cites is cut out of the recording, transcribed alone, and drawn.
 *
 *     npm run evidence -- talk.report.json [--recording talk.mp4] [--out evidence]
 *
 * Writes a picture a passage and an index.md; prints the index.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '../src/config/index.ts';
import { createMedia } from '../src/media/index.ts';
import { isPresent, report as reportSchema } from '../src/report/index.ts';
import { SAMPLE_RATE_HZ, createModels, createSpeech } from '../src/speech/index.ts';
import { draw } from './evidence/draw.ts';
import { toIndex } from './evidence/index-page.ts';
import type { Checked } from './evidence/index-page.ts';
import { citedPassages } from './evidence/passages.ts';
import { levelDbfs } from './evidence/level.ts';

/** Heard and drawn around each passage, so that a pause shows what it lies between. */
const MARGIN_SEC = 0.6;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { recording: { type: 'string' }, out: { type: 'string', default: 'evidence' } },
});
const [reportFile] = positionals;
if (reportFile === undefined) {
  console.error('npm run evidence -- REPORT.json [--recording FILE] [--out FOLDER]');
  process.exit(2);
}

const report = reportSchema.parse(JSON.parse(await readFile(reportFile, 'utf8')));
const recording = resolve(values.recording ?? join(dirname(reportFile), report.recording.name));
const { config } = loadConfig({ env: process.env, envFile: '.env' });
const { signal } = new AbortController();
// By the model that heard the recording, in the language that was found.
const asked = isPresent(report.transcript)
  ? { language: report.transcript.language, model: report.transcript.model.name }
  : { language: 'auto' };
const media = createMedia({ ffmpegPath: config.ffmpegPath, ffprobePath: config.ffprobePath });
const modelsFolder = join(config.dataFolder, 'models');
const models = createModels({ folder: modelsFolder, env: process.env });
const speech = createSpeech({ models }, { modelsFolder, slots: 1 });

try {
  const { sha256 } = await media.identify(recording, { signal });
  if (sha256 !== report.recording.sha256) {
    throw new Error(`${recording} is not the recording of this report: its hash differs.`);
  }
  const sound = await decodeWhole();
  const passages = citedPassages(report);
  await mkdir(values.out, { recursive: true });
  const checked: Checked[] = [];
  for (const [index, passage] of passages.entries()) {
    const { startSec, endSec } = passage.range;
    const fromSec = Math.max(0, startSec - MARGIN_SEC);
    const cut = slice(sound, fromSec, endSec + MARGIN_SEC);
    const image = `${String(index + 1).padStart(3, '0')}.png`;
    await draw(cut, { startSec: startSec - fromSec, endSec: endSec - fromSec }, join(values.out, image), {
      ffmpegPath: config.ffmpegPath ?? 'ffmpeg',
    });
    const alone = await speech.transcribe(once(cut), { ...asked, signal });
    checked.push({
      passage,
      image,
      heardAlone: isPresent(alone.transcript)
        ? alone.transcript.words.map(({ text }) => text).join(' ')
        : '—',
      insideDbfs: levelDbfs(slice(sound, startSec, endSec)),
      aroundDbfs: levelDbfs(cut),
    });
  }
  const index = toIndex(report, checked);
  await writeFile(join(values.out, 'index.md'), index);
  console.log(index);
} finally {
  await speech.close();
  await media.close();
}

async function decodeWhole(): Promise<Float32Array> {
  const probe = await media.probe(recording, { signal });
  const blocks: Float32Array[] = [];
  for await (const block of media.decode(recording, probe, { signal }).blocks) {
    blocks.push(block);
  }
  const sound = new Float32Array(blocks.reduce((length, block) => length + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    sound.set(block, at);
    at += block.length;
  }
  return sound;
}

function slice(sound: Float32Array, fromSec: number, toSec: number): Float32Array {
  return sound.slice(Math.round(fromSec * SAMPLE_RATE_HZ), Math.round(toSec * SAMPLE_RATE_HZ));
}

async function* once(block: Float32Array): AsyncGenerator<Float32Array> {
  yield block;
}
