/** Runs benches by name, each in a process of its own; without a name lists them. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { machineLine } from './support/machine.ts';

const here = import.meta.dirname;
const names = globSync('*.bench.ts', { cwd: here })
  .map((file) => basename(file, '.bench.ts'))
  .toSorted();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.includes(name));

if (asked.length === 0 || unknown.length > 0) {
  const problem = unknown.length > 0 ? `There is no bench ${unknown.join(', ')}. ` : '';
  console.log(`${problem}npm run bench -- NAME…, where NAME is one of: ${names.join(', ')}`);
  process.exit(unknown.length > 0 ? 2 : 0);
}

console.log(machineLine());
for (const name of asked) {
  const file = join(here, `${name}.bench.ts`);
  installPeersFor(file);
  console.log(`\n# ${name}\n`);
  const { status } = spawnSync(process.execPath, ['--expose-gc', file], {
    stdio: 'inherit',
    // ONNX Runtime reports to its maker unless told not to before it is loaded.
    env: { ...process.env, ORT_DISABLE_TELEMETRY: '1' },
  });
  if (status !== 0) {
    process.exitCode = 1;
  }
}

/** The peers are downloaded only when a bench that uses them runs for the first time. */
function installPeersFor(file: string): void {
  const peers = join(here, 'peers');
  if (readFileSync(file, 'utf8').includes('./support/peers.ts') && !existsSync(join(peers, 'node_modules'))) {
    const { status } = spawnSync('npm', ['ci'], { cwd: peers, stdio: 'inherit' });
    if (status !== 0) {
      process.exit(1);
    }
  }
}
