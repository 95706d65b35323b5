/** What the log says of a run: each stage of each recording, how it ended, and nothing that is private. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { ffmpeg } from '../media/support/workbench.ts';
import type { CliWorld } from './support/run-cli.ts';
import { createWorld } from './support/run-cli.ts';

const line = z.object({
  level: z.literal('info'),
  module: z.literal('pipeline'),
  recording: z.string().regex(/^[0-9a-f]{12}$/),
  stage: z.string(),
  durationMs: z.number(),
  code: z.string().optional(),
});

let world: CliWorld;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  await world.close();
});

it('tells apart what becomes of recordings that are worked on side by side', async () => {
  const names = ['first-secret.wav', 'second-secret.wav'];
  await Promise.all(
    names.map((name, index) =>
      ffmpeg(['-f', 'lavfi', '-i', 'anullsrc', '-t', String(index + 1), join(world.cwd, name)]),
    ),
  );
  // There are no models in this world: both fail when speech is to be found.
  const { exitCode, stderr } = await world.run(['analyze', ...names], { env: { LOG_LEVEL: 'info' } });
  expect(exitCode).toBe(1);
  const logged = stderr.split('\n').filter((text) => text.startsWith('{'));
  const lines = logged.map((text) => line.parse(JSON.parse(text)));
  const ids = [...new Set(lines.map(({ recording }) => recording))];
  expect(ids).toHaveLength(names.length);
  for (const id of ids) {
    expect(
      lines.filter(({ recording }) => recording === id).map(({ stage, code }) => ({ stage, code })),
    ).toEqual([
      { stage: 'identify' },
      { stage: 'probe' },
      { stage: 'transcribe', code: 'recognizer-missing' },
    ]);
  }
  expect(logged.join('\n')).not.toMatch(/secret|\//);
});
