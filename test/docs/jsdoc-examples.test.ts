/** Every `@example` in the JSDoc of `src/` compiles and runs, and leaves nothing that keeps the process alive. */
import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..', '..');
const src = join(root, 'src');

/** Parts that promise a comment for all that their door exports, with an example where it can be called or read. */
const FULLY_SHOWN = ['resilience'];

interface Example {
  readonly part: string;
  /** `src_resilience_deadline_ts_40.ts`: its source and the line that it begins at, flat in the folder of the run. */
  readonly file: string;
  /** The module, with its relative imports made absolute: it is written to another folder. */
  readonly code: string;
}

const JSDOC = /^ *\/\*\*\n(?: *\*.*\n)+? *\*\/$/gm;
const EXAMPLE = /@example\n *\* ```ts\n(?<lines>(?: *\*.*\n)*?) *\* ```$/gm;
const RELATIVE_IMPORT = /(?<=\bfrom ')\.{1,2}\/[^']+(?=')/g;

function readExamples(source: string): Example[] {
  const text = readFileSync(source, 'utf8');
  const [part = ''] = relative(src, source).split('/');
  return [...text.matchAll(JSDOC)].flatMap((comment) =>
    [...comment[0].matchAll(EXAMPLE)].map((example) => {
      const line = text.slice(0, comment.index + example.index).split('\n').length + 2;
      return {
        part,
        file: `${relative(root, source).replaceAll(/[^\w-]+/g, '_')}_${line}.ts`,
        code: (example.groups?.['lines'] ?? '')
          .replaceAll(/^ *\* ?/gm, '')
          .replaceAll(RELATIVE_IMPORT, (specifier) => join(dirname(source), specifier)),
      };
    }),
  );
}

const examples = globSync('**/*.ts', { cwd: src, exclude: ['**/*.test.ts'] })
  .toSorted()
  .flatMap((name) => readExamples(join(src, name)));
const examplesByPart = Map.groupBy(examples, ({ part }) => part);

// Inside the checkout, so that the examples may import installed packages too. `/tmp/` is ignored by git.
let folder: string;

beforeAll(async () => {
  await mkdir(join(root, 'tmp'), { recursive: true });
  folder = await mkdtemp(join(root, 'tmp', 'examples-'));
  const config = { extends: '../../tsconfig.json', include: ['*.ts'] };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  await Promise.all(examples.map(({ file, code }) => writeFile(join(folder, file), code)));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('the examples in the JSDoc', () => {
  it('compile under the rules of the project', async () => {
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const { stdout } = await run(process.execPath, [tsc, '--noEmit', '-p', folder]).catch(
      (failed: { readonly stdout: string }) => failed,
    );
    expect(stdout).toBe('');
  });

  it.for([...examplesByPart.keys()])('run: %s', async (part) => {
    const files = (examplesByPart.get(part) ?? []).map(({ file }) => file);
    // One after the other in one process. What is printed names the one that failed, or that never came to its end; a
    // timer or handle that one forgot keeps the process alive into the time limit.
    const program = `for (const file of ${JSON.stringify(files)}) {
      await import(${JSON.stringify(folder)} + '/' + file);
      console.log(file);
    }`;
    const ran = await run(process.execPath, ['--input-type=module', '--eval', program], {
      timeout: 30_000,
    }).catch((failed: { readonly stdout: string; readonly stderr: string }) => failed);
    expect(ran.stderr).toBe('');
    expect(ran.stdout.split('\n').filter(Boolean)).toEqual(files);
  });
});

describe.for(FULLY_SHOWN)('the door of %s', (part) => {
  const door = readFileSync(join(src, part, 'index.ts'), 'utf8');
  /** All that it exports: kind, name and the comment above it in the file that it comes from. */
  const exported = [...door.matchAll(/^export (type )?\{([^}]+)\} from '\.\/([^']+)'/gm)].flatMap(
    ([, type, names = '', file = '']) => {
      const text = readFileSync(join(src, part, file), 'utf8');
      return (names.match(/\w+/g) ?? []).map((name) => ({
        name,
        isType: type !== undefined,
        comment: commentOf(name, text),
      }));
    },
  );

  it('exports nothing without a comment', () => {
    expect(exported.length).toBeGreaterThan(0);
    expect(exported.filter(({ comment }) => comment === '').map(({ name }) => name)).toEqual([]);
  });

  it('exports no function or value without an example of its own', () => {
    const unshown = exported.filter(({ isType, comment }) => !isType && !comment.includes('@example'));
    expect(unshown.map(({ name }) => name)).toEqual([]);
  });
});

/** The JSDoc right above the declaration of `name`; empty when there is none. */
function commentOf(name: string, text: string): string {
  const declared = new RegExp(
    `^export (?:async |abstract )*(?:function|const|class|interface|type) ${name}\\b`,
    'm',
  );
  const before = text.slice(0, Math.max(0, text.search(declared)));
  return before.endsWith('*/\n') ? before.slice(before.lastIndexOf('/**')) : '';
}
