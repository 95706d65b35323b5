/** What an owner should know about a recording or a report before trusting it: codes with parameters. */
import { z } from 'zod';

/** Every notice code. A code once released keeps its meaning. */
export const NOTICE_CODES = [
  /** The file ends before its own index says so; what decodes was analysed. Params: `expectedSec`, `decodedSec`. */
  'recording-cut',
  /** Decoding met damaged places and went on after them. */
  'recording-damaged',
  /** Nobody speaks. */
  'no-speech',
  /** One of the channels is silent; the other was used. Params: `channel`, from 1. */
  'dead-channel',
  /** Telephone sound: nothing above 4 kHz was recorded. Params: `sampleRateHz`. */
  'narrow-band',
  /** The sound is clipped. Params: `percent` of the samples of speech. */
  'clipped',
  /** Much noise behind the voice. Params: `snrDb`, how far the voice lies over it. */
  'noisy',
  /** Mains hum. Params: `mainsHz`, 50 or 60; `underVoiceDb`, how far it lies under the voice. */
  'hum',
  /** Muffled sound: little of the voice is left above 4 kHz. Params: `bandwidthHz`. */
  'muffled',
  /** The recording is very quiet. Params: `levelDbfs` of its loudest tenth of a second. */
  'very-quiet',
  /** The speech is not in a language that an installed model knows. Params: `known`, comma-separated codes. */
  'language-not-supported',
  /** The words were heard, but this product cannot count in their language. Params: `language`. */
  'language-not-counted',
  /**
   * Part of the speech is in another language than the one that is counted. Params: `language`, `other` (codes),
   * `percent` of the speech that is in the other.
   */
  'language-mixed',
  /** The language was given by the owner, but the recogniser hears little of it. Params: `language`. */
  'language-doubtful',
  /** Less than ten seconds of speech: rates say little. Params: `speechSec`. */
  'very-short',
] as const;

const noticeCode = z.enum(NOTICE_CODES).meta({ id: 'NoticeCode' });

/** See {@link NOTICE_CODES}. */
export type NoticeCode = z.infer<typeof noticeCode>;

/** A notice: a code and the facts of the case. */
export const notice = z
  .object({ code: noticeCode, params: z.record(z.string(), z.union([z.string(), z.number()])).readonly() })
  .readonly()
  .meta({ id: 'Notice' });

/** See {@link notice}. */
export type Notice = z.infer<typeof notice>;
