/** What a child process gets to know of our environment. */

/** The variables that a media program needs: where programs and libraries are. All others may be secrets. */
const PASSED_ON = ['PATH', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'SYSTEMROOT'] as const;

/** The variables that a child needs of `env`, and those that make its messages plain English, as they are read here. */
export function childEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const child: Record<string, string> = { LC_ALL: 'C', AV_LOG_FORCE_NOCOLOR: '1' };
  for (const name of PASSED_ON) {
    const value = env[name];
    if (value !== undefined) {
      child[name] = value;
    }
  }
  return Object.freeze(child);
}
