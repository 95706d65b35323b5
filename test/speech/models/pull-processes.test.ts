/** Several processes that pull the same model, and one that is killed while it does. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openModel } from '../../../src/speech/models/store.ts';
import type { PullBench } from './pull-setup.ts';
import { CONTENT, NAME, createPullBench, hubPath, modelFrom, stateOf, wholeWith } from './pull-setup.ts';

const WEIGHTS = hubPath('weights.onnx');

/** A pull in a process of its own. */
interface Puller {
  readonly child: ChildProcess;
  /** Resolves with the first line that begins so. */
  line(start: string): Promise<string>;
}

function startPuller({ server, modelsFolder }: PullBench): Puller {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'pull.child.ts'), modelsFolder, JSON.stringify(modelFrom())],
    { env: { ...process.env, HF_ENDPOINT: server.url }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const lines: string[] = [];
  const waiting: { readonly start: string; readonly resolve: (line: string) => void }[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    waiting.filter(({ start }) => line.startsWith(start)).forEach(({ resolve }) => resolve(line));
  });
  return {
    child,
    line: (start) =>
      new Promise((resolve) => {
        const known = lines.find((line) => line.startsWith(start));
        if (known === undefined) {
          waiting.push({ start, resolve });
        } else {
          resolve(known);
        }
      }),
  };
}

/** A server that holds the weights back until it is told to go on. */
async function createHeldBench(): Promise<{ readonly bench: PullBench; readonly goOn: () => void }> {
  const bench = await createPullBench();
  const held = new AbortController();
  const released = once(held.signal, 'abort');
  bench.server.always(WEIGHTS, { before: async () => void (await released) });
  return { bench, goOn: () => held.abort() };
}

describe('two pulls of one model', () => {
  it('fetch it once: the second waits, and takes what the first has got', async () => {
    const { bench, goOn } = await createHeldBench();
    const first = startPuller(bench);
    await first.line('fetching');
    const second = startPuller(bench);
    await second.line('waiting');
    goOn();
    const [one, other] = await Promise.all([first.line('done'), second.line('done')]);
    expect(one).toBe(other);
    expect(bench.server.requests.filter(({ path }) => path === WEIGHTS)).toHaveLength(1);
    expect(await stateOf(bench)).toEqual(wholeWith());
  });
});

describe('a pull that is killed', () => {
  it('leaves no model behind, and the next one goes on from where it was', async () => {
    const bench = await createPullBench();
    bench.server.misbehave(WEIGHTS, { stallAfterBytes: 400_000 });
    const puller = startPuller(bench);
    await puller.line('fetching much');
    puller.child.kill('SIGKILL');
    await once(puller.child, 'exit');
    await expect(openModel(bench.modelsFolder, NAME)).rejects.toMatchObject({ code: 'model-missing' });

    await bench.pull();
    expect(await stateOf(bench)).toEqual(wholeWith());
    const [, resumed] = bench.server.requests.filter(({ path }) => path === WEIGHTS);
    expect(Number(/^bytes=(\d+)-$/.exec(resumed?.range ?? '')?.[1])).toBeGreaterThan(0);
    expect(bench.server.sentBytes()).toBeLessThan(400_000 + CONTENT['weights.onnx'].length);
  });

  it('does not keep those waiting that wanted the same', async () => {
    const { bench, goOn } = await createHeldBench();
    const first = startPuller(bench);
    await first.line('fetching');
    const second = startPuller(bench);
    await second.line('waiting');
    first.child.kill('SIGKILL');
    goOn();
    await second.line('done');
    expect(await stateOf(bench)).toEqual(wholeWith());
  });
});
