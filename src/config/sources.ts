/** Where settings come from: the environment before the `.env` file, and in each a value or a file that holds it. */
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { systemCode } from '../errors/index.ts';
import type { Setting } from './setting.ts';

/** Where a value in force was set. */
export type Origin =
  | { readonly from: 'default' }
  | { readonly from: 'environment' | 'env-file'; readonly variable: string }
  /** `variable` is the one that ends in `_FILE`; `path` is the file that it names. */
  | { readonly from: 'value-file'; readonly variable: string; readonly path: string };

/** One place where variables stand. */
export interface Layer {
  readonly from: 'environment' | 'env-file';
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** What was found for a setting: a text, nothing, or a contradiction. */
export type Finding =
  | { readonly state: 'found'; readonly text: string; readonly name: string; readonly origin: Origin }
  | { readonly state: 'unset' }
  | { readonly state: 'both-set'; readonly variable: string; readonly fileVariable: string }
  | { readonly state: 'file-unreadable'; readonly variable: string; readonly path: string };

/**
 * Reads a `.env` file in the dotenv format. Does not touch `process.env`.
 *
 * @returns no variables when the file is absent, `undefined` when it is there and cannot be read
 */
export function readEnvFile(path: string): Layer['variables'] | undefined {
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? {} : undefined;
  }
}

/** Looks for a setting in the layers, the first one first; an empty value counts as not set. */
export function findText(setting: Pick<Setting, 'name' | 'oldNames'>, layers: readonly Layer[]): Finding {
  for (const { from, variables } of layers) {
    for (const { name } of [setting, ...setting.oldNames]) {
      const fileVariable = `${name}_FILE`;
      const text = variables[name];
      const path = variables[fileVariable];
      if (text && path) {
        return { state: 'both-set', variable: name, fileVariable };
      }
      if (text) {
        return { state: 'found', text, name, origin: { from, variable: name } };
      }
      if (path) {
        return readValueFile(name, fileVariable, path);
      }
    }
  }
  return { state: 'unset' };
}

function readValueFile(name: string, variable: string, path: string): Finding {
  try {
    // Editors and `echo` end a file with a newline that is no part of the value.
    const text = readFileSync(path, 'utf8').replace(/\r?\n$/, '');
    return text === ''
      ? { state: 'unset' }
      : { state: 'found', text, name, origin: { from: 'value-file', variable, path } };
  } catch {
    return { state: 'file-unreadable', variable, path };
  }
}
