/** A program with a pool, for the tests of how it ends: `node pool-owner.ts working|idle|starved FOLDER`. */
import { existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createProcessPool } from '../../src/compute/index.ts';
import { isAppError } from '../../src/errors/index.ts';
import type { EchoAnswer, EchoSetup, EchoTask } from './echo.child.ts';

const [mode, folder = '.'] = process.argv.slice(2);
const never = new AbortController().signal;
const pool = createProcessPool<EchoSetup, EchoTask, EchoAnswer>({
  entry: new URL('./echo.child.ts', import.meta.url),
  setup: { greeting: 'hello' },
  slots: 2,
  maxRssBytes: 2 ** 30,
  taskTimeoutMs: 60_000,
});

switch (mode) {
  case 'working': {
    // One child works and one is idle; this program never ends by itself.
    const started = join(folder, 'started');
    const held = pool.run({ kind: 'hold', started }, { signal: never });
    await pool.run({ kind: 'who' }, { signal: never });
    while (!existsSync(started)) {
      await delay(5);
    }
    tell(pool.load().pids);
    await held;
    break;
  }
  case 'idle':
    // Nothing is closed here: an idle child must not keep a finished program.
    await pool.run({ kind: 'who' }, { signal: never });
    tell(pool.load().pids);
    break;
  case 'starved': {
    // With every file descriptor taken, no child can be started.
    const taken: number[] = [];
    try {
      for (;;) {
        taken.push(openSync('/dev/null', 'r'));
      }
    } catch {
      const failure = await pool.run({ kind: 'who' }, { signal: never }).catch((error: unknown) => error);
      tell(isAppError(failure) ? { code: failure.code, ...failure.details } : String(failure));
    }
    break;
  }
  case undefined:
  default:
    throw new Error(`no such mode: ${mode}`);
}

function tell(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
