/** Runs a command on another machine than this one: without network or space, without the rights of root, at a terminal. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** As root a new namespace may be made at once, else in a user namespace of our own, where that is allowed. */
const UNSHARE = process.getuid?.() === 0 ? ['unshare'] : ['unshare', '--map-root-user'];

/** A machine without a network: only a loopback device that is down. */
export const WITHOUT_NETWORK: readonly string[] = [...UNSHARE, '--net'];

/** A machine on which `folder` is a disk of so many kilobytes, which nobody else sees. */
export function withSmallDisk(folder: string, kilobytes: number): readonly string[] {
  const script = `mount -t tmpfs -o size=${kilobytes}k tmpfs "$0" && exec "$@"`;
  return [...UNSHARE, '--mount', 'sh', '-c', script, folder];
}

/**
 * A user who may only read what the permissions allow. Root drops the right to pass over them: this user needs no
 * folder of another's, so that the checkout may lie anywhere.
 */
export const WITHOUT_ROOT_RIGHTS: readonly string[] =
  process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-all', '--inh-caps=-all'] : ['env'];

/** At a terminal, which does not know its width. What is written to the command's input is what is typed. */
export const TERMINAL: readonly string[] = [
  'bash',
  '-c',
  'exec script -qec "$(printf "%q " "$@")" /dev/null',
  'bash',
];

/** Why a command cannot be run like this here; undefined when it can. */
export async function whyNot(through: readonly string[]): Promise<string | undefined> {
  const [program = '', ...args] = through;
  try {
    await execute(program, [...args, 'true']);
    return undefined;
  } catch (error) {
    const reason = `${through.join(' ')}: ${error instanceof Error ? error.message : String(error)}`;
    process.stderr.write(`Not possible on this machine: ${reason}\n`);
    return reason;
  }
}
