import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MINIMUM_NODE, environmentFor, isAtLeast } from '../../scripts/bootstrap/node-runtime.mjs';

describe('the Node.js that is needed', () => {
  it.each([
    ['24.11.0', true],
    ['24.11.1', true],
    ['24.21.0', true],
    ['26.0.0', true],
    ['100.0.0', true],
    ['24.10.99', false],
    ['24.9.0', false],
    ['20.20.2', false],
    ['18.0.0', false],
    ['25.0.0-nightly20261101', true],
  ])('is %s new enough: %s', (version, expected) => {
    expect(isAtLeast(version, '24.11.0')).toBe(expected);
  });

  it('is the one of package.json', () => {
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(isAtLeast(MINIMUM_NODE, engines.node.replace('>=', ''))).toBe(true);
    expect(isAtLeast(`${engines.node.replace('>=', '')}.0`, MINIMUM_NODE)).toBe(true);
  });
});

/** What a program with that environment finds as `node`, and the options that this one has. */
function seenWith(env: NodeJS.ProcessEnv): unknown {
  const program = 'console.log(JSON.stringify([process.execPath, process.env.NODE_OPTIONS ?? null]))';
  return JSON.parse(
    execFileSync('/usr/bin/env', ['node', '--eval', program], {
      env: environmentFor(process.execPath, env),
      encoding: 'utf8',
    }),
  );
}

describe('environmentFor', () => {
  it('puts that Node.js first and lets it trust the certificates of the system', () => {
    expect(seenWith({ PATH: '/nowhere:/usr/bin:/bin' })).toEqual([process.execPath, '--use-system-ca']);
    expect(seenWith({})).toEqual([process.execPath, '--use-system-ca']);
  });

  it("keeps the user's own options", () => {
    expect(seenWith({ PATH: '/bin', NODE_OPTIONS: '--no-warnings' })).toEqual([
      process.execPath,
      '--no-warnings --use-system-ca',
    ]);
    expect(environmentFor(process.execPath, { NODE_OPTIONS: '--use-system-ca' })['NODE_OPTIONS']).toBe(
      '--use-system-ca',
    );
  });
});
