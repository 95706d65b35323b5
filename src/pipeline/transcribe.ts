/**
 * Words and tracks of a recording: decoded, heard and measured as one stream; heard once more when a model had to be
 * fetched for it.
 */
import { isAppError } from '../errors/index.ts';
import type { DecodeSummary, Media, Probe } from '../media/index.ts';
import type { Tracks } from '../report/index.ts';
import { runTaskGroup } from '../resilience/index.ts';
import type { Speech, SpeechResult } from '../speech/index.ts';
import type { Voice } from '../voice/index.ts';
import type { AnalyzeOptions, AnalyzeRequest } from './analyze-request.ts';
import type { FetchableModels, ModelNeed } from './fetch-model.ts';
import { fetchModel } from './fetch-model.ts';
import type { Tell } from './progress.ts';
import { splitSound } from './split-sound.ts';
import type { StageLog } from './stage-log.ts';

/** The sound of a recording, what was heard in it, and what it sounds like. */
export interface Transcribed {
  readonly heard: SpeechResult;
  readonly decoded: DecodeSummary;
  readonly tracks: Tracks;
}

/** What a recording is transcribed with. */
export interface TranscribeDeps {
  readonly media: Pick<Media, 'decode'>;
  readonly speech: Pick<Speech, 'transcribe'>;
  readonly voice: Pick<Voice, 'track'>;
  readonly models: FetchableModels;
  readonly log: StageLog;
}

/** How it is watched and ended. */
export interface TranscribeOptions extends AnalyzeOptions {
  readonly tell: Tell;
}

/**
 * Decodes and transcribes; where another model is needed for that, fetches it, if it may, and transcribes again.
 *
 * @throws AppError with a code of `media`, `speech` or `compute`; the signal's reason
 */
export async function transcribe(
  deps: TranscribeDeps,
  request: AnalyzeRequest,
  probe: Probe,
  options: TranscribeOptions,
): Promise<Transcribed> {
  const fetched = new Set<string>();
  /** Fetches what is needed; once each, so that a model that is still not found ends the analysis. */
  const fetchNeeded = async (need: ModelNeed): Promise<boolean> => {
    const key = need.model ?? '';
    if (fetched.has(key)) {
      return false;
    }
    fetched.add(key);
    const { signal, onProgress, mayFetch = refuse } = options;
    deps.log.begin('fetch');
    const isFetched = await fetchModel(deps.models, need, {
      signal,
      mayFetch,
      onProgress: (progress) => onProgress?.(progress),
    });
    if (isFetched) {
      deps.log.finished();
    }
    deps.log.begin('transcribe');
    return isFetched;
  };
  let tracks: Tracks | undefined;
  for (;;) {
    let transcribed: Transcribed;
    try {
      transcribed = await transcribeOnce(deps, request, probe, options, tracks);
    } catch (error) {
      const need = neededFor(error, request);
      if (need !== undefined && (await fetchNeeded(need))) {
        continue;
      }
      throw error;
    }
    const { language, model } = request;
    const isEnough = !transcribed.heard.needsAnotherModel || model !== undefined;
    if (isEnough || !(await fetchNeeded({ language, model }))) {
      return transcribed;
    }
    // What it sounds like is known already.
    ({ tracks } = transcribed);
  }
}

/** What has to be fetched after a failure; undefined when no model mends it. */
function neededFor(error: unknown, { language, model }: AnalyzeRequest): ModelNeed | undefined {
  if (isAppError(error, 'language-model-missing') || isAppError(error, 'recognizer-missing')) {
    return { language, model };
  }
  // The one that was named, or the voice activity model, which nobody names.
  const missing = isAppError(error, 'model-missing') ? error.details['model'] : undefined;
  return typeof missing === 'string' ? { language, model: missing } : undefined;
}

async function transcribeOnce(
  { media, speech, voice }: TranscribeDeps,
  { path, name, language, model, upload }: AnalyzeRequest,
  probe: Probe,
  { signal, tell }: TranscribeOptions,
  known?: Tracks,
): Promise<Transcribed> {
  // A header without sound states 0, of which nothing is a part.
  const totalSec = probe.durationSec === 0 ? null : probe.durationSec;
  const tellHeard = (doneSec: number): void => {
    tell('transcribe', totalSec === null ? null : doneSec / totalSec);
  };
  // The first words take a while: the models are loaded before them.
  tellHeard(0);
  return runTaskGroup(
    async (group) => {
      const decoding = media.decode(path, probe, { signal: group.signal, name });
      const hear = (blocks: AsyncIterable<Float32Array>): Promise<SpeechResult> =>
        group.start((call) =>
          speech.transcribe(blocks, {
            language,
            ...(model === undefined ? {} : { model }),
            ...(upload === undefined ? {} : { upload }),
            signal: call.signal,
            onProgress: tellHeard,
          }),
        );
      if (known !== undefined) {
        return { heard: await hear(decoding.blocks), decoded: await decoding.summary, tracks: known };
      }
      const [forSpeech, forVoice] = splitSound(decoding.blocks);
      const [heard, tracks] = await Promise.all([
        hear(forSpeech),
        group.start((call) => voice.track(forVoice, { signal: call.signal })),
      ]);
      return { heard, decoded: await decoding.summary, tracks };
    },
    { signal },
  );
}

function refuse(): Promise<boolean> {
  return Promise.resolve(false);
}
