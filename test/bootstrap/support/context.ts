/** What the steps of the preparation are given in a test: a real npm that knows one registry and one cache. */
import { join } from 'node:path';
import type { Context } from '../../../scripts/bootstrap/prepare.mjs';
import { temporaryFolder } from './temporary.ts';

/** A context, and what was said in it. */
export interface TestContext extends Context {
  readonly said: readonly string[];
}

export function createContext(
  root: string,
  { registry = 'http://127.0.0.1:9/', env = {} }: { registry?: string; env?: NodeJS.ProcessEnv } = {},
): TestContext {
  const said: string[] = [];
  const { signal } = new AbortController();
  return {
    root,
    env: { ...environmentWithoutNpm(), ...env, ...npmSettings(registry) },
    signal,
    say: (key) => void said.push(key),
    workplace: () => ({ signal, onWait: () => {} }),
    said,
  };
}

/** Settings that keep npm off the user's cache and off any other registry. */
export function npmSettings(registry: string): NodeJS.ProcessEnv {
  return {
    npm_config_registry: registry,
    npm_config_cache: join(temporaryFolder(), 'npm-cache'),
    npm_config_userconfig: join(temporaryFolder(), 'npmrc'),
    // Given, it need not be asked for, which takes as long as all the rest.
    npm_config_globalconfig: join(temporaryFolder(), 'npmrc'),
  };
}

/** The environment as a shell has it: the tests themselves may run under npm, which sets dozens of variables. */
export function environmentWithoutNpm(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$|VITEST|NODE_ENV$)/i.test(name)),
  );
}
