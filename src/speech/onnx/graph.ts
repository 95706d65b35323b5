/**
 * Describes an ONNX graph node by node. Weights are named with their shapes and loaded when the model is written, so
 * that a graph of gigabytes is described in kilobytes.
 */
import type { Pieces } from './wire.ts';
import { bytesField, floatField, integerField, textField } from './wire.ts';

/** Numbers of TensorProto.DataType in onnx.proto3. */
export const ELEMENT_TYPES = { float32: 1, uint8: 2, int32: 6, int64: 7 } as const;
export type ElementType = keyof typeof ELEMENT_TYPES;

/** The length of each dimension; a text stands for one that is known only at run time. */
export type Dimensions = readonly (number | string)[];

/** An attribute of a node: a whole number, several, or a {@link float}. */
export type Attribute = number | readonly number[] | { readonly float: number };

/** What a tensor is called, and how large it is. */
export interface TensorInfo {
  readonly name: string;
  readonly type: ElementType;
  readonly dims: readonly number[];
}

/** Tensors that are made together, such as quantised values and their scales. */
export interface Weights {
  readonly tensors: readonly TensorInfo[];
  /** The bytes of each, little-endian. */
  load(): Promise<readonly Uint8Array[]> | readonly Uint8Array[];
}

/** A finished description. */
export interface Graph {
  readonly name: string;
  readonly nodes: Pieces;
  readonly inputs: Pieces;
  readonly outputs: Pieces;
  readonly weights: readonly Weights[];
}

/** Collects a graph. A value is known by its name; what a node gives has the name of the node. */
export interface GraphBuilder {
  /** Declares an input of the whole graph. */
  input(name: string, type: ElementType, dims: Dimensions): string;
  /** Declares that the value is an output of the whole graph. */
  output(name: string, type: ElementType, dims: Dimensions): void;
  /**
   * Adds a node with one output.
   *
   * @param type an operator, after a dot if it is not of the standard: `com.microsoft.Gelu`
   * @param inputs the empty text leaves an optional one out
   * @param output the name of what it gives. Default: a new one
   */
  node(
    type: string,
    inputs: readonly string[],
    attributes?: Readonly<Record<string, Attribute>>,
    output?: string,
  ): string;
  /** Adds a node with several outputs, which are named; the empty text leaves an optional one out. */
  split<const Names extends readonly string[]>(
    type: string,
    inputs: readonly string[],
    outputs: Names,
    attributes?: Readonly<Record<string, Attribute>>,
  ): Names;
  /** Adds tensors that are loaded later. */
  weights(weights: Weights): void;
  /** A list of whole numbers; the same list is kept once. */
  integers(...values: readonly number[]): string;
  /** One whole number, without a dimension. */
  integer(value: number): string;
  /** One float, without a dimension. */
  scalar(value: number): string;
  build(): Graph;
}

/** An attribute that is a float. */
export function float(value: number): Attribute {
  return { float: value };
}

/** Begins a graph. */
export function createGraphBuilder(name: string): GraphBuilder {
  const nodes: Uint8Array[] = [];
  const inputs: Uint8Array[] = [];
  const outputs: Uint8Array[] = [];
  const weights = new Map<string, Weights>();
  let count = 0;

  const addNode: GraphBuilder['split'] = (type, from, to, attributes = {}) => {
    const dot = type.lastIndexOf('.');
    const domain = type.slice(0, Math.max(0, dot));
    count += 1;
    nodes.push(
      ...bytesField(1, [
        ...from.flatMap((value) => textField(1, value)),
        ...to.flatMap((value) => textField(2, value)),
        ...textField(3, `node_${count}`),
        ...textField(4, type.slice(dot + 1)),
        ...Object.entries(attributes).flatMap(([key, value]) => bytesField(5, attributeFields(key, value))),
        ...textField(7, domain),
      ]),
    );
    return to;
  };
  const constant = (info: TensorInfo, bytes: Uint8Array): string => {
    weights.set(info.name, { tensors: [info], load: () => [bytes] });
    return info.name;
  };

  return {
    input(value, type, dims) {
      inputs.push(...bytesField(11, valueInfo(value, type, dims)));
      return value;
    },
    output(value, type, dims) {
      outputs.push(...bytesField(12, valueInfo(value, type, dims)));
    },
    node(type, from, attributes = {}, output = `${type}_${count + 1}`) {
      return addNode(type, from, [output], attributes)[0];
    },
    split: addNode,
    weights(added) {
      weights.set(added.tensors.map((tensor) => tensor.name).join(), added);
    },
    integers: (...values) =>
      constant(
        { name: `integers_${values.join('_')}`, type: 'int64', dims: [values.length] },
        integerBytes(values),
      ),
    integer: (value) =>
      constant({ name: `integer_${value}`, type: 'int64', dims: [] }, integerBytes([value])),
    scalar: (value) =>
      constant({ name: `scalar_${value}`, type: 'float32', dims: [] }, bytesOf(Float32Array.of(value))),
    build: () => Object.freeze({ name, nodes, inputs, outputs, weights: [...weights.values()] }),
  };
}

/** The bytes of an array of numbers, not copied. Every platform that ONNX Runtime runs on is little-endian. */
export function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function integerBytes(values: readonly number[]): Uint8Array {
  return bytesOf(BigInt64Array.from(values, BigInt));
}

/** An AttributeProto: its name, its value in the field of its kind, and the number of that kind. */
function attributeFields(name: string, value: Attribute): Pieces {
  if (typeof value === 'number') {
    return [...textField(1, name), ...integerField(3, value), ...integerField(20, 2)];
  }
  return 'float' in value
    ? [...textField(1, name), ...floatField(2, value.float), ...integerField(20, 1)]
    : [...textField(1, name), ...value.flatMap((item) => integerField(8, item)), ...integerField(20, 7)];
}

/** A ValueInfoProto: the name of a value, the type of its elements, and its shape. */
function valueInfo(name: string, type: ElementType, dims: Dimensions): Pieces {
  const shape = dims.flatMap((size) =>
    bytesField(1, typeof size === 'string' ? textField(2, size) : integerField(1, size)),
  );
  const tensor = [...integerField(1, ELEMENT_TYPES[type]), ...bytesField(2, shape)];
  return [...textField(1, name), ...bytesField(2, bytesField(1, tensor))];
}
