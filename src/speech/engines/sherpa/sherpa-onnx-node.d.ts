/** The part of sherpa-onnx-node 1.13.8 that is used here; the package has no types of its own. */
declare module 'sherpa-onnx-node' {
  /** What `OfflineRecognizer.createAsync` takes; paths are whole. */
  export interface OfflineRecognizerConfig {
    readonly featConfig: { readonly sampleRate: number; readonly featureDim: number };
    readonly modelConfig: {
      readonly nemoCtc?: { readonly model: string };
      readonly omnilingual?: { readonly model: string };
      readonly transducer?: {
        readonly encoder: string;
        readonly decoder: string;
        readonly joiner: string;
      };
      readonly whisper?: {
        readonly encoder: string;
        readonly decoder: string;
        /** Empty: found out from the sound. */
        readonly language: string;
        readonly task: 'transcribe';
      };
      readonly modelType?: 'nemo_transducer' | 'transducer';
      readonly tokens: string;
      readonly numThreads: number;
      readonly debug: 0 | 1;
    };
    readonly decodingMethod: 'greedy_search';
  }

  export interface OfflineStream {
    acceptWaveform(sound: { readonly samples: Float32Array; readonly sampleRate: number }): void;
  }

  export class OfflineRecognizer {
    static createAsync(config: OfflineRecognizerConfig): Promise<OfflineRecognizer>;
    createStream(): OfflineStream;
    setConfig(config: OfflineRecognizerConfig): void;
    /** Parsed JSON. */
    decodeAsync(stream: OfflineStream): Promise<unknown>;
  }

  /** Of CommonJS: only the default export can be relied on. */
  const sherpa: { readonly OfflineRecognizer: typeof OfflineRecognizer };
  export default sherpa;
}
