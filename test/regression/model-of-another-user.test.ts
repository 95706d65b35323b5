/** A model that is there but may not be read is not called missing: to install it again would not help. */
import { chmod, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeSound } from '../e2e/support/cut-talk.ts';
import { readFailures } from '../e2e/support/failures.ts';
import type { InstalledWorld } from '../e2e/support/installed-world.ts';
import { createInstalledWorld } from '../e2e/support/installed-world.ts';
import { WITHOUT_ROOT_RIGHTS, whyNot } from '../e2e/support/isolation.ts';
import type { CopiedModels } from '../support/models.ts';
import { copyModels } from '../support/models.ts';

let world: InstalledWorld;
let models: CopiedModels;

beforeAll(async () => {
  world = await createInstalledWorld();
  models = await copyModels();
  await mkdir(world.path('home'));
  await symlink(models.folder, world.path('home/models'));
  await makeSound(world.path('silence.wav'), 'anullsrc=r=16000:cl=mono', 1);
});

afterAll(async () => {
  await models.dispose();
  await world.close();
});

it.for([
  ['silero-vad-6/silero_vad.onnx', 'silero-vad-6/silero_vad.onnx'],
  ['moonshine-tiny-en', 'moonshine-tiny-en/encoder_model.onnx'],
] as const)('its path is told with the mend, also by the doctor: %s', async ([closed, file], { skip }) => {
  skip((await whyNot(WITHOUT_ROOT_RIGHTS)) !== undefined, 'the rights of root cannot be given up here');
  await chmod(join(models.folder, closed), 0);
  const options = { env: { SPEECH_COACH_HOME: world.path('home') }, through: WITHOUT_ROOT_RIGHTS };

  const { exitCode, stderr } = await world.run(['analyze', 'silence.wav'], options);
  expect(exitCode).toBe(1);
  expect(readFailures(stderr)).toEqual([
    {
      message: expect.stringContaining(`${world.path('home/models')}/${file} `),
      code: 'model-unreadable',
      mend: expect.stringContaining('SPEECH_COACH_HOME'),
    },
  ]);
  const { stdout } = await world.run(['doctor'], options);
  expect(stdout).toMatch(/^fail +model \S+ +The file \S+ of the model .*\n +Give read permission/m);
  await chmod(join(models.folder, closed), 0o755);
});
