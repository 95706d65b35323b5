/**
 * The graph of Whisper's decoder, one step: it takes the tokens that are new, and the keys and values of those before.
 * The likeliest token is found in the graph, and the attention by which words get their times is given out.
 */
import type { Graph, GraphBuilder } from '../../../onnx/graph.ts';
import { createGraphBuilder, float } from '../../../onnx/graph.ts';
import type { WhisperFile } from '../ct2/whisper-file.ts';
import type { AlignmentHeads } from './alignment-heads.ts';
import type { WhisperVariant } from './layers.ts';
import { createLayers } from './layers.ts';

/**
 * | in | | |
 * | --- | --- | --- |
 * | `ids` | int64 [B, S] | the new tokens |
 * | `pos` | int64 [S] | their positions |
 * | `bias` | [tokens] | added before the choice: 0, or a large negative number for a token that may not come |
 * | `pk0`, `pv0` … | [B, heads, P, head size] | keys and values of the P tokens before, by layer |
 * | `ck0`, `cv0` … | | of the sound, from the encoder |
 *
 * | out | | |
 * | --- | --- | --- |
 * | `best`, `logp` | int64 [B], [B] | the likeliest next token, and the logarithm of its probability, both with `bias` |
 * | `logits` | [B, tokens] | without `bias` |
 * | `attn` | [B, alignment heads, S, F] | where in the sound these heads look, for each new token; by layer |
 * | `nk0`, `nv0` … | [B, heads, P + S, head size] | the next step's `pk0`, `pv0` … |
 */
export function decoderGraph(
  model: Pick<WhisperFile, 'sizes' | 'floats'>,
  variant: WhisperVariant,
  alignmentHeads: AlignmentHeads,
): Graph {
  const { width, decoderLayers, decoderHeads, vocabularySize, textPositions } = model.sizes;
  const headSize = width / decoderHeads;
  const graph = createGraphBuilder('decoder');
  const layers = createLayers(graph, model, width, variant);
  const square = { outputs: width, inputs: width };
  const byHead = graph.integers(0, 0, decoderHeads, headSize);
  const withoutHeads = graph.integers(0, 0, width);
  const attention: string[] = [];

  const ids = graph.input('ids', 'int64', ['B', 'S']);
  const pos = graph.input('pos', 'int64', ['S']);
  const tokens = layers.tokenTable(vocabularySize);
  const positions = layers.weight('decoder/position_encodings/encodings', [textPositions, width]);
  let sum = graph.node('Add', [tokens.lookUp(ids), graph.node('Gather', [positions, pos], { axis: 0 })]);
  let normalized = layers.norm(sum, 'decoder/layer_0/self_attention');

  for (let layer = 0; layer < decoderLayers; layer += 1) {
    const name = `decoder/layer_${layer}`;
    const cache = ['B', decoderHeads, 'P', headSize];
    const parts = layers.projections(normalized, `${name}/self_attention/linear_0`, [
      `${name}/query`,
      `${name}/key`,
      `${name}/value`,
    ]);
    const past = [graph.input(`pk${layer}`, 'float32', cache), graph.input(`pv${layer}`, 'float32', cache)];
    const [attended, ...present] = graph.split(
      'com.microsoft.MultiHeadAttention',
      [...parts, '', '', '', ...past],
      [`${name}/attended`, `nk${layer}`, `nv${layer}`],
      { num_heads: decoderHeads, unidirectional: 1, scale: float(1 / Math.sqrt(headSize)) },
    );
    for (const value of present) {
      graph.output(value, 'float32', ['B', decoderHeads, 'P+S', headSize]);
    }
    const mixed = layers.linear(attended, `${name}/self_attention/linear_1`, square);
    ({ sum, normalized } = layers.addAndNorm(sum, mixed, `${name}/attention`));

    // Attention to the sound is spelled out: the fused operator does not give its weights.
    const queries = layers.linear(normalized, `${name}/attention/linear_0`, {
      ...square,
      scale: 1 / Math.sqrt(headSize),
    });
    const keys = graph.input(`ck${layer}`, 'float32', ['B', decoderHeads, headSize, 'F']);
    const values = graph.input(`cv${layer}`, 'float32', ['B', decoderHeads, 'F', headSize]);
    const apart = graph.node('Transpose', [graph.node('Reshape', [queries, byHead])], { perm: [0, 2, 1, 3] });
    const looks = graph.node('Softmax', [graph.node('MatMul', [apart, keys])], { axis: -1 });
    const heard = graph.node('Transpose', [graph.node('MatMul', [looks, values])], { perm: [0, 2, 1, 3] });
    const together = graph.node('Reshape', [heard, withoutHeads]);
    const heads = alignmentHeads.filter(([of]) => of === layer).map(([, head]) => head);
    if (heads.length > 0) {
      attention.push(graph.node('Gather', [looks, graph.integers(...heads)], { axis: 1 }));
    }
    const taken = layers.linear(together, `${name}/attention/linear_2`, square);
    ({ sum, normalized } = layers.addAndNorm(sum, taken, `${name}/ffn`));

    const outer = layers.feedForward(normalized, `${name}/ffn`);
    const next = layer + 1 < decoderLayers ? `decoder/layer_${layer + 1}/self_attention` : 'decoder';
    ({ sum, normalized } = layers.addAndNorm(sum, outer, next));
  }

  graph.node('Concat', attention, { axis: 1 }, 'attn');
  graph.output('attn', 'float32', ['B', alignmentHeads.length, 'S', 'F']);
  const last = graph.node('Gather', [normalized, graph.integer(-1)], { axis: 1 });
  addChoice(graph, tokens.compare(last), vocabularySize);
  return graph.build();
}

/** The likeliest token under a bias. In the graph this costs a tenth of a millisecond, outside of it eight. */
function addChoice(graph: GraphBuilder, logits: string, vocabularySize: number): void {
  graph.node('Identity', [logits], {}, 'logits');
  const biased = graph.node('Add', [logits, graph.input('bias', 'float32', [vocabularySize])]);
  graph.node('ArgMax', [biased], { axis: 1, keepdims: 0 }, 'best');
  // log softmax at its largest place: the largest is 0 once it is taken off everywhere.
  const largest = graph.node('ReduceMax', [biased], { axes: [1], keepdims: 1 });
  const likelihoods = graph.node('Exp', [graph.node('Sub', [biased, largest])]);
  const total = graph.node('ReduceSum', [likelihoods, graph.integers(1)], { keepdims: 0 });
  graph.node('Neg', [graph.node('Log', [total])], {}, 'logp');
  graph.output('best', 'int64', ['B']);
  graph.output('logp', 'float32', ['B']);
  graph.output('logits', 'float32', ['B', vocabularySize]);
}
