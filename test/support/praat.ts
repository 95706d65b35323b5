/** Praat, the program that phoneticians measure pitch with: taken from PATH, or from Debian's packages on first use. */
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptFolder } from '../../bench/support/kept-folder.ts';
import { writeWav } from '../../bench/support/wav.ts';

/** See {@link findPraat}. */
export interface Praat {
  /** The first line of `praat --version`. */
  readonly version: string;
  /** The pitch of a sound by `To Pitch (ac)` with its own defaults between 65 and 500 Hz, every 10 ms. */
  pitchOf(samples: Float32Array): readonly PraatFrame[];
}

/** A frame; `hz` is 0 where it is unvoiced. */
export interface PraatFrame {
  /** Its middle. In whole hops of sound, the middles lie where those of the product's tracks do. */
  readonly sec: number;
  readonly hz: number;
}

const HOP_SAMPLES = 160;

/** Time step, floor, candidates, accuracy, silence and voicing thresholds, octave, jump and voicing costs, ceiling. */
const SCRIPT = `form Pitch
  sentence Sound
  sentence Table
endform
Read from file: sound$
To Pitch (ac): 0.01, 65, 15, "no", 0.03, 0.45, 0.01, 0.35, 0.14, 500
frames = Get number of frames
writeFile: table$, ""
for frame to frames
  sec = Get time from frame number: frame
  hz = Get value in frame: frame, "Hertz"
  appendFileLine: table$, fixed$ (sec, 4), " ", if hz = undefined then 0 else hz fi
endfor
`;

/** Praat as it can be run here; undefined, and a line that says so, where it cannot be had. */
export function findPraat(): Praat | undefined {
  const found = installed() ?? downloaded();
  if (found === undefined) {
    process.stderr.write(
      'SKIPPED: the comparison with Praat needs `praat` on PATH, or Debian packages by apt-get download.\n',
    );
    return undefined;
  }
  const { command, version, env } = found;
  return {
    version,
    pitchOf: (samples) => {
      const folder = mkdtempSync(join(tmpdir(), 'praat-'));
      try {
        const script = join(folder, 'pitch.praat');
        const sound = join(folder, 'sound.wav');
        const table = join(folder, 'table');
        writeFileSync(script, SCRIPT);
        writeWav(sound, samples.subarray(0, samples.length - (samples.length % HOP_SAMPLES)));
        execFileSync(command, ['--run', script, sound, table], {
          env,
          stdio: ['ignore', 'ignore', 'inherit'],
        });
        const lines = readFileSync(table, 'utf8').trimEnd().split('\n');
        return lines.map((line) => {
          const [sec = NaN, hz = NaN] = line.split(' ').map(Number);
          return { sec, hz };
        });
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  };
}

interface Runnable {
  readonly command: string;
  readonly version: string;
  readonly env: NodeJS.ProcessEnv;
}

function installed(): Runnable | undefined {
  return tryToRun('praat', process.env);
}

/** The libraries that Praat without windows needs, and what those need, but not the C library of this machine. */
const LIBRARIES = ['libpangocairo-1.0-0', 'libpango-1.0-0', 'libcairo2', 'libglib2.0-0'] as const;
const ONLY_DEPENDS = ['recommends', 'suggests', 'conflicts', 'breaks', 'replaces', 'enhances'] as const;

function downloaded(): Runnable | undefined {
  let folder: string;
  try {
    folder = keptFolder('praat-1', (unfinished) => {
      const options = ONLY_DEPENDS.map((kind) => `--no-${kind}`);
      const listed = execFileSync('apt-cache', ['depends', '--recurse', ...options, ...LIBRARIES], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const needed = listed.split('\n').filter((name) => /^(?:lib(?!c6|gcc)\S+|zlib1g)$/.test(name));
      const packages = join(unfinished, 'packages');
      mkdirSync(packages);
      execFileSync('apt-get', ['download', '-qq', 'praat', ...new Set(needed)], {
        cwd: packages,
        stdio: 'ignore',
      });
      for (const file of globSync('*.deb', { cwd: packages })) {
        execFileSync('dpkg-deb', ['-x', join(packages, file), unfinished]);
      }
      rmSync(packages, { recursive: true });
    });
  } catch {
    return undefined;
  }
  const libraries = globSync('{usr/,}lib/*-linux-*', { cwd: folder }).map((path) => join(folder, path));
  return tryToRun(join(folder, 'usr/bin/praat_nogui'), {
    ...process.env,
    LD_LIBRARY_PATH: libraries.join(':'),
  });
}

function tryToRun(command: string, env: NodeJS.ProcessEnv): Runnable | undefined {
  try {
    const [version = ''] = execFileSync(command, ['--version'], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).split('\n');
    return { command, version, env };
  } catch {
    return undefined;
  }
}
