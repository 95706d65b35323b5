/** The entry of a speech child: voice activity and recognition, with models that are loaded on first use and kept. */
import { join } from 'node:path';
import { serveChild } from '../compute/index.ts';
import { loadRecognizer } from './engines/load-recognizer.ts';
import { openModel, verifyModel } from './models/store.ts';
import type { Recognizer } from './recognizer.ts';
import type { SpeechAnswer, SpeechSetup, SpeechTask } from './speech-work.ts';
import type { Vad } from './vad/silero.ts';
import { createSileroVad } from './vad/silero.ts';

serveChild(({ modelsFolder, whisperVariant }: SpeechSetup) => {
  const vads = new Map<string, Promise<Vad>>();
  const recognizers = new Map<string, Promise<Recognizer>>();

  return Promise.resolve({
    run: async (task: SpeechTask): Promise<SpeechAnswer> => {
      switch (task.kind) {
        case 'detect': {
          const vad = await once(vads, task.model, () => loadVad(modelsFolder, task.model));
          return { kind: 'detect', detected: await vad.detect(task.samples, task.state) };
        }
        case 'recognize': {
          const { model, samples, language } = task;
          const recognizer = await once(recognizers, model, async () =>
            loadRecognizer(await openModel(modelsFolder, model), { whisperVariant }),
          );
          const options = language === undefined ? {} : { language };
          return { kind: 'recognize', heard: await recognizer.recognize(samples, options) };
        }
        default:
          return task satisfies never;
      }
    },
  });
});

async function loadVad(modelsFolder: string, name: string): Promise<Vad> {
  const model = await openModel(modelsFolder, name);
  await verifyModel(model);
  return createSileroVad(join(model.folder, model.files[0]?.path ?? ''));
}

/** The value under a key, made on first use; a failure is not kept. */
function once<Value>(
  made: Map<string, Promise<Value>>,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const existing = made.get(key);
  if (existing !== undefined) {
    return existing;
  }
  const value = make();
  made.set(key, value);
  value.catch(() => made.delete(key));
  return value;
}
