import { describe, expect, it } from 'vitest';
import { AppError } from '../errors/index.ts';
import type { LoggerOptions } from './create-logger.ts';
import { createLogger } from './create-logger.ts';
import type { Logger } from './logger.ts';
import { createSilentLogger } from './logger.ts';

async function collect(
  options: Partial<LoggerOptions>,
  write: (logger: Logger) => void,
): Promise<readonly string[]> {
  const lines: string[] = [];
  const destination = { write: (line: string) => lines.push(line) };
  const logger = await createLogger({ level: 'trace', format: 'json', destination, ...options });
  write(logger);
  await logger.close();
  logger.error({}, 'after closing');
  return lines;
}

async function collectFields(write: (logger: Logger) => void): Promise<readonly Record<string, unknown>[]> {
  const lines = await collect({}, write);
  return lines.map((line): Record<string, unknown> => JSON.parse(line));
}

function warnOfCut(logger: Logger): void {
  logger.child({ module: 'media' }).warn({ bytes: 7 }, 'cut off');
}

describe('createLogger', () => {
  it('writes one JSON object a line with time, level as a word, bindings, fields and message', async () => {
    const [line] = await collectFields((logger) => {
      logger
        .child({ module: 'media', requestId: 'r-1', traceId: 't-1', jobId: 'j-1' })
        .info({ bytes: 12 }, 'opened');
    });
    expect(line).toEqual({
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      level: 'info',
      module: 'media',
      requestId: 'r-1',
      traceId: 't-1',
      jobId: 'j-1',
      bytes: 12,
      msg: 'opened',
    });
  });

  it('lets a child of a child replace what the first one bound', async () => {
    const lines = await collect({}, (logger) => {
      logger.child({ module: 'pipeline', jobId: 'j-1' }).child({ module: 'speech' }).warn({}, 'slow');
    });
    expect(lines[0]?.match(/"module"/g)).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ module: 'speech', jobId: 'j-1' });
  });

  it('writes nothing below its level and nothing after closing', async () => {
    const lines = await collect({ level: 'warn' }, (logger) => {
      logger.debug({}, 'quiet');
      logger.info({}, 'quiet');
      logger.warn({}, 'loud');
    });
    expect(lines).toHaveLength(1);
    expect(await collect({ level: 'silent' }, (logger) => logger.error({}, 'no'))).toEqual([]);
  });

  it('never writes secrets or what was said, however deep and however bound', async () => {
    const lines = await collect({}, (logger) => {
      logger.child({ headers: { Authorization: 'hush' } }).info(
        {
          token: 'hush',
          a: { b: { c: { api_key: 'hush', apiKey: 'hush' } } },
          note: 'sent Authorization: Bearer hush.hush-hush',
          proxy: 'http://me:hush@proxy:80',
          address: new URL('https://hush@host/path'),
          transcript: ['hush'],
          words: [{ text: 'hush' }],
          password: { value: 'hush' },
        },
        'done',
      );
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('hush');
  });

  it('keeps numbers whatever their name', async () => {
    const [line] = await collectFields((logger) => logger.info({ maxTokens: 512, words: 120 }, 'counted'));
    expect(line).toMatchObject({ maxTokens: 512, words: 120 });
  });

  it('spells out an error with its code, stack and causes', async () => {
    const cause = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    const [line] = await collectFields((logger) => {
      logger.error({ error: new AppError('disk-full', { folder: '/tmp' }, { cause }) }, 'failed');
    });
    expect(line?.['error']).toMatchObject({
      name: 'AppError',
      code: 'disk-full',
      details: { folder: '/tmp' },
      message: 'There is no space left in /tmp.',
      stack: expect.stringContaining('create-logger.test.ts'),
      cause: { message: 'no space', code: 'ENOSPC' },
    });
  });

  it('survives values without an end, and writes no binary or boundless ones', async () => {
    const wide = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`field${index}`, index]));
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    const lines = await collect({}, (logger) => {
      logger.info(
        {
          loop,
          wide,
          samples: new Float32Array(4000),
          list: Array.from({ length: 1000 }),
          at: new Date(NaN),
        },
        'x',
      );
    });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ samples: '[16000 bytes]', at: 'Invalid Date' });
    expect(lines[0]?.length).toBeLessThan(2000);
  });

  it('prints a readable line for a terminal, coloured only when asked', async () => {
    const [plain] = await collect({ format: 'pretty', color: false }, warnOfCut);
    expect(plain).toMatch(/^\[\d\d:\d\d:\d\d\] WARN: cut off \{"module":"media","bytes":7\}\n$/);
    const [coloured] = await collect({ format: 'pretty' }, warnOfCut);
    expect(coloured).toContain('\u001b[');
  });
});

describe('createSilentLogger', () => {
  it('takes every call and is its own child', () => {
    const logger = createSilentLogger();
    logger.error({ error: new Error('nobody hears it') }, 'nothing');
    expect(logger.child({ module: 'media' })).toBe(logger);
  });
});
