/** The native package, which is optional: loaded when a model needs it. */
import type { OfflineRecognizer } from 'sherpa-onnx-node';
import { AppError } from '../../../errors/index.ts';

/**
 * Loads sherpa-onnx-node into this process.
 *
 * @param model the model that asks for it, for the error
 * @throws AppError `engine-missing` when the package, or its binary for this system, is not installed
 */
export async function loadSherpa(
  model: string,
): Promise<{ readonly OfflineRecognizer: typeof OfflineRecognizer }> {
  try {
    const { default: sherpa } = await import('sherpa-onnx-node');
    return sherpa;
  } catch (error) {
    throw new AppError('engine-missing', { engine: 'sherpa-onnx-node', model }, { cause: error });
  }
}
