/** The failures that a run tells on standard error. */

/** One failure: a sentence that names the file, its code, and what to do. */
export interface ToldFailure {
  readonly message: string;
  readonly code: string;
  readonly mend: string;
}

const FAILURE = /^(?:Error|Ошибка): (?<message>.+) \((?<code>[a-z-]+)\)\n {2}(?<mend>\S.*)\n/gm;

/** All failures in the order told; throws when anything else is said, such as a stack. */
export function readFailures(stderr: string): readonly ToldFailure[] {
  const rest = stderr.replaceAll(FAILURE, '');
  if (rest !== '') {
    throw new Error(`standard error says more than failures: ${rest}`);
  }
  return [...stderr.matchAll(FAILURE)].map(({ groups }) => ({
    message: groups?.['message'] ?? '',
    code: groups?.['code'] ?? '',
    mend: groups?.['mend'] ?? '',
  }));
}

/** The code that is told for each of some files; `untold` for one that no failure names. */
export function codesOf(stderr: string, files: readonly string[]): Readonly<Record<string, string>> {
  const failures = readFailures(stderr);
  return Object.fromEntries(
    files.map((file) => [file, failures.find(({ message }) => message.includes(file))?.code ?? 'untold']),
  );
}
