/**
 * Models of which something is wrong, opened in a child as the product does: the error names the file, and the child
 * lives, where the native code alone would end it.
 */
import { copyFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProcessPool } from '../../src/compute/index.ts';
import { createProcessPool } from '../../src/compute/index.ts';
import type { SherpaRecipe } from '../../src/speech/engines/sherpa/recipe.ts';
import { FAKE_CTC_RECIPE, writeFakeCtc } from '../support/fake-ctc.ts';
import { FAKE_ICEFALL_RECIPE, writeFakeIcefall } from '../support/fake-icefall.ts';
import { FAKE_OMNILINGUAL_RECIPE, writeFakeOmnilingual } from '../support/fake-omnilingual.ts';
import { FAKE_RNNT_RECIPE, FAKE_TDT_RECIPE, writeFakeTransducer } from '../support/fake-transducer.ts';
import { FAKE_WHISPER_RECIPE, writeFakeWhisperExport } from '../support/fake-whisper-export.ts';
import { TONE_VOCABULARY, sayTones } from '../support/tones.ts';
import type { OpenAnswer, OpenTask } from './open-sherpa.child.ts';

const SOUND = sayTones(['▁раз', '▁два'], { startSec: 0.5, eachSec: 0.4, durationSec: 2 });

let root: string;
let pool: ProcessPool<OpenTask, OpenAnswer>;
let childPid: number;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'bad-sherpa-'));
  pool = createProcessPool({
    entry: new URL('open-sherpa.child.ts', import.meta.url),
    setup: {},
    slots: 1,
    maxRssBytes: 2 ** 31,
    taskTimeoutMs: 30_000,
  });
  await writeFakeCtc(join(root, 'good'));
  childPid = (await open(join(root, 'good'), FAKE_CTC_RECIPE)).pid;
});

afterAll(async () => {
  await pool.close();
  await rm(root, { recursive: true, force: true });
});

function open(folder: string, recipe: SherpaRecipe): Promise<OpenAnswer> {
  return pool.run({ folder, recipe, samples: SOUND }, { signal: AbortSignal.timeout(30_000) });
}

/** A model of which one thing is wrong. */
interface BadModel {
  readonly name: string;
  readonly recipe?: SherpaRecipe;
  /** Writes the model. */
  readonly make: (folder: string) => Promise<void>;
  readonly code: 'model-missing' | 'model-damaged' | 'model-unfit';
  /** The file that the error names. */
  readonly file: string;
}

/** The CTC model with its graph changed. */
function changed(change: (path: string) => Promise<void>): BadModel['make'] {
  return async (folder) => {
    await writeFakeCtc(folder);
    await change(join(folder, 'model.onnx'));
  };
}

/** The RNNT model with one of its graphs in place of another. */
function swapped(graph: string, other: string): BadModel['make'] {
  return async (folder) => {
    await writeFakeTransducer(folder);
    await copyFile(join(folder, other), join(folder, graph));
  };
}

const tokensAre =
  (...tokens: readonly string[]): BadModel['make'] =>
  (folder) =>
    writeFakeCtc(folder, { tokens });

const BAD_MODELS: readonly BadModel[] = [
  {
    name: 'a graph that is not there',
    make: changed((path) => rm(path)),
    code: 'model-missing',
    file: 'model.onnx',
  },
  {
    name: 'a vocabulary that is not there',
    make: async (folder) => {
      await writeFakeCtc(folder);
      await rm(join(folder, 'tokens.txt'));
    },
    code: 'model-missing',
    file: 'tokens.txt',
  },
  {
    name: 'an empty graph',
    make: changed((path) => truncate(path)),
    code: 'model-damaged',
    file: 'model.onnx',
  },
  {
    name: 'a graph that was cut off',
    make: changed((path) => truncate(path, 1_500)),
    code: 'model-damaged',
    file: 'model.onnx',
  },
  {
    name: 'a graph that is a text',
    make: changed((path) => writeFile(path, 'version https://git-lfs.github.com/spec/v1\n')),
    code: 'model-damaged',
    file: 'model.onnx',
  },
  {
    name: 'a graph with a broken operator, which only the runtime sees',
    make: changed(async (path) => {
      const bytes = await readFile(path, 'latin1');
      await writeFile(path, bytes.replace('LogSoftmax', 'LogSoftmix'), 'latin1');
    }),
    code: 'model-damaged',
    file: 'model.onnx',
  },
  {
    name: 'a graph of another kind',
    make: changed(async (path) => {
      await writeFakeOmnilingual(`${path}-other`);
      await copyFile(join(`${path}-other`, 'model.int8.onnx'), path);
    }),
    code: 'model-unfit',
    file: 'model.onnx',
  },
  ...['vocab_size', 'subsampling_factor'].map((key): BadModel => ({
    name: `a CTC graph without its ${key}`,
    make: (folder) => writeFakeCtc(folder, { metadata: { [key]: undefined } }),
    code: 'model-unfit',
    file: 'model.onnx',
  })),
  {
    name: 'a graph for spectra that nobody can make',
    make: (folder) => writeFakeCtc(folder, { metadata: { normalize_type: 'weird' } }),
    code: 'model-unfit',
    file: 'model.onnx',
  },
  {
    name: 'too few tokens',
    make: tokensAre(...TONE_VOCABULARY.slice(0, 4), '<blk>'),
    code: 'model-unfit',
    file: 'tokens.txt',
  },
  {
    name: 'too many tokens',
    make: tokensAre('x', ...TONE_VOCABULARY),
    code: 'model-unfit',
    file: 'tokens.txt',
  },
  {
    name: 'no blank among the tokens',
    make: tokensAre(...TONE_VOCABULARY.slice(0, -1), 'x'),
    code: 'model-unfit',
    file: 'tokens.txt',
  },
  {
    name: 'a vocabulary that is none',
    make: async (folder) => {
      await writeFakeCtc(folder);
      await writeFile(join(folder, 'tokens.txt'), 'hello world\nthis is no vocabulary\n');
    },
    code: 'model-unfit',
    file: 'tokens.txt',
  },
  ...['vocab_size', 'subsampling_factor', 'pred_rnn_layers', 'pred_hidden'].map((key): BadModel => ({
    name: `a transducer without its ${key}`,
    recipe: FAKE_RNNT_RECIPE,
    make: (folder) => writeFakeTransducer(folder, { metadata: { [key]: undefined } }),
    code: 'model-unfit',
    file: 'encoder.onnx',
  })),
  {
    name: 'a decoder with another state than the encoder says',
    recipe: FAKE_RNNT_RECIPE,
    make: (folder) => writeFakeTransducer(folder, { metadata: { pred_hidden: 5 } }),
    code: 'model-unfit',
    file: 'decoder.onnx',
  },
  {
    name: 'a transducer with another vocabulary',
    recipe: FAKE_RNNT_RECIPE,
    make: (folder) => writeFakeTransducer(folder, { metadata: { vocab_size: 20 } }),
    code: 'model-unfit',
    file: 'tokens.txt',
  },
  {
    name: 'a joiner where the decoder should be',
    recipe: FAKE_RNNT_RECIPE,
    make: swapped('decoder.onnx', 'joiner.onnx'),
    code: 'model-unfit',
    file: 'decoder.onnx',
  },
  {
    name: 'a decoder where the joiner should be',
    recipe: FAKE_RNNT_RECIPE,
    make: swapped('joiner.onnx', 'decoder.onnx'),
    code: 'model-unfit',
    file: 'joiner.onnx',
  },
  {
    name: 'a transducer without the durations that it is to have',
    recipe: FAKE_TDT_RECIPE,
    make: (folder) => writeFakeTransducer(folder),
    code: 'model-unfit',
    file: 'joiner.onnx',
  },
  {
    name: 'a transducer of NeMo that is taken for one of icefall',
    recipe: { ...FAKE_RNNT_RECIPE, kind: 'transducer', wordTimes: 'start' },
    make: (folder) => writeFakeTransducer(folder),
    code: 'model-unfit',
    file: 'decoder.onnx',
  },
  {
    name: 'a Whisper that does not know the language',
    recipe: { ...FAKE_WHISPER_RECIPE, languages: ['de'] },
    make: (folder) => writeFakeWhisperExport(folder),
    code: 'model-unfit',
    file: 'fake-encoder.int8.onnx',
  },
  ...['n_mels', 'sot_sequence', 'all_language_tokens'].map((key): BadModel => ({
    name: `a Whisper without its ${key}`,
    recipe: FAKE_WHISPER_RECIPE,
    make: (folder) => writeFakeWhisperExport(folder, { [key]: undefined }),
    code: 'model-unfit',
    file: 'fake-encoder.int8.onnx',
  })),
];

describe('a bad model for sherpa-onnx', () => {
  it.each(BAD_MODELS)('$name: is refused by the name of the file', async (bad) => {
    const folder = await mkdtemp(join(root, 'model-'));
    await bad.make(folder);
    expect(await open(folder, bad.recipe ?? FAKE_CTC_RECIPE)).toMatchObject({
      code: bad.code,
      details: { path: join(folder, bad.file) },
      pid: childPid,
    });
  });
});

describe('a good model for sherpa-onnx', () => {
  it.each([
    ['CTC', FAKE_CTC_RECIPE, (folder: string) => writeFakeCtc(folder), ['раз', 'два']],
    ['RNNT', FAKE_RNNT_RECIPE, (folder: string) => writeFakeTransducer(folder), ['раз', 'два']],
    [
      'TDT',
      FAKE_TDT_RECIPE,
      (folder: string) => writeFakeTransducer(folder, { hasDurations: true }),
      ['раз', 'два'],
    ],
    ['icefall', FAKE_ICEFALL_RECIPE, writeFakeIcefall, ['раз', 'два']],
    [
      'Whisper',
      FAKE_WHISPER_RECIPE,
      (folder: string) => writeFakeWhisperExport(folder),
      ['Раз,', 'два —', 'тринадцать.'],
    ],
    ['Omnilingual', FAKE_OMNILINGUAL_RECIPE, writeFakeOmnilingual, ['дада']],
  ] as const)('of the kind %s is heard with', async (name, recipe, make, words) => {
    const folder = join(root, name);
    await make(folder);
    expect(await open(folder, recipe)).toMatchObject({ words, pid: childPid });
  });
});
