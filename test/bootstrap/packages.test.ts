import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  ensurePackages,
  findProgram,
  readStamp,
  stepTo,
  wantedStamp,
} from '../../scripts/bootstrap/packages.mjs';
import type { Kind } from '../../scripts/bootstrap/packages.mjs';
import { createContext } from './support/context.ts';
import { createLoopbackRegistry, integrityOf, publish } from './support/loopback-registry.ts';
import type { PublishedPackage } from './support/loopback-registry.ts';
import { temporaryFolder } from './support/temporary.ts';

const PRODUCT = publish('product-part', '1.0.0');
const TOOL = publish('test-tool', '1.0.0', [{ path: 'package/tool.js', content: 'console.log("tool")' }]);

function versionsOf(list: readonly PublishedPackage[]): Record<string, string> {
  return Object.fromEntries(list.map(({ name, version }) => [name, version]));
}

function lockOf(dependencies: readonly PublishedPackage[], dev: PublishedPackage): string {
  const root = {
    name: 'checkout',
    version: '1.0.0',
    dependencies: versionsOf(dependencies),
    devDependencies: versionsOf([dev]),
  };
  const packages = Object.fromEntries(
    [...dependencies, dev].map((entry) => [
      `node_modules/${entry.name}`,
      {
        version: entry.version,
        integrity: integrityOf(entry.tarball),
        ...(entry === dev ? { dev: true, bin: { 'test-tool': 'tool.js' } } : {}),
      },
    ]),
  );
  return JSON.stringify({ ...root, lockfileVersion: 3, packages: { '': root, ...packages } });
}

/** A checkout with one package for the product and one tool, and a registry that has what is published. */
async function setUp(published = [PRODUCT, TOOL]) {
  const registry = await createLoopbackRegistry(published);
  onTestFinished(() => registry.close());
  const root = temporaryFolder();
  writeLock(root, [PRODUCT]);
  const context = createContext(root, { registry: registry.url, env: { NODE_ENV: 'production' } });
  return {
    root,
    context,
    ensure: (kind: Kind) => ensurePackages(kind, process.execPath, context),
    has: (name: string) => existsSync(join(root, 'node_modules', name, 'package.json')),
  };
}

function writeLock(root: string, dependencies: readonly PublishedPackage[]): void {
  const lock = lockOf(dependencies, TOOL);
  const { packages } = JSON.parse(lock);
  writeFileSync(join(root, 'package.json'), JSON.stringify(packages['']));
  writeFileSync(join(root, 'package-lock.json'), lock);
}

describe('ensurePackages', () => {
  it('installs what the product needs, then adds the tools, and touches neither again', async () => {
    const { root, context, ensure, has } = await setUp();
    const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
    await ensure('run');
    expect([has('product-part'), has('test-tool')]).toEqual([true, false]);

    // Under NODE_ENV=production npm would leave the tools out.
    await ensure('test');
    expect([has('product-part'), has('test-tool')]).toEqual([true, true]);
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).toBe(lock);
    expect(context.said).toEqual(['packages-none', 'packages-tools']);

    // From now on without npm: it would not find a registry.
    rmSync(join(root, 'package.json'));
    await ensure('run');
    await ensure('test');
    expect(context.said).toHaveLength(2);
  });

  it('installs anew when the lock file has changed', async () => {
    const { root, context, ensure, has } = await setUp();
    await ensure('test');
    writeLock(root, []);
    await ensure('test');
    expect([has('product-part'), has('test-tool')]).toEqual([false, true]);
    expect(context.said).toEqual(['packages-none', 'packages-changed']);
  });

  it('leaves no stamp behind when npm fails', async () => {
    const { root, ensure } = await setUp([PRODUCT]);
    await ensure('run');
    await expect(ensure('test')).rejects.toMatchObject({ key: 'fetch-failed' });
    expect(readStamp(root)).toBeUndefined();
  });

  it('says that npm refuses a lock file that does not fit, in its words', async () => {
    const added = publish('added-by-hand', '1.0.0');
    const { root, ensure } = await setUp([PRODUCT, TOOL, added]);
    const manifest = join(root, 'package.json');
    const { dependencies, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'));
    writeFileSync(
      manifest,
      JSON.stringify({ ...rest, dependencies: { ...dependencies, [added.name]: added.version } }),
    );
    await expect(ensure('run')).rejects.toMatchObject({
      key: 'npm-failed',
      details: { reason: expect.stringContaining('in sync') },
    });
  });

  it('finds the programs of the packages', async () => {
    const { root, ensure } = await setUp();
    await ensure('test');
    expect(findProgram(root, 'test-tool')).toBe(join(root, 'node_modules', 'test-tool', 'tool.js'));
    expect(() => findProgram(root, 'absent')).toThrow('no program absent');
  });
});

describe('stepTo', () => {
  const run = { lock: 'a', platform: 'linux-x64', kind: 'run' } as const;
  const test = { ...run, kind: 'test' } as const;

  it.each([
    ['nothing there', run, undefined, 'all'],
    ['the same', run, run, 'nothing'],
    ['more than is needed', run, test, 'nothing'],
    ['less than is needed', test, run, 'tools'],
    ['another lock file', run, { ...run, lock: 'b' }, 'all'],
    ['less, and another lock file', test, { ...run, lock: 'b' }, 'all'],
    ['another platform', run, { ...run, platform: 'linux-arm64' }, 'all'],
  ] as const)('%s', (_, wanted, present, step) => {
    expect(stepTo(wanted, present)).toBe(step);
  });

  it('is of this platform', () => {
    expect(wantedStamp(process.cwd(), 'run').platform).toBe(`${process.platform}-${process.arch}`);
  });
});
