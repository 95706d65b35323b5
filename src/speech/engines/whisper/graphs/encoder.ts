/**
 * The graph of Whisper's encoder. What the decoder needs of the sound, its keys and values for each layer, is worked
 * out here once, not at each token.
 */
import type { Graph } from '../../../onnx/graph.ts';
import { createGraphBuilder, float } from '../../../onnx/graph.ts';
import type { WhisperFile } from '../ct2/whisper-file.ts';
import type { WhisperVariant } from './layers.ts';
import { createLayers } from './layers.ts';

/**
 * `mel` [B, mel bands, T], with T even and at most twice the audio positions, to `ck0` … [B, heads, head size, F] and
 * `cv0` … [B, heads, F, head size] of each decoder layer, with F = T / 2.
 */
export function encoderGraph(model: Pick<WhisperFile, 'sizes' | 'floats'>, variant: WhisperVariant): Graph {
  const { width, melBands, encoderLayers, decoderLayers, encoderHeads, decoderHeads, audioPositions } =
    model.sizes;
  const graph = createGraphBuilder('encoder');
  const layers = createLayers(graph, model, width, variant);

  const convolve = (value: string, name: string, inputs: number, stride: number): string =>
    layers.gelu(
      graph.node(
        'Conv',
        [value, layers.weight(`${name}/weight`, [width, inputs, 3]), layers.weight(`${name}/bias`, [width])],
        { kernel_shape: [3], pads: [1, 1], strides: [stride] },
      ),
    );
  const frames = convolve(graph.input('mel', 'float32', ['B', melBands, 'T']), 'encoder/conv1', melBands, 1);
  const positions = graph.node('Transpose', [convolve(frames, 'encoder/conv2', width, 2)], {
    perm: [0, 2, 1],
  });

  // A shorter window takes the first rows of the table of positions.
  const length = graph.node('Gather', [graph.node('Shape', [positions]), graph.integers(1)], { axis: 0 });
  const table = layers.weight('encoder/position_encodings/encodings', [audioPositions, width]);
  const rows = graph.node('Slice', [table, graph.integers(0), length, graph.integers(0)]);

  let sum = graph.node('Add', [positions, rows]);
  let normalized = layers.norm(sum, 'encoder/layer_0/self_attention');
  for (let layer = 0; layer < encoderLayers; layer += 1) {
    const name = `encoder/layer_${layer}`;
    const parts = layers.projections(normalized, `${name}/self_attention/linear_0`, [
      `${name}/query`,
      `${name}/key`,
      `${name}/value`,
    ]);
    const attended = graph.node('com.microsoft.MultiHeadAttention', parts, {
      num_heads: encoderHeads,
      scale: float(Math.sqrt(encoderHeads / width)),
    });
    const mixed = layers.linear(attended, `${name}/self_attention/linear_1`, {
      outputs: width,
      inputs: width,
    });
    ({ sum, normalized } = layers.addAndNorm(sum, mixed, `${name}/ffn`));

    const outer = layers.feedForward(normalized, `${name}/ffn`);
    const next = layer + 1 < encoderLayers ? `encoder/layer_${layer + 1}/self_attention` : 'encoder';
    ({ sum, normalized } = layers.addAndNorm(sum, outer, next));
  }

  const headSize = width / decoderHeads;
  const byHead = graph.integers(0, 0, decoderHeads, headSize);
  for (let layer = 0; layer < decoderLayers; layer += 1) {
    const name = `decoder/layer_${layer}/attention/linear_1`;
    const [keys, values] = layers.projections(normalized, name, [`${name}/key`, `${name}/value`]);
    // Keys are given out as the decoder multiplies by them: transposed.
    graph.node('Transpose', [graph.node('Reshape', [keys, byHead])], { perm: [0, 2, 3, 1] }, `ck${layer}`);
    graph.node('Transpose', [graph.node('Reshape', [values, byHead])], { perm: [0, 2, 1, 3] }, `cv${layer}`);
    graph.output(`ck${layer}`, 'float32', ['B', decoderHeads, headSize, 'F']);
    graph.output(`cv${layer}`, 'float32', ['B', decoderHeads, 'F', headSize]);
  }
  return graph.build();
}
