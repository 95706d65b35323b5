/**
 * Makes inner tensors of an ONNX model readable: the model's bytes are rewritten so that tensors inside the branches
 * of an `If` node become outputs of the whole graph. Only the few fields of the ONNX protobuf that this takes are
 * understood; everything else is copied as it is.
 *
 * Field numbers (onnx.proto3): ModelProto.graph 7; GraphProto.node 1, .output 12; NodeProto.output 2, .op_type 4,
 * .attribute 5; AttributeProto.g 6; ValueInfoProto.name 1, .type 2; TypeProto.tensor_type 1; Tensor.elem_type 1.
 */
import { AppError } from '../../../errors/index.ts';
import type { Pieces } from '../../onnx/wire.ts';
import { bytesField, integerField, join, readFields, textField } from '../../onnx/wire.ts';

const MODEL_GRAPH = 7;
const GRAPH_NODE = 1;
const GRAPH_OUTPUT = 12;
const NODE_OUTPUT = 2;
const NODE_OP_TYPE = 4;
const NODE_ATTRIBUTE = 5;
const ATTRIBUTE_GRAPH = 6;
const FLOAT_ELEMENT = 1;

/**
 * A copy of `model` whose graph also gives out `tensors`, which both branches of its `If` node must compute.
 *
 * @throws AppError `model-damaged` when the bytes are no such model
 */
export function exposeTensors(model: Uint8Array, tensors: readonly string[]): Uint8Array {
  const infos = tensors.flatMap((name) => bytesField(GRAPH_OUTPUT, floatTensorInfo(name)));
  let found = false;

  const withOutputs = (graph: Uint8Array): Pieces => [graph, ...infos];
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
  const rewriteNode = (node: Uint8Array): Pieces => {
    const branches = bodies(node, NODE_ATTRIBUTE);
    const isIf = bodies(node, NODE_OP_TYPE).some((type) => asText(type) === 'If');
    if (!isIf || branches.length === 0 || !branches.every(branchComputes)) {
      return [node];
    }
    found = true;
    const parts = mapField(node, NODE_ATTRIBUTE, (attribute) =>
      mapField(attribute, ATTRIBUTE_GRAPH, withOutputs),
    );
    return [...parts, ...tensors.flatMap((name) => textField(NODE_OUTPUT, name))];
  };
  const rewriteGraph = (graph: Uint8Array): Pieces => [...mapField(graph, GRAPH_NODE, rewriteNode), ...infos];

  const rewritten = join(mapField(model, MODEL_GRAPH, rewriteGraph));
  if (!found) {
    throw damaged();
  }
  return rewritten;
}

/** The fields of a message in order, those of one number with a new body. */
function mapField(bytes: Uint8Array, number: number, change: (body: Uint8Array) => Pieces): Pieces {
  return [...readFields(bytes, damaged)].flatMap((field) =>
    field.number === number && field.body !== undefined
      ? bytesField(number, change(field.body))
      : [field.raw],
  );
}

function bodies(bytes: Uint8Array, number: number): readonly Uint8Array[] {
  return [...readFields(bytes, damaged)].flatMap((field) =>
    field.number === number && field.body !== undefined ? [field.body] : [],
  );
}

function damaged(): AppError {
  return new AppError('model-damaged', { model: 'ONNX', path: 'decoder' });
}

/** A ValueInfoProto: a float tensor of unknown shape. */
function floatTensorInfo(name: string): Pieces {
  const tensorType = bytesField(1, integerField(1, FLOAT_ELEMENT));
  return [...textField(1, name), ...bytesField(2, tensorType)];
}

function asText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}
