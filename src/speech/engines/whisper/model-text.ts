/** The small text files of a model's folder. */
import { readFile } from 'node:fs/promises';
import { modelDamaged, modelNotRead } from './model-errors.ts';

/**
 * The text of a file.
 *
 * @throws AppError `model-missing`, `model-unreadable`
 */
export async function readModelText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    throw modelNotRead(path, error);
  });
}

/**
 * The value of a JSON file.
 *
 * @throws AppError `model-missing`, `model-unreadable`, `model-damaged`
 */
export async function readModelJson(path: string): Promise<unknown> {
  const text = await readModelText(path);
  try {
    return JSON.parse(text);
  } catch {
    throw modelDamaged(path, 'it is no JSON');
  }
}
