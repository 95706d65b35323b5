/** The layers that rest on the sound of the voice: of the voice alone, and of what it does with the words. */
import type { Lexicon } from '../../language/index.ts';
import type {
  Absent,
  AbsentFor,
  AnalysisParameters,
  Delivery,
  Emphasis,
  Phrasing,
  StatementEnd,
  Tracks,
  VoicePassage,
} from '../../report/index.ts';
import { isPresent } from '../../report/index.ts';
import type { SpeechLayer } from '../context.ts';
import type { TimedWordLayer } from '../words.ts';
import { findEmphasis } from './emphasis.ts';
import { findPassages } from './passages.ts';
import type { PhraseFades } from './phrase-fades.ts';
import { findFades } from './phrase-fades.ts';
import type { PitchWindow } from './pitch-windows.ts';
import { pitchWindows } from './pitch-windows.ts';
import { statementEnds } from './statement-ends.ts';
import type { VoicedFrames } from './voiced-frames.ts';
import { deriveVoiced } from './voiced-frames.ts';
import type { WordSound } from './word-sounds.ts';
import { wordSounds } from './word-sounds.ts';

/** What is known of the voice without words. */
export interface VoiceLayer {
  readonly voiced: VoicedFrames;
  /** Never empty. */
  readonly pitchWindows: readonly PitchWindow[];
  readonly passages: readonly VoicePassage[] | Absent;
}

/** What the voice does with the words. */
export interface SpokenLayer {
  /** Never empty. */
  readonly sounds: readonly WordSound[];
  readonly fades: PhraseFades;
  readonly statementEnds: readonly StatementEnd[] | AbsentFor<'no-punctuation'>;
  readonly emphasis: Emphasis;
}

/** Absent when there is too little voice to have a pitch. */
export function deriveVoice(
  tracks: Tracks | Absent,
  { spans, talk }: SpeechLayer,
  parameters: AnalysisParameters,
): VoiceLayer | Absent {
  const voiced = isPresent(tracks) ? deriveVoiced(tracks, spans) : tracks;
  if (!isPresent(voiced)) {
    return voiced;
  }
  const windows = pitchWindows(voiced, talk);
  return windows.length === 0
    ? { absent: 'too-little-speech' }
    : { voiced, pitchWindows: windows, passages: findPassages(voiced, spans, parameters) };
}

/** What is known of words, and the rules of their language. */
export interface SpokenInput {
  readonly words: TimedWordLayer | Absent;
  readonly phrases: Phrasing | Absent;
  readonly lexicon: Lexicon | undefined;
}

/** Absent where voice or words are, or no word has a sound of its own. */
export function deriveSpoken(
  tracks: Tracks | Absent,
  voice: VoiceLayer | Absent,
  { words, phrases, lexicon }: SpokenInput,
  parameters: AnalysisParameters,
): SpokenLayer | Absent {
  if (!isPresent(tracks)) {
    return tracks;
  }
  if (!isPresent(voice)) {
    return voice;
  }
  if (!isPresent(words)) {
    return words;
  }
  if (!isPresent(phrases)) {
    return phrases;
  }
  const sounds = wordSounds(voice.voiced, words, tracks.sound);
  return sounds.length === 0
    ? { absent: 'poor-sound' }
    : {
        sounds,
        fades: findFades(sounds, phrases.items, parameters),
        statementEnds: statementEnds(voice.voiced, words),
        emphasis: findEmphasis(sounds, words, parameters, lexicon),
      };
}

/** As a report holds it. */
export function toReportDelivery(
  voice: VoiceLayer | Absent,
  spoken: SpokenLayer | Absent,
): Delivery | Absent {
  if (!isPresent(voice)) {
    return voice;
  }
  return isPresent(spoken)
    ? {
        passages: voice.passages,
        fadingPhrases: spoken.fades.fading,
        statementEnds: spoken.statementEnds,
        emphasis: spoken.emphasis,
      }
    : { passages: voice.passages, fadingPhrases: spoken, statementEnds: spoken, emphasis: spoken };
}
