/**
 * What the native code takes for granted of each graph of each kind. It ends the process, or reads past its memory,
 * where a file is not so (sherpa-onnx 1.13.8, `csrc/offline-*-model.cc`).
 */
import { ELEMENT_TYPES } from '../../onnx/graph.ts';
import type { OnnxHeader, OnnxTensor } from './onnx-header.ts';

/** A tensor that must be there: its element types, and how many axes it has. */
interface TensorRule {
  readonly types: readonly number[];
  readonly axes: number;
}

/** What one graph must be like. */
export interface GraphRule {
  /** Exactly these. */
  readonly inputs: readonly TensorRule[];
  /** These, in this order; more may follow. */
  readonly outputs: readonly TensorRule[];
  /** Keys of the metadata that must hold a whole number. */
  readonly numbers: readonly string[];
}

const floats = (axes: number): TensorRule => ({ types: [ELEMENT_TYPES.float32], axes });
const int32s = (axes: number): TensorRule => ({ types: [ELEMENT_TYPES.int32], axes });
const int64s = (axes: number): TensorRule => ({ types: [ELEMENT_TYPES.int64], axes });
const integers = (axes: number): TensorRule => ({ types: [ELEMENT_TYPES.int32, ELEMENT_TYPES.int64], axes });

/** The rules by the kind of a recipe, then by the role of a file in it. */
export const GRAPH_RULES = {
  'nemo-ctc': {
    model: {
      inputs: [floats(3), int64s(1)],
      outputs: [floats(3)],
      numbers: ['vocab_size', 'subsampling_factor'],
    },
  },
  'nemo-transducer': {
    encoder: {
      inputs: [floats(3), int64s(1)],
      outputs: [floats(3), integers(1)],
      numbers: ['vocab_size', 'subsampling_factor', 'pred_rnn_layers', 'pred_hidden'],
    },
    decoder: {
      inputs: [int32s(2), int32s(1), floats(3), floats(3)],
      outputs: [floats(3), integers(1), floats(3), floats(3)],
      numbers: [],
    },
    joiner: { inputs: [floats(3), floats(3)], outputs: [floats(4)], numbers: [] },
  },
  transducer: {
    encoder: { inputs: [floats(3), int64s(1)], outputs: [floats(3), int64s(1)], numbers: [] },
    decoder: { inputs: [int64s(2)], outputs: [floats(2)], numbers: ['vocab_size', 'context_size'] },
    joiner: { inputs: [floats(2), floats(2)], outputs: [floats(2)], numbers: [] },
  },
  whisper: {
    encoder: {
      inputs: [floats(3)],
      outputs: [floats(4), floats(4)],
      numbers: [
        'n_mels',
        'n_text_layer',
        'n_text_ctx',
        'n_text_state',
        'n_vocab',
        'sot',
        'eot',
        'blank_id',
        'translate',
        'transcribe',
        'is_multilingual',
        'no_timestamps',
        'no_speech',
      ],
    },
    decoder: {
      inputs: [int64s(2), floats(4), floats(4), floats(4), floats(4), int64s(1)],
      outputs: [floats(3), floats(4), floats(4)],
      numbers: [],
    },
  },
  omnilingual: {
    model: { inputs: [floats(2)], outputs: [floats(3)], numbers: [] },
  },
} as const satisfies Record<string, Readonly<Record<string, GraphRule>>>;

/** The first thing in which a graph differs from its rule, in the words of ONNX; undefined when it keeps it. */
export function breach(header: OnnxHeader, rule: GraphRule): string | undefined {
  if (header.inputs.length !== rule.inputs.length) {
    return `inputs: ${header.inputs.length} ≠ ${rule.inputs.length} (${names(header.inputs)})`;
  }
  if (header.outputs.length < rule.outputs.length) {
    return `outputs: ${header.outputs.length} < ${rule.outputs.length} (${names(header.outputs)})`;
  }
  const misfit =
    findMisfit('input', header.inputs, rule.inputs) ?? findMisfit('output', header.outputs, rule.outputs);
  if (misfit !== undefined) {
    return misfit;
  }
  const missing = rule.numbers.find((key) => metadataNumber(header, key) === undefined);
  return missing === undefined ? undefined : `metadata: ${missing}`;
}

/** A whole number of the metadata, as the native code reads it; undefined when there is none. */
export function metadataNumber({ metadata }: OnnxHeader, key: string): number | undefined {
  const text = metadata.get(key);
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function findMisfit(
  side: string,
  tensors: readonly OnnxTensor[],
  rules: readonly TensorRule[],
): string | undefined {
  const tensor = tensors[rules.findIndex((rule, index) => !fits(tensors[index], rule))];
  return tensor && `${side} ${tensor.name}: type ${tensor.elementType}, axes ${tensor.dims?.length}`;
}

/** What the file does not tell is taken for right. */
function fits(tensor: OnnxTensor | undefined, rule: TensorRule): boolean {
  return (
    tensor?.elementType !== undefined &&
    rule.types.includes(tensor.elementType) &&
    (tensor.dims === undefined || tensor.dims.length === rule.axes)
  );
}

function names(tensors: readonly OnnxTensor[]): string {
  return tensors.map(({ name }) => name).join(', ');
}
