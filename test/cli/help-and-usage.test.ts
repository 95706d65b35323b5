import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import type { CliWorld } from './support/run-cli.ts';
import { createWorld } from './support/run-cli.ts';

let world: CliWorld;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

describe('help', () => {
  it('shows commands, examples and exit codes, in English without a locale', async () => {
    const { exitCode, stdout, stderr } = await world.run(['--help']);
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    for (const word of [
      'Usage: speech-coach',
      'analyze',
      'transcribe',
      'doctor',
      'config',
      'models',
      'Exit codes:',
      '130',
    ]) {
      expect(stdout).toContain(word);
    }
  });

  it.each([
    ['by LANG', ['--help'], { LANG: 'ru_RU.UTF-8' }],
    ['by --lang', ['--lang', 'ru', '--help'], {}],
    ['by --lang after a command', ['help', 'analyze', '--lang=ru'], {}],
    ['of models', ['help', 'models', '--lang=ru'], {}],
    ['of a command of models', ['models', 'add', '--help', '--lang=ru'], {}],
  ] as const)('is in Russian throughout %s', async (_how, args, env) => {
    const { exitCode, stdout } = await world.run(args, { env });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Использование: speech-coach');
    expect(stdout).toContain('Параметры:');
    expect(stdout).not.toMatch(/\b(?:Usage|Options|Commands|Arguments|options|command|file|show|default)\b/);
  });

  it('lists every option of a command', async () => {
    const { stdout } = await world.run(['analyze', '--help']);
    const { stdout: pull } = await world.run(['models', 'pull', '--help']);
    for (const option of [
      '--language',
      '--model',
      '--yes',
      '--allow-upload',
      '--format',
      '--out',
      '--threads',
      '--quiet',
      '--json',
      '--lang',
    ]) {
      expect(stdout).toContain(option);
    }
    for (const word of ['--from', '--quiet', '--json', 'best', 'HTTPS_PROXY']) {
      expect(pull).toContain(word);
    }
  });

  it('shows the version', async () => {
    expect(await world.run(['--version'])).toEqual({
      exitCode: 0,
      stdout: `${packageJson.version}\n`,
      stderr: '',
    });
  });
});

describe('wrong usage', () => {
  it.each([
    [['frobnicate'], 'There is no command frobnicate.'],
    [['analize', 'a.mp4'], 'There is no command analize. Is analyze meant?'],
    [['analyze', 'a.mp4', '--fromat', 'md'], 'There is no option --fromat. Is --format meant?'],
    [['analyze'], 'No file was named.'],
    [['analyze', 'a.mp4', ''], 'The name of a file is empty.'],
    [['analyze', 'a.mp4', '--out'], 'The option --out <folder> needs a value.'],
    [['models', 'pul', 'ru'], 'There is no command models pul.'],
    [['models', 'pull'], 'No model was named.'],
    [['models', 'add'], 'No folder or file was named.'],
    [['models', 'path', 'a', 'b'], 'This command takes one argument, but was given: a, b.'],
    [['models', 'pull', 'ru', '--form', 'x'], 'There is no option --form. Is --from meant?'],
    [['doctor', 'now', 'please'], 'This command takes no arguments, but was given: now, please.'],
    [
      ['analyze', 'a.mp4', '--format', 'pdf'],
      '--format cannot be "pdf"; allowed: text, json, md, srt, vtt, txt.',
    ],
    [['analyze', 'a.mp4', '--threads', '0'], '--threads cannot be "0"; allowed: a whole number from 1 to'],
    [['transcribe', 'a.mp4', '--language', 'xx'], '--language cannot be "xx"; allowed: auto, en, ru.'],
    [['config', '--lang', 'fr'], '--lang cannot be "fr"; allowed: en, ru.'],
  ] as const)('%j exits with 2 and says what is wrong', async (args, message) => {
    const { exitCode, stdout, stderr } = await world.run(args);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(`Error: ${message}`);
    expect(stderr).toContain('speech-coach --help');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('is told in Russian too', async () => {
    const { exitCode, stderr } = await world.run(['analyze', 'a.mp4', '--fromat', 'md'], {
      env: { LC_ALL: 'ru_RU' },
    });
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      'Ошибка: Параметра --fromat нет. Может быть, --format? (usage-invalid)\n  Справка: speech-coach --help.\n',
    );
  });

  it('shows the help on standard error when no command is given', async () => {
    const { exitCode, stdout, stderr } = await world.run([]);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('Usage: speech-coach');
  });

  it('is an event for a program', async () => {
    const { exitCode, stderr } = await world.run(['analyze', '--json', 'a.mp4', '--format', 'md']);
    expect(exitCode).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({ event: 'failed', error: { code: 'usage-invalid' } });
  });
});

describe('a reader that leaves early', () => {
  it('ends the command quietly', async () => {
    const child = world.start(['--help']);
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (text: Buffer) => {
      stderr += text.toString();
    });
    const exitCode = await new Promise((resolve) => {
      child.once('close', resolve);
    });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });
});
