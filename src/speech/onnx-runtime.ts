/** How ONNX Runtime is used: one thread a session, and outputs taken by name and kind. */
import type { InferenceSession as Session, Tensor } from 'onnxruntime-node';
import { InferenceSession } from 'onnxruntime-node';

// Not frozen: the runtime reads it through a proxy that a frozen object makes fail.
const SESSION_OPTIONS: Readonly<Session.SessionOptions> = {
  executionProviders: ['cpu'],
  // A second thread does not help these models; a second process does.
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  graphOptimizationLevel: 'all',
  logSeverityLevel: 3,
};

/** Loads a model from its file or its bytes. */
export function openSession(model: string | Uint8Array): Promise<Session> {
  return typeof model === 'string'
    ? InferenceSession.create(model, SESSION_OPTIONS)
    : InferenceSession.create(model, SESSION_OPTIONS);
}

/** An output that the model must give. */
export function outputOf(outputs: Session.OnnxValueMapType, name: string): Tensor {
  const tensor = outputs[name];
  if (tensor === undefined) {
    throw new TypeError(`the model gives no ${name}`);
  }
  return tensor;
}

/** The numbers of a tensor of floats. */
export function floatsOf(tensor: Tensor): Float32Array {
  if (!(tensor.data instanceof Float32Array)) {
    throw new TypeError(`expected floats, got ${tensor.type}`);
  }
  return tensor.data;
}
