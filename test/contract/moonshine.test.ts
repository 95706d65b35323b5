/** Moonshine against the contract of recognisers, and its model file as it is rewritten. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InferenceSession } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { createMoonshine } from '../../src/speech/engines/moonshine/moonshine.ts';
import { exposeTensors } from '../../src/speech/engines/moonshine/onnx-graph.ts';
import { openModel } from '../../src/speech/models/store.ts';
import { EXAMPLE_TALKS, cutSound, decodeSound } from '../support/audio.ts';
import { modelsFolder } from '../support/models.ts';
import { describeRecognizer } from './recognizer.ts';

const NAME = 'moonshine-tiny-en';

describeRecognizer('Moonshine', {
  open: async () => {
    const { folder, identity } = await openModel(modelsFolder(), NAME);
    return createMoonshine(folder, identity);
  },
  // "Let me start with a story."
  sentence: async () => cutSound(await decodeSound(EXAMPLE_TALKS.en), 16.8, 19.7),
  passage: async () => cutSound(await decodeSound(EXAMPLE_TALKS.en), 41.6, 61.6),
  expected: ['let', 'me', 'start', 'with', 'a', 'story'],
});

describe('the decoder of Moonshine', () => {
  it('gets the outputs that are asked for, keeps all others, and still loads', async () => {
    const { folder } = await openModel(modelsFolder(), NAME);
    const bytes = await readFile(join(folder, 'decoder_model_merged.onnx'));
    const wanted = [3, 5].map((layer) => `/model/decoder/layers.${layer}/encoder_attn/Softmax_output_0`);
    const before = await InferenceSession.create(bytes);
    const after = await InferenceSession.create(exposeTensors(bytes, wanted));
    expect(after.outputNames).toEqual([...before.outputNames, ...wanted]);
    expect(after.inputNames).toEqual(before.inputNames);
    await Promise.all([before.release(), after.release()]);
  });
});
