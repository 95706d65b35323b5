import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlan } from './read-plan.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plan-'));
  await writeFile(join(folder, 'plan.txt'), '5m..7m\nIntroduction 1m\n');
  await writeFile(join(folder, 'huge'), Buffer.alloc(2 ** 20 + 1));
});
afterAll(() => rm(folder, { recursive: true }));

describe('readPlan', () => {
  it('takes a plan as it is written', async () => {
    expect(await readPlan('5m..7m', folder)).toMatchObject({ window: { minSec: 300, maxSec: 420 } });
  });

  it('takes the name of a file with one', async () => {
    const { window, points } = await readPlan('plan.txt', folder);
    expect(window).toEqual({ minSec: 300, maxSec: 420 });
    expect(points.map(({ title }) => title)).toEqual(['Introduction']);
  });

  it.each([
    ['absent.txt', 'file-not-found'],
    ['some/where', 'file-not-found'],
    ['.', 'not-a-file'],
    ['huge', 'plan-empty'],
    ['soon', 'plan-line-untimed'],
  ])('says of %s what is the matter: %s', async (given, code) => {
    await expect(readPlan(given, folder)).rejects.toMatchObject({ code });
  });
});
