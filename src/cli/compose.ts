/** Puts the parts of a run together: config → log → media, temporary files, speech → pipeline. */
import type { Config } from '../config/index.ts';
import type { Media, Scratch } from '../media/index.ts';
import { createMedia, createScratch } from '../media/index.ts';
import type { Pipeline } from '../pipeline/index.ts';
import { createPipeline } from '../pipeline/index.ts';
import type { Remote } from '../speech/index.ts';
import { createRemote, createSpeech } from '../speech/index.ts';
import { systemClock } from '../resilience/index.ts';
import { composeModels, modelsFolderOf } from './models/compose-models.ts';
import type { Logger } from '../telemetry/index.ts';
import { createVoice } from '../voice/index.ts';

const MEBIBYTE = 2 ** 20;

/** What a run decides besides the config. */
export interface ComposeOptions {
  readonly logger: Logger;
  /** Where PATH is read. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Recogniser processes at most. Default: as the config says. */
  readonly slots?: number | undefined;
}

/** The parts of a run. */
export interface Composed {
  readonly pipeline: Pipeline;
  readonly scratch: Scratch;
  /** Recogniser processes at most. */
  readonly slots: number;
  /** The largest recording that is accepted, in bytes. */
  readonly maxBytes: number;
  /** Ends every child; idempotent. */
  close(): Promise<void>;
}

/**
 * Creates all parts of a run that analyses recordings, and starts to delete what earlier runs left behind. No child
 * is started before the first recording.
 */
export function compose(config: Config, options: ComposeOptions): Composed {
  const { logger, slots = config.recognizerSlots } = options;
  const media = composeMedia(config, options);
  const scratch = createScratch({
    folder: config.tmpFolder,
    retentionMs: config.tempFileRetentionMinutes * 60_000,
    cleanUp: config.cleanUpTempFiles,
  });
  const models = composeModels(config, options);
  const remote = composeRemote(config, options);
  const speech = createSpeech(remote === undefined ? { models } : { models, remote }, {
    modelsFolder: modelsFolderOf(config),
    slots,
    maxChildBytes: config.recognizerMemoryMb * MEBIBYTE,
    whisperVariant: config.whisperPrecision,
  });
  // A thread for each recording at a time: the words of one would wait for the tracks of another.
  const voice = createVoice({ threads: slots });
  const pipeline = createPipeline({
    media,
    speech,
    voice,
    models,
    logger: logger.child({ module: 'pipeline' }),
  });
  // A folder that cannot be swept is told when something must be written into it.
  const swept = scratch.sweep().then(
    (files) => logger.debug({ module: 'cli', files }, 'old temporary files deleted'),
    (error: unknown) => logger.debug({ module: 'cli', error }, 'temporary folder not swept'),
  );
  return Object.freeze({
    pipeline,
    scratch,
    slots,
    maxBytes: maxBytesOf(config),
    close: async () => {
      // What uses others goes first.
      await pipeline.close();
      await Promise.all([speech.close(), voice.close(), media.close(), remote?.close(), swept]);
    },
  });
}

/** The media part alone, with the owner's programs and limits: for commands that only look at the machine. */
export function composeMedia(config: Config, { logger, env }: Omit<ComposeOptions, 'slots'>): Media {
  return createMedia({
    ffmpegPath: config.ffmpegPath,
    ffprobePath: config.ffprobePath,
    limits: {
      maxBytes: maxBytesOf(config),
      maxDurationSec: config.maxDurationMinutes * 60,
    },
    logger,
    env,
  });
}

/** The owner's transcription server, when one is named. */
function composeRemote(config: Config, { env }: Pick<ComposeOptions, 'env'>): Remote | undefined {
  const { transcriptionUrl, transcriptionApiKey, transcriptionModel } = config;
  if (transcriptionUrl === undefined) {
    return undefined;
  }
  return createRemote(
    { clock: systemClock, random: Math.random, env },
    { baseUrl: transcriptionUrl, apiKey: transcriptionApiKey, model: transcriptionModel },
  );
}

function maxBytesOf(config: Config): number {
  return config.maxFileSizeMb * MEBIBYTE;
}
