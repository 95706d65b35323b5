/** faster-whisper, the open system that most people run Whisper with, in a Python folder of the bench's own. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptFolder } from './kept-folder.ts';
import type { PeerRecording, PeerReport } from './peer-process.ts';
import { runPeer } from './peer-process.ts';

/** See {@link installFasterWhisper}. */
export interface FasterWhisper {
  /** Hears recordings one after another: 8 bits, greedy, one thread. */
  run(recordings: readonly PeerRecording[]): Promise<PeerReport>;
}

const PEERS = join(import.meta.dirname, '../peers');

/**
 * Installs it on first use: some 500 MB, in the exact versions of `peers/requirements.txt`.
 *
 * @param modelFolder a CTranslate2 folder of Whisper
 * @throws Error without Python, or when its packages are out of reach
 */
export function installFasterWhisper(modelFolder: string): FasterWhisper {
  const requirements = join(PEERS, 'requirements.txt');
  const hash = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 8);
  const folder = keptFolder(`faster-whisper-${hash}`, (unfinished) => {
    run('python3', ['-m', 'venv', unfinished], 'Python 3 with its venv module is needed');
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps'];
    run(
      join(unfinished, 'bin/python'),
      [...pip, '-r', requirements],
      'its packages cannot be installed by pip',
    );
  });
  const python = join(folder, 'bin/python');
  return {
    run: (recordings) => {
      const task = { modelFolder, recordings };
      return runPeer(python, [join(PEERS, 'faster-whisper.py')], task);
    },
  };
}

function run(command: string, args: readonly string[], problem: string): void {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch (cause) {
    throw new Error(problem, { cause });
  }
}
