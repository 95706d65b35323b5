/** A checkout in which nothing is missing, with a small product: what the bootstrap adds can be seen by itself. */
import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { wantedStamp } from '../../../scripts/bootstrap/packages.mjs';
import { environmentWithoutNpm } from './context.ts';
import { temporaryFolder } from './temporary.ts';

/** How a program ended, and what it wrote. */
export interface Ending {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Prints where it is, what it was given and what stands in its input; `exit 7` and `wait` do as they say. */
const PRODUCT = `
  import { text } from 'node:stream/consumers';
  const args: string[] = process.argv.slice(2);
  if (args[0] === 'wait') {
    process.on('SIGTERM', () => process.exit(7));
    setInterval(() => {}, 1000);
    console.log('waiting');
  } else {
    console.log(JSON.stringify({ args, cwd: process.cwd(), stdin: await text(process.stdin) }));
    process.exitCode = Number(args[0] === 'exit' ? args[1] : 0);
  }`;

/** The root of a new checkout whose catalogue has these models. */
export function makeCheckout(catalogue: readonly unknown[] = []): string {
  const root = temporaryFolder();
  cpSync('scripts', join(root, 'scripts'), { recursive: true });
  mkdirSync(join(root, 'src', 'speech', 'models'), { recursive: true });
  writeFileSync(join(root, 'src', 'speech', 'models', 'catalogue.json'), JSON.stringify(catalogue));
  writeFileSync(join(root, 'src', 'main.ts'), PRODUCT);
  const scripts = { start: 'node scripts/bootstrap.mjs start' };
  writeFileSync(join(root, 'package.json'), JSON.stringify({ type: 'module', scripts }));
  writeFileSync(join(root, 'package-lock.json'), '{}');
  const packages = { 'node_modules/tool': { bin: { tool: 'tool.js' } } };
  mkdirSync(join(root, 'node_modules', 'tool'), { recursive: true });
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));
  writeFileSync(join(root, 'node_modules', 'tool', 'tool.js'), 'console.log(process.argv.slice(2).join())');
  writeFileSync(join(root, 'node_modules', '.speech-coach.json'), JSON.stringify(wantedStamp(root, 'test')));
  return root;
}

/** Starts the bootstrap of a checkout, as from a shell that stands in its root. */
export function startBootstrap(
  root: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [join(root, 'scripts', 'bootstrap.mjs'), ...args], {
    cwd: root,
    // Any program will do: what is tested here must not depend on an ffmpeg of this machine.
    env: {
      ...environmentWithoutNpm(),
      FFMPEG_PATH: process.execPath,
      FFPROBE_PATH: process.execPath,
      ...env,
    },
  });
}

/** Gives a started program its input and waits for its end. */
export async function endOf(child: ChildProcessWithoutNullStreams, stdin = ''): Promise<Ending> {
  child.stdin.end(stdin);
  const exited = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { code, stdout, stderr };
}
