/** Writes the file format of CTranslate2's `model.bin`, so that tests have models of the real format without weights. */

/** The types of the format, in the order of their numbers, with the size of one element. */
const DTYPE_BYTES = { float32: 4, int8: 1, int16: 2, int32: 4, float16: 2, bfloat16: 2 } as const;
const DTYPES = Object.keys(DTYPE_BYTES);

export type Ct2Dtype = keyof typeof DTYPE_BYTES;

/** A tensor as it lies in the file. */
export interface Ct2Tensor {
  readonly shape: readonly number[];
  readonly dtype: Ct2Dtype;
  readonly bytes: Uint8Array;
}

/** What a file holds. */
export interface Ct2Content {
  readonly tensors: Readonly<Record<string, Ct2Tensor>>;
  /** Other names of tensors. Default: none. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Default 6. */
  readonly version?: number;
  /** Default `WhisperSpec`. */
  readonly spec?: string;
}

/** The bytes of a `model.bin`. */
export function writeCt2({ tensors, aliases = {}, version = 6, spec = 'WhisperSpec' }: Ct2Content): Buffer {
  const variables = Object.entries(tensors);
  const others = Object.entries(aliases);
  return Buffer.concat([
    u32(version),
    text(spec),
    u32(3),
    u32(variables.length),
    ...variables.flatMap(([name, { shape, dtype, bytes }]) => [
      text(name),
      Buffer.from([shape.length]),
      ...shape.map(u32),
      Buffer.from([DTYPES.indexOf(dtype)]),
      u32(bytes.length),
      bytes,
    ]),
    u32(others.length),
    ...others.flatMap(([alias, name]) => [text(alias), text(name)]),
  ]);
}

/** Numbers as a tensor of a type; float16 and bfloat16 are rounded to nearest. */
export function ct2Tensor(dtype: Ct2Dtype, shape: readonly number[], values: ArrayLike<number>): Ct2Tensor {
  const size = DTYPE_BYTES[dtype];
  const bytes = Buffer.alloc(values.length * size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    const at = index * size;
    switch (dtype) {
      case 'float32':
        view.setFloat32(at, value, true);
        break;
      case 'int8':
        view.setInt8(at, value);
        break;
      case 'int16':
        view.setInt16(at, value, true);
        break;
      case 'int32':
        view.setInt32(at, value, true);
        break;
      case 'float16':
        view.setUint16(at, toHalf(value), true);
        break;
      case 'bfloat16':
        view.setUint16(at, toBfloat(value), true);
        break;
      default:
        dtype satisfies never;
    }
  }
  return { shape, dtype, bytes };
}

/** The bits of the nearest half-precision number; what is too large becomes infinite. */
function toHalf(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x80_00 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(value)) {
    return 0x7e_00;
  }
  const exponent = Math.min(16, Math.max(-14, Math.floor(Math.log2(size || Number.MIN_VALUE))));
  const steps = roundToEven((size / 2 ** exponent) * 1024);
  // A mantissa that rounds up to the next power of two carries into the exponent by itself.
  const bits = exponent === -14 && steps < 1024 ? steps : (exponent + 15) * 1024 + (steps - 1024);
  return sign | Math.min(bits, 0x7c_00);
}

function toBfloat(value: number): number {
  const bits = new Uint32Array(Float32Array.of(value).buffer)[0] ?? 0;
  const low = bits & 0xff_ff;
  const high = bits >>> 16;
  return (low > 0x80_00 || (low === 0x80_00 && high % 2 === 1) ? high + 1 : high) & 0xff_ff;
}

function roundToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** Text as the format has it: its length with a closing zero, 16 bits, then both. */
function text(value: string): Buffer {
  const bytes = Buffer.from(`${value}\0`, 'latin1');
  const length = Buffer.alloc(2);
  length.writeUInt16LE(bytes.length);
  return Buffer.concat([length, bytes]);
}
