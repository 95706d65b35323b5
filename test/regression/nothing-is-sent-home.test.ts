/**
 * Nothing leaves the machine: ONNX Runtime, from 1.29 on, tells its maker about each model that is loaded unless it is
 * told not to. Where it gets ready to, it puts files into the temporary folder.
 */
import { mkdir, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cutTalk } from '../e2e/support/cut-talk.ts';
import type { InstalledWorld } from '../e2e/support/installed-world.ts';
import { createInstalledWorld } from '../e2e/support/installed-world.ts';

let world: InstalledWorld;

beforeAll(async () => {
  world = await createInstalledWorld();
  await Promise.all([cutTalk(world.path('talk.wav')), mkdir(world.path('tmp'))]);
});

afterAll(async () => {
  await world.close();
});

it('a transcription leaves no trace of telemetry, nor anything else, in the temporary folder', async () => {
  const env = { TMPDIR: world.path('tmp'), NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') };
  const { exitCode, stdout } = await world.run(['transcribe', 'talk.wav'], { env });
  expect(exitCode).toBe(0);
  expect(stdout).toContain('members of the council');
  expect(await readdir(world.path('tmp'))).toEqual([]);
});
