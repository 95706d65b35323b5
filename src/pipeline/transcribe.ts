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
import type { FetchableModels } from './fetch-model.ts';
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
  const fetchNeeded = async (): Promise<boolean> => {
    const { language, model } = request;
    const { signal, onProgress, mayFetch = refuse } = options;
    deps.log.begin('fetch');
    const isFetched = await fetchModel(
      deps.models,
      { language, model },
      { signal, mayFetch, onProgress: (progress) => onProgress?.(progress) },
    );
    if (isFetched) {
      deps.log.finished();
    }
    deps.log.begin('transcribe');
    return isFetched;
  };
  let transcribed: Transcribed;
  try {
    transcribed = await transcribeOnce(deps, request, probe, options);
  } catch (error) {
    const isMissing =
      isAppError(error, 'language-model-missing') ||
      (isAppError(error, 'model-missing') && error.details['model'] === request.model);
    if (isMissing && (await fetchNeeded())) {
      return transcribeOnce(deps, request, probe, options);
    }
    throw error;
  }
  if (!transcribed.heard.needsAnotherModel || request.model !== undefined || !(await fetchNeeded())) {
    return transcribed;
  }
  // What it sounds like is known already.
  return transcribeOnce(deps, request, probe, options, transcribed.tracks);
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
