/**
 * The wire format of protobuf, as far as ONNX uses it: fields are written as pieces that are joined once, and read
 * one after the other. https://protobuf.dev/programming-guides/encoding/
 */

/** Bytes in parts. Large ones are referred to, never copied, until the parts are joined. */
export type Pieces = readonly Uint8Array[];

/** Kinds of fields: a number of its own length, 8 bytes, a length and so many bytes, 4 bytes. ONNX has no others. */
const VARINT = 0;
const FIXED_64 = 1;
const LENGTH_DELIMITED = 2;
const FIXED_32 = 5;

/** A field with a whole number: a flag, an enum, or an integer of up to 53 bits; negative ones take ten bytes. */
export function integerField(number: number, value: number): Pieces {
  return [varint(number * 8 + VARINT), value < 0 ? negativeVarint(value) : varint(value)];
}

/** A field with a 32-bit float. */
export function floatField(number: number, value: number): Pieces {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return [varint(number * 8 + FIXED_32), bytes];
}

/** A field with text. */
export function textField(number: number, value: string): Pieces {
  return bytesField(number, [Buffer.from(value)]);
}

/** A field with bytes, or with a message, which is the fields that it holds. */
export function bytesField(number: number, body: Pieces): Pieces {
  return [varint(number * 8 + LENGTH_DELIMITED), varint(lengthOf(body)), ...body];
}

/** How many bytes the pieces have together. */
export function lengthOf(pieces: Pieces): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

/** The pieces as one array. */
export function join(pieces: Pieces): Uint8Array {
  return Buffer.concat(pieces);
}

/** One field of a message. `raw` is the whole of it, tag included; `body` only of fields with a length. */
export interface Field {
  readonly number: number;
  readonly raw: Uint8Array;
  readonly body: Uint8Array | undefined;
}

/**
 * The fields of a message, in order.
 *
 * @param damaged makes the error to throw when the bytes are no message
 */
export function* readFields(bytes: Uint8Array, damaged: () => Error): Generator<Field> {
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

/** Two's complement of 64 bits. */
function negativeVarint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 0x7fn) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}
