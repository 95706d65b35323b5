/**
 * Makes inner tensors of an ONNX model readable: the model's bytes are rewritten so that tensors inside the branches
 * of an `If` node become outputs of the whole graph. Only the few fields of the ONNX protobuf that this takes are
 * understood; everything else is copied as it is.
 *
 * Field numbers (onnx.proto3): ModelProto.graph 7; GraphProto.node 1, .output 12; NodeProto.output 2, .op_type 4,
 * .attribute 5; AttributeProto.g 6; ValueInfoProto.name 1, .type 2; TypeProto.tensor_type 1; Tensor.elem_type 1.
 */
import { AppError } from '../../../errors/index.ts';

const MODEL_GRAPH = 7;
const GRAPH_NODE = 1;
const GRAPH_OUTPUT = 12;
const NODE_OUTPUT = 2;
const NODE_OP_TYPE = 4;
const NODE_ATTRIBUTE = 5;
const ATTRIBUTE_GRAPH = 6;
const FLOAT_ELEMENT = 1;

/** Kinds of fields: a number of its own length, 8 bytes, a length and so many bytes, 4 bytes. ONNX has no others. */
const VARINT = 0;
const FIXED_64 = 1;
const LENGTH_DELIMITED = 2;
const FIXED_32 = 5;

/** One field of a protobuf message. `raw` is the whole of it, tag included; `body` only of length-delimited ones. */
interface Field {
  readonly number: number;
  readonly raw: Uint8Array;
  readonly body: Uint8Array | undefined;
}

/**
 * A copy of `model` whose graph also gives out `tensors`, which both branches of its `If` node must compute.
 *
 * @throws AppError `model-damaged` when the bytes are no such model
 */
export function exposeTensors(model: Uint8Array, tensors: readonly string[]): Uint8Array {
  const infos = tensors.map((name) => message(GRAPH_OUTPUT, floatTensorInfo(name)));
  let found = false;

  const withOutputs = (graph: Uint8Array): Uint8Array => concat([graph, ...infos]);
  const branchComputes = (attribute: Uint8Array): boolean => {
    const graph = bodies(attribute, ATTRIBUTE_GRAPH)[0];
    if (graph === undefined) {
      return false;
    }
    const computed = new Set(
      bodies(graph, GRAPH_NODE).flatMap((node) => bodies(node, NODE_OUTPUT).map(asText)),
    );
    return tensors.every((name) => computed.has(name));
  };
  const rewriteNode = (node: Uint8Array): Uint8Array => {
    const branches = bodies(node, NODE_ATTRIBUTE);
    const isIf = bodies(node, NODE_OP_TYPE).some((type) => asText(type) === 'If');
    if (!isIf || branches.length === 0 || !branches.every(branchComputes)) {
      return node;
    }
    found = true;
    const parts = mapField(node, NODE_ATTRIBUTE, (attribute) =>
      concat(mapField(attribute, ATTRIBUTE_GRAPH, withOutputs)),
    );
    return concat([...parts, ...tensors.map((name) => message(NODE_OUTPUT, Buffer.from(name)))]);
  };
  const rewriteGraph = (graph: Uint8Array): Uint8Array =>
    withOutputs(concat(mapField(graph, GRAPH_NODE, rewriteNode)));

  const rewritten = concat(mapField(model, MODEL_GRAPH, rewriteGraph));
  if (!found) {
    throw damaged();
  }
  return rewritten;
}

/** The fields of a message in order, those of one number with a new body. */
function mapField(
  bytes: Uint8Array,
  number: number,
  change: (body: Uint8Array) => Uint8Array,
): readonly Uint8Array[] {
  return [...fields(bytes)].map((field) =>
    field.number === number && field.body !== undefined ? message(number, change(field.body)) : field.raw,
  );
}

function bodies(bytes: Uint8Array, number: number): readonly Uint8Array[] {
  return [...fields(bytes)].flatMap((field) =>
    field.number === number && field.body !== undefined ? [field.body] : [],
  );
}

function* fields(bytes: Uint8Array): Generator<Field> {
  let at = 0;
  const skip = (length: number): void => {
    at += length;
    if (at > bytes.length) {
      throw damaged();
    }
  };
  const readVarint = (): number => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = bytes[at] ?? 0;
      skip(1);
      value += (byte & 0x7f) * scale;
      scale *= 128;
      if (byte < 0x80) {
        return value;
      }
    }
  };
  while (at < bytes.length) {
    const start = at;
    const tag = readVarint();
    let body: Uint8Array | undefined;
    switch (tag % 8) {
      case VARINT:
        readVarint();
        break;
      case FIXED_64:
        skip(8);
        break;
      case LENGTH_DELIMITED: {
        const length = readVarint();
        skip(length);
        body = bytes.subarray(at - length, at);
        break;
      }
      case FIXED_32:
        skip(4);
        break;
      default:
        throw damaged();
    }
    yield { number: Math.floor(tag / 8), raw: bytes.subarray(start, at), body };
  }
}

function damaged(): AppError {
  return new AppError('model-damaged', { model: 'ONNX', path: 'decoder' });
}

/** A ValueInfoProto: a float tensor of unknown shape. */
function floatTensorInfo(name: string): Uint8Array {
  const elementType = Buffer.from([1 << 3, FLOAT_ELEMENT]);
  return concat([message(1, Buffer.from(name)), message(2, message(1, elementType))]);
}

function message(number: number, body: Uint8Array): Uint8Array {
  return concat([varint(number * 8 + LENGTH_DELIMITED), varint(body.length), body]);
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 0x7f) {
    bytes.push((rest % 128) | 0x80);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
  return Uint8Array.from(bytes);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}

function asText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}
