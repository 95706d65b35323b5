/** The diagram "who may know whom" of the design, held over every import in `src/`. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');

const GROUND = ['errors', 'telemetry', 'resilience'] as const;
const PURE = ['report', 'language', 'analysis', 'exports'] as const;
const BASE = ['compute', 'store'] as const;
const MIDDLE = ['media', 'speech', 'voice', 'print', 'coach', 'cache', 'storage', 'library', 'jobs'] as const;

/** What each part may import. A part is a folder of `src/`; one that is not there yet is simply not met. */
const MAY_KNOW: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['errors', []],
  ['telemetry', ['errors']],
  ['resilience', ['errors']],
  ['report', ['errors']],
  ['language', ['errors', 'report']],
  ['analysis', ['errors', 'report', 'language']],
  ['exports', ['errors', 'report', 'language', 'analysis']],
  // Read by the composition roots alone.
  ['config', [...GROUND, 'report']],
  ['compute', GROUND],
  ['store', GROUND],
  ...MIDDLE.map((part) => [part, [...GROUND, ...PURE, ...BASE]] as const),
  ['pipeline', [...GROUND, ...PURE, ...BASE, ...MIDDLE]],
  ['client', ['errors', 'report']],
  ['http', [...GROUND, ...PURE, ...BASE, ...MIDDLE, 'pipeline']],
  ['cli', [...GROUND, ...PURE, ...BASE, ...MIDDLE, 'config', 'pipeline', 'http', 'client']],
  // The executable only reads the command line and hands over.
  ['main.ts', ['errors', 'cli']],
]);

/** Packages that compute and do nothing else. */
const PURE_PACKAGES: ReadonlySet<string> = new Set(['zod', 'syllable']);

/** What makes a function's result depend on more than its arguments. */
const IMPURE = [
  /\bDate\b/,
  /\bMath\.random\b/,
  /\bperformance\b/,
  /\bcrypto\b/,
  /\bprocess\b/,
  /\bglobalThis\b/,
  /\bfetch\b/,
  /\bsetTimeout\b/,
  /\bsetInterval\b/,
  /\bqueueMicrotask\b/,
  /\bBuffer\b/,
  /\bconsole\b/,
  // Without a locale given, these go by the machine's own.
  /\btoLocale\w+\(\s*\)/,
  /\blocaleCompare\([^,)]*\)/,
  /\bimport\.meta\b/,
  /\bawait\b/,
];

/** A string, or a template without another inside. */
const STRING = String.raw`'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|` + '`(?:[^`\\\\]|\\\\[^])*`';

interface SourceFile {
  /** From `src/`, with slashes. */
  readonly path: string;
  readonly part: string;
  /** Without comments, strings kept. */
  readonly code: string;
  readonly imports: readonly string[];
}

const files = sourceFiles();

describe('who may know whom', () => {
  it('finds the source', () => {
    expect(files.length).toBeGreaterThan(10);
  });

  it('every folder of src/ has its place in the diagram', () => {
    const parts = new Set(files.map(({ part }) => part));
    expect([...parts].filter((part) => !MAY_KNOW.has(part))).toEqual([]);
  });

  it('no part knows one that the diagram does not allow', () => {
    const wrong = crossings().filter(({ from, to }) => !MAY_KNOW.get(from.part)?.includes(partOf(to)));
    expect(wrong.map(({ from, to }) => `${from.path} → ${to}`)).toEqual([]);
  });

  it('parts meet at their index.ts only', () => {
    const wrong = crossings().filter(({ to }) => to !== `${partOf(to)}/index.ts`);
    expect(wrong.map(({ from, to }) => `${from.path} → ${to}`)).toEqual([]);
  });

  it('every part has a door', () => {
    const folders = [...new Set(files.map(({ part }) => part))].filter((part) => !part.endsWith('.ts'));
    expect(folders.filter((part) => !existsSync(join(SRC, part, 'index.ts')))).toEqual([]);
  });

  it('no import leaves src/ but for package.json, and none lacks its ending', () => {
    const wrong = files.flatMap((file) =>
      file.imports
        .filter((target) => target.startsWith('.'))
        .filter(
          (target) =>
            (resolved(file, target).startsWith('..') && resolved(file, target) !== '../package.json') ||
            !/\.(?:ts|json)$/.test(target),
        )
        .map((target) => `${file.path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the pure core', () => {
  const pure = files.filter(({ part }) => PURE.some((name) => name === part));

  it('imports nothing but itself, errors, and packages that only compute', () => {
    const wrong = pure.flatMap(({ path, imports }) =>
      imports
        .filter((target) => !target.startsWith('.') && !PURE_PACKAGES.has(target))
        .map((target) => `${path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('uses no clock, chance, I/O, locale of the machine or promise', () => {
    const wrong = pure.flatMap(({ path, code }) =>
      IMPURE.filter((pattern) => pattern.test(withoutStrings(code))).map(
        (pattern) => `${path}: ${pattern.source}`,
      ),
    );
    expect(wrong).toEqual([]);
  });
});

/** Every import from one part into another, as the imported file. */
function crossings(): readonly { readonly from: SourceFile; readonly to: string }[] {
  return files.flatMap((from) =>
    from.imports
      .filter((target) => target.startsWith('.'))
      .map((target) => ({ from, to: resolved(from, target) }))
      .filter(({ to }) => partOf(to) !== from.part && !to.startsWith('..')),
  );
}

/** All files but tests, which may look behind doors. */
function sourceFiles(): readonly SourceFile[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .toSorted()
    .map((path) => {
      const code = withoutComments(readFileSync(join(SRC, path), 'utf8'));
      return { path, part: partOf(path), code, imports: importsOf(code) };
    });
}

/** Static, re-exporting and dynamic imports, and the entry files of children and workers. */
function importsOf(code: string): readonly string[] {
  const patterns = [
    /\b(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]/g,
    /\bimport\s*\(?\s*['"]([^'"]+)['"]/g,
    /\bnew URL\(\s*['"]([^'"]+\.ts)['"]/g,
  ];
  return patterns.flatMap((pattern) => Array.from(code.matchAll(pattern), ([, target]) => target ?? ''));
}

function resolved(from: SourceFile, target: string): string {
  return relative(SRC, resolve(SRC, dirname(from.path), target))
    .split(sep)
    .join('/');
}

function partOf(path: string): string {
  return path.split('/')[0] ?? '';
}

function withoutComments(source: string): string {
  return source.replaceAll(
    new RegExp(String.raw`(${STRING})|\/\*[^]*?\*\/|\/\/[^\n]*`, 'g'),
    (_, text: string | undefined) => text ?? '',
  );
}

function withoutStrings(code: string): string {
  return code.replaceAll(new RegExp(STRING, 'g'), "''");
}
