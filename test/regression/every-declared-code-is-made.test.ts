/** Whoever reads a report or an error can trust the list of codes: each one is made somewhere. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ERROR_TABLE } from '../../src/errors/index.ts';
import { ADVICE_CODES, NOTICE_CODES, REASON_CODES } from '../../src/report/index.ts';

const src = join(import.meta.dirname, '..', '..', 'src');

/** What declares codes, or puts them into words; everything else makes them, the defaults of older reports included. */
const NOT_MAKERS = /^(?:errors\/(?:table|describe)\.ts$|report\/(?!report\.ts$)|exports\/)/;

const makers = globSync('**/*.ts', { cwd: src })
  .filter((file) => !NOT_MAKERS.test(file) && !/\.(?:test|fixture)\.ts$/.test(file))
  .map((file) => readFileSync(join(src, file), 'utf8'))
  .join('\n');

it.each([
  { kind: 'advice', codes: ADVICE_CODES },
  { kind: 'notice', codes: NOTICE_CODES },
  { kind: 'reason', codes: REASON_CODES },
  { kind: 'error', codes: Object.keys(ERROR_TABLE) },
])('each $kind code has a maker', ({ codes }) => {
  expect(codes.filter((code) => !makers.includes(`'${code}'`))).toEqual([]);
});
