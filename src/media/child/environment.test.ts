import { expect, it } from 'vitest';
import { childEnvironment } from './environment.ts';

it('hands on what programs need to run, and no secret', () => {
  const env = {
    PATH: '/usr/bin',
    LD_LIBRARY_PATH: '/opt/lib',
    API_TOKEN: 'hush',
    FFREPORT: 'file=x',
    HOME: '/root',
  };
  expect(childEnvironment(env)).toEqual({
    PATH: '/usr/bin',
    LD_LIBRARY_PATH: '/opt/lib',
    LC_ALL: 'C',
    AV_LOG_FORCE_NOCOLOR: '1',
  });
  expect(childEnvironment({})).not.toHaveProperty('PATH');
});
