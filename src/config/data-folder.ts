/** Where a platform keeps the data of its programs: the default of the data folder. */
import { isAbsolute, posix, win32 } from 'node:path';

/** What decides about the place. */
export interface DataFolderFacts {
  /** As `process.platform`. */
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's own folder, absolute. */
  readonly userHome: string;
}

/**
 * The platform's own place for the data of this program, absolute: `~/Library/Application Support/speech-coach` on
 * macOS, `%LOCALAPPDATA%\speech-coach` on Windows, elsewhere `$XDG_DATA_HOME/speech-coach`, else
 * `~/.local/share/speech-coach`.
 */
export function defaultDataFolder({ platform, env, userHome }: DataFolderFacts): string {
  if (platform === 'darwin') {
    return posix.join(userHome, 'Library', 'Application Support', 'speech-coach');
  }
  if (platform === 'win32') {
    return win32.join(env['LOCALAPPDATA'] || win32.join(userHome, 'AppData', 'Local'), 'speech-coach');
  }
  const xdg = env['XDG_DATA_HOME'];
  // The XDG specification: a relative path is invalid and must be ignored.
  const base = xdg !== undefined && isAbsolute(xdg) ? xdg : posix.join(userHome, '.local', 'share');
  return posix.join(base, 'speech-coach');
}
