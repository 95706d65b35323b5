/** A process that pulls the model of the tests: its first argument is the store. Prints when it is at what. */
import { systemClock } from '../../../src/resilience/index.ts';
import { pullModel } from '../../../src/speech/models/pull/pull.ts';
import { createWeb } from '../../../src/speech/models/pull/web.ts';
import type { ModelEntry } from '../../../src/speech/models/model-entry.ts';

const [modelsFolder = '', text = ''] = process.argv.slice(2);
// What the parent made, and this process cannot make again: its bytes are random.
const entry: ModelEntry = JSON.parse(text);
const { env } = process;
const web = createWeb({ clock: systemClock, env });
let told = '';
const model = await pullModel(
  {
    web,
    clock: systemClock,
    random: Math.random,
    env,
    programStallMs: 10_000,
    modelsFolder,
    mirror: undefined,
    variant: 'int8',
  },
  entry,
  {
    signal: new AbortController().signal,
    onProgress: ({ phase, bytesDone }) => {
      const line = `${phase}${bytesDone > 100_000 ? ' much' : ''}\n`;
      if (line !== told) {
        told = line;
        process.stdout.write(line);
      }
    },
  },
);
await web.close();
process.stdout.write(`done ${model.identity.sha256}\n`);
