/**
 * Speech is cut into chunks for the recogniser: neighbouring stretches together, up to its limit, and speech that
 * goes on for longer cut at its quietest frame. Takes one frame at a time, so that a long recording is never whole in
 * memory.
 */
import { createSegmenter } from './vad/segmenter.ts';
import type { SpeechFrames } from './vad/segmenter.ts';
import { VAD_FRAME_SEC } from './vad/silero.ts';

/** How speech is cut. */
export interface ChunkerOptions {
  /** The longest chunk, in seconds. */
  readonly maxSec: number;
  /**
   * Stretches closer than this share a chunk. Default 1.5 s: measured, words get better with more company up to 2 s,
   * and past 3 s the model drops whole sentences.
   */
  readonly joinSec?: number;
}

/** A piece of sound for the recogniser. */
export interface SpeechChunk extends SpeechFrames {
  /** Whether it ends inside speech: what follows is not silence. */
  readonly endsInSpeech: boolean;
  /** The frame at which speech goes on after it, as far as that is known by then. */
  readonly nextFrom?: number;
}

/** What became certain with a frame. */
export interface Cut {
  /** Stretches of speech that have ended, in order. */
  readonly speech: readonly SpeechFrames[];
  /** Chunks that are complete, in order, in frames. */
  readonly chunks: readonly SpeechChunk[];
}

/** See {@link createChunker}. */
export interface Chunker {
  push(probability: number): Cut;
  end(): Cut;
  /** Sound before this frame is not needed any more. */
  readonly neededFrom: number;
}

/** Makes a chunker for one recording. */
export function createChunker(options: ChunkerOptions): Chunker {
  return new FrameChunker(options);
}

class FrameChunker implements Chunker {
  readonly #segmenter = createSegmenter();
  readonly #maxFrames: number;
  readonly #joinFrames: number;
  /** Probabilities since {@link neededFrom}, to find the quietest frame in. */
  #recent: number[] = [];
  #recentFrom = 0;
  #now = 0;
  /** Ended stretches that wait for company. */
  #waiting: SpeechFrames | undefined;
  /** Where the rest of an over-long stretch begins, after a cut. */
  #cutAt: number | undefined;

  constructor({ maxSec, joinSec = 1.5 }: ChunkerOptions) {
    this.#maxFrames = Math.floor(maxSec / VAD_FRAME_SEC);
    this.#joinFrames = Math.round(joinSec / VAD_FRAME_SEC);
  }

  get neededFrom(): number {
    return this.#waiting?.from ?? this.#openFrom ?? this.#now;
  }

  push(probability: number): Cut {
    const ended = this.#segmenter.push(probability);
    this.#recent.push(probability);
    this.#now += 1;
    const chunks = ended === undefined ? this.#whileOpen() : this.#add(ended);
    this.#forget();
    return { speech: ended === undefined ? [] : [ended], chunks };
  }

  end(): Cut {
    const ended = this.#segmenter.end();
    const chunks = ended === undefined ? [] : this.#add(ended);
    return {
      speech: ended === undefined ? [] : [ended],
      chunks: this.#waiting === undefined ? chunks : [...chunks, this.#flush(this.#waiting)],
    };
  }

  get #openFrom(): number | undefined {
    const open = this.#segmenter.openFrom;
    return open === undefined ? undefined : (this.#cutAt ?? open);
  }

  /** A stretch is open, or nothing is: what waits may have waited long enough, or the open one be too long. */
  #whileOpen(): readonly SpeechChunk[] {
    const waiting = this.#waiting;
    const open = this.#openFrom;
    if (open === undefined) {
      // A sound too short for speech takes its cut with it.
      this.#cutAt = undefined;
      return waiting !== undefined && this.#now - waiting.to >= this.#joinFrames
        ? [this.#flush(waiting)]
        : [];
    }
    const chunks: SpeechChunk[] = [];
    if (waiting !== undefined && this.#now - waiting.from > this.#maxFrames) {
      chunks.push(this.#flush(waiting, open));
    }
    if (this.#now - open >= this.#maxFrames) {
      const cut = this.#quietest(open + Math.floor(this.#maxFrames / 2), this.#now);
      chunks.push({ from: open, to: cut, endsInSpeech: true });
      this.#cutAt = cut;
    }
    return chunks;
  }

  /** Takes an ended stretch: to what waits, if they are close and fit together, else in its place. */
  #add(ended: SpeechFrames): readonly SpeechChunk[] {
    const stretch = { from: this.#cutAt ?? ended.from, to: ended.to };
    this.#cutAt = undefined;
    const waiting = this.#waiting;
    if (stretch.from >= stretch.to) {
      return [];
    }
    if (waiting === undefined) {
      this.#waiting = stretch;
      return [];
    }
    const fits = stretch.from - waiting.to < this.#joinFrames && stretch.to - waiting.from <= this.#maxFrames;
    if (fits) {
      this.#waiting = { from: waiting.from, to: stretch.to };
      return [];
    }
    const chunk = this.#flush(waiting, stretch.from);
    this.#waiting = stretch;
    return [chunk];
  }

  #flush(waiting: SpeechFrames, nextFrom?: number): SpeechChunk {
    this.#waiting = undefined;
    return { ...waiting, endsInSpeech: false, ...(nextFrom === undefined ? {} : { nextFrom }) };
  }

  #quietest(from: number, to: number): number {
    let best = to - 1;
    let least = Infinity;
    for (let frame = from; frame < to; frame += 1) {
      const probability = this.#recent[frame - this.#recentFrom] ?? 1;
      if (probability < least) {
        least = probability;
        best = frame;
      }
    }
    return best;
  }

  /** Lets go of old probabilities, rarely, so that each frame costs the same. */
  #forget(): void {
    const unneeded = this.neededFrom - this.#recentFrom;
    if (unneeded > this.#maxFrames) {
      this.#recent = this.#recent.slice(unneeded);
      this.#recentFrom += unneeded;
    }
  }
}
