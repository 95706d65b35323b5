import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAppError } from '../../../errors/index.ts';
import { exposeTensors } from './onnx-graph.ts';

/** A protobuf field: a number for a varint, bytes or text or a list of fields for anything with a length. */
type Field = readonly [number: number, value: number | string | Uint8Array | readonly Field[]];

function encode(fields: readonly Field[]): Uint8Array {
  return Buffer.concat(
    fields.map(([number, value]) => {
      if (typeof value === 'number') {
        return Buffer.concat([varint(number * 8), varint(value)]);
      }
      const body =
        typeof value === 'string' ? Buffer.from(value) : value instanceof Uint8Array ? value : encode(value);
      return Buffer.concat([varint(number * 8 + 2), varint(body.length), body]);
    }),
  );
}

function varint(value: number): Uint8Array {
  return value < 128
    ? Uint8Array.of(value)
    : Buffer.concat([Uint8Array.of((value % 128) + 128), varint(Math.floor(value / 128))]);
}

const node = (type: string, ...outputs: readonly string[]): Field => [
  1,
  [...outputs.map((name): Field => [2, name]), [4, type]],
];
const branch = (name: string, ...nodes: readonly Field[]): Field => [
  5,
  [
    [1, name],
    [6, nodes],
    [20, 5],
  ],
];
const floatOutput = (name: string): Field => [
  12,
  [
    [1, name],
    [2, [[1, [[1, 1]]]]],
  ],
];

/** A model like the merged decoder: an `If` whose branches both compute what is wanted. */
function model(thenNodes: readonly Field[], elseNodes: readonly Field[]): readonly Field[] {
  return [
    [1, 8],
    [2, 'made for a test'],
    [
      7,
      [
        node('Identity', 'before'),
        [
          1,
          [
            [2, 'logits'],
            [4, 'If'],
            branch('then_branch', ...thenNodes),
            branch('else_branch', ...elseNodes),
          ],
        ],
        [2, 'graph'],
        [5, Buffer.alloc(300, 7)],
        [
          12,
          [
            [1, 'logits'],
            [2, 'a type'],
          ],
        ],
      ],
    ],
  ];
}

const good = model(
  [node('MatMul', 'other'), node('Softmax', 'attention')],
  [node('Softmax', 'attention'), node('Add', 'sum')],
);

/** What comes of any bytes: the code of the error, if there is one. */
function expose(bytes: Uint8Array): string {
  try {
    exposeTensors(bytes, ['attention']);
    return 'rewritten';
  } catch (error) {
    return isAppError(error) ? error.code : String(error);
  }
}

describe('exposeTensors', () => {
  it('makes the tensor an output of both branches, of the If node and of the graph, and changes nothing else', () => {
    const expected: readonly Field[] = [
      [1, 8],
      [2, 'made for a test'],
      [
        7,
        [
          node('Identity', 'before'),
          [
            1,
            [
              [2, 'logits'],
              [4, 'If'],
              branch(
                'then_branch',
                node('MatMul', 'other'),
                node('Softmax', 'attention'),
                floatOutput('attention'),
              ),
              branch(
                'else_branch',
                node('Softmax', 'attention'),
                node('Add', 'sum'),
                floatOutput('attention'),
              ),
              [2, 'attention'],
            ],
          ],
          [2, 'graph'],
          [5, Buffer.alloc(300, 7)],
          [
            12,
            [
              [1, 'logits'],
              [2, 'a type'],
            ],
          ],
          floatOutput('attention'),
        ],
      ],
    ];
    expect(Buffer.from(exposeTensors(encode(good), ['attention']))).toEqual(encode(expected));
  });

  it('copies fields of every kind as they are', () => {
    const double = Buffer.from('a1064142434445464748', 'hex');
    const float = Buffer.from('ad0641424344', 'hex');
    const negativeNumber = Buffer.from('58ffffffffffffffffff01', 'hex');
    const kinds = Buffer.concat([double, float, negativeNumber]);
    const rewritten = exposeTensors(Buffer.concat([kinds, encode(good)]), ['attention']);
    expect(Buffer.from(rewritten).subarray(0, kinds.length)).toEqual(kinds);
  });

  it.each([
    ['only one branch computes it', model([node('Softmax', 'attention')], [node('Add', 'sum')])],
    ['there is no If', [[7, [node('Softmax', 'attention')]]] satisfies readonly Field[]],
    [
      'the If has no branches',
      [
        [
          7,
          [
            [
              1,
              [
                [2, 'attention'],
                [4, 'If'],
              ],
            ],
          ],
        ],
      ] satisfies readonly Field[],
    ],
    ['there is no graph', [[1, 8]] satisfies readonly Field[]],
  ])('refuses a model when %s', (_why, fields) => {
    expect(() => exposeTensors(encode(fields), ['attention'])).toThrow(
      expect.objectContaining({ code: 'model-damaged' }),
    );
  });

  it('refuses a model that was cut off anywhere', () => {
    const whole = encode(good);
    const outcomes = Array.from(whole, (_, length) => expose(whole.subarray(0, length)));
    expect(new Set(outcomes)).toEqual(new Set(['model-damaged']));
  });

  it.each([3, 4, 6, 7])('refuses a field of kind %d, which ONNX does not use', (kind) => {
    const bytes = Buffer.concat([Uint8Array.of(8 + kind), encode(good)]);
    expect(() => exposeTensors(bytes, ['attention'])).toThrow(
      expect.objectContaining({ code: 'model-damaged' }),
    );
  });

  it('takes any bytes at all, and says nothing but that they are damaged', () => {
    const whole = encode(good);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 4 }), (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) {
          bytes[at] = value;
        }
        expect(['model-damaged', 'rewritten']).toContain(expose(bytes));
      }),
      { numRuns: 1_000 },
    );
  });
});
