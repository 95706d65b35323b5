/** The bare prototype of the research, run as it is: one process, no pool, no pipeline. The limit to measure beside. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { LongTalk } from './long-talk.ts';
import { testData } from './long-talk.ts';

/** Runs the prototype on a talk and gives its audio seconds per wall second, model loading left out. */
export async function runPrototype(talk: LongTalk, modelsFolder: string): Promise<number> {
  const script = join(testData, 'facts/asr-experiments/talk.cjs');
  if (!existsSync(script)) {
    console.log(`There is no prototype at ${script}: its rows cannot be measured.`);
    process.exit(1);
  }
  const child = spawn(
    process.execPath,
    [
      script,
      join(modelsFolder, 'moonshine-tiny-en'),
      join(modelsFolder, 'silero-vad-6/silero_vad.onnx'),
      talk.wav,
      talk.truth,
      '1',
    ],
    {
      // With its telemetry off, as in the product.
      env: {
        ...process.env,
        NODE_PATH: resolve(import.meta.dirname, '../../node_modules'),
        MAXSEG: '20',
        ORT_DISABLE_TELEMETRY: '1',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  // As the product's children are: on a busy machine the two would not be alike otherwise.
  if (child.pid !== undefined) {
    setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  }
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += String(chunk);
  }
  return z.object({ rtfx: z.number() }).parse(JSON.parse(printed)).rtfx;
}
