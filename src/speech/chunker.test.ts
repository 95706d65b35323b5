import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChunkerOptions, SpeechChunk } from './chunker.ts';
import { createChunker } from './chunker.ts';
import type { SpeechFrames } from './vad/segmenter.ts';
import { SEGMENTER_DEFAULTS, createSegmenter } from './vad/segmenter.ts';
import { VAD_FRAME_SEC } from './vad/silero.ts';

const toFrames = (sec: number): number => Math.round(sec / VAD_FRAME_SEC);

/** What a chunker makes of a whole recording. */
interface Chunked {
  readonly speech: readonly SpeechFrames[];
  readonly chunks: readonly SpeechChunk[];
  /** After each frame, the first frame that was still needed. */
  readonly neededFrom: readonly number[];
}

function chunk(probabilities: Iterable<number>, options: ChunkerOptions): Chunked {
  const chunker = createChunker(options);
  const speech: SpeechFrames[] = [];
  const chunks: SpeechChunk[] = [];
  const neededFrom: number[] = [];
  for (const probability of probabilities) {
    const cut = chunker.push(probability);
    speech.push(...cut.speech);
    chunks.push(...cut.chunks);
    neededFrom.push(chunker.neededFrom);
  }
  const rest = chunker.end();
  return {
    speech: [...speech, ...rest.speech],
    chunks: [...chunks, ...rest.chunks],
    neededFrom: [...neededFrom, chunker.neededFrom],
  };
}

/** Speech and silence in turns, each of so many seconds. */
function turns(...seconds: readonly number[]): readonly number[] {
  return seconds.flatMap((sec, index) => Array<number>(toFrames(sec)).fill(index % 2 === 0 ? 0.9 : 0.05));
}

function lengths(chunks: readonly SpeechFrames[]): readonly number[] {
  return chunks.map(({ from, to }) => to - from);
}

describe('a chunker', () => {
  it('puts stretches together that are close', () => {
    const { speech, chunks } = chunk(turns(2, 1, 2, 1.4, 2, 3), { maxSec: 20 });
    expect(speech).toHaveLength(3);
    expect(chunks).toEqual([{ from: 0, to: speech[2]?.to, endsInSpeech: false }]);
  });

  it('parts stretches that are not', () => {
    const { chunks } = chunk(turns(2, 1.6, 2, 1.6), { maxSec: 20 });
    expect(chunks).toHaveLength(2);
  });

  it('takes another distance', () => {
    expect(chunk(turns(2, 0.6, 2), { maxSec: 20, joinSec: 0.5 }).chunks).toHaveLength(2);
  });

  it('parts stretches that are too long together', () => {
    const { chunks } = chunk(turns(6, 0.5, 6, 0.5, 6), { maxSec: 13 });
    expect(lengths(chunks)).toEqual([toFrames(6) + toFrames(0.5) + toFrames(6), toFrames(6)]);
  });

  it('gives a chunk out as soon as the silence after it is long enough to part it', () => {
    const chunker = createChunker({ maxSec: 20 });
    const given = turns(2, 4).findIndex((probability) => chunker.push(probability).chunks.length > 0);
    expect(given * VAD_FRAME_SEC).toBeCloseTo(3.5, 1);
  });

  it('cuts speech that goes on for too long at its quietest frame, in the second half of what is allowed', () => {
    const probabilities = Array<number>(toFrames(30)).fill(0.9);
    probabilities[toFrames(3)] = 0.5;
    probabilities[toFrames(8)] = 0.6;
    const { chunks } = chunk(probabilities, { maxSec: 10 });
    expect(chunks[0]).toEqual({ from: 0, to: toFrames(8), endsInSpeech: true });
    expect(chunks.at(-1)).toMatchObject({ to: toFrames(30), endsInSpeech: false });
  });

  it('joins what is left after a cut with the speech that follows', () => {
    const probabilities = Array<number>(toFrames(12)).fill(0.9);
    probabilities[toFrames(9)] = 0.6;
    const { chunks } = chunk([...probabilities, ...turns(0, 0.5, 4, 2)], { maxSec: 10 });
    expect(chunks).toHaveLength(2);
    expect(chunks[1]).toMatchObject({ from: toFrames(9), endsInSpeech: false });
  });

  it('makes nothing of silence, of nothing, or of a click', () => {
    for (const probabilities of [turns(0, 30), [], turns(0, 5, 0.05, 5)]) {
      const { speech, chunks, neededFrom } = chunk(probabilities, { maxSec: 20 });
      expect({ speech, chunks }).toEqual({ speech: [], chunks: [] });
      expect(neededFrom.at(-1)).toBe(probabilities.length);
    }
  });

  it('gives out what is still waiting when the sound ends', () => {
    expect(chunk(turns(3), { maxSec: 20 }).chunks).toEqual([
      { from: 0, to: toFrames(3), endsInSpeech: false },
    ]);
  });
});

/** Stretches of loud, doubtful and quiet frames, of lengths that straddle every rule. */
const probabilities = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.constantFrom(0, 0.2, 0.34, 0.4, 0.5, 0.7, 0.99)), {
    maxLength: 60,
  })
  .chain((runs) => {
    const levels = runs.flatMap(([length, level]) => Array<number>(length).fill(level));
    return fc
      .array(fc.float({ min: 0, max: Math.fround(0.01), noNaN: true }), {
        minLength: levels.length,
        maxLength: levels.length,
      })
      .map((noise) => levels.map((level, index) => level + (noise[index] ?? 0)));
  });
const settings = fc.record({
  maxSec: fc.constantFrom(1, 2, 3.3, 20),
  joinSec: fc.constantFrom(0.3, 1, 1.5, 3),
});

function frameSet(ranges: readonly SpeechFrames[]): ReadonlyMap<number, number> {
  const times = new Map<number, number>();
  for (const { from, to } of ranges) {
    for (let frame = from; frame < to; frame += 1) {
      times.set(frame, (times.get(frame) ?? 0) + 1);
    }
  }
  return times;
}

function check(
  property: (chunked: Chunked, levels: readonly number[], options: Required<ChunkerOptions>) => void,
): void {
  fc.assert(
    fc.property(probabilities, settings, (levels, options) => {
      property(chunk(levels, options), levels, options);
    }),
    { numRuns: 300 },
  );
}

/** Why a chunk ends where it does; undefined when it could as well have gone on. */
function reasonToPart(
  { from, to, endsInSpeech }: SpeechChunk,
  next: SpeechChunk | undefined,
  { maxSec, joinSec }: Required<ChunkerOptions>,
): string | undefined {
  const maxFrames = Math.floor(maxSec / VAD_FRAME_SEC);
  if (endsInSpeech) {
    return to - from >= Math.floor(maxFrames / 2) ? 'cut' : undefined;
  }
  if (next === undefined || next.from - to >= toFrames(joinSec)) {
    return 'silence';
  }
  // Together they did not fit: with the silence that makes sure of the end, or with what a cut took away.
  const togetherSec = (next.to - from) * VAD_FRAME_SEC + SEGMENTER_DEFAULTS.minSilenceSec;
  return togetherSec > maxSec - VAD_FRAME_SEC || next.endsInSpeech ? 'length' : undefined;
}

describe('whatever the sound, a chunker', () => {
  it('finds the same speech as the segmenter alone', () => {
    check(({ speech }, levels) => {
      const segmenter = createSegmenter();
      const found = [...levels.map((level) => segmenter.push(level)), segmenter.end()];
      expect(speech).toEqual(found.filter((stretch) => stretch !== undefined));
    });
  });

  it('puts every frame of speech into exactly one chunk', () => {
    check(({ speech, chunks }) => {
      const covered = frameSet(chunks);
      expect([...covered.values()].filter((times) => times > 1)).toEqual([]);
      expect([...frameSet(speech).keys()].filter((frame) => !covered.has(frame))).toEqual([]);
    });
  });

  it('gives chunks in order, none empty, none longer than allowed', () => {
    check(({ chunks }, _levels, { maxSec }) => {
      let last = 0;
      for (const { from, to } of chunks) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(to).toBeGreaterThan(from);
        expect((to - from) * VAD_FRAME_SEC).toBeLessThanOrEqual(maxSec);
        last = to;
      }
    });
  });

  it('lets no silence into a chunk that is as long as the joining distance', () => {
    check(({ speech, chunks }, _levels, { joinSec }) => {
      const spoken = frameSet(speech);
      for (const { from, to } of chunks) {
        let silent = 0;
        for (let frame = from; frame < to; frame += 1) {
          silent = spoken.has(frame) ? 0 : silent + 1;
          expect(silent).toBeLessThan(toFrames(joinSec));
        }
      }
    });
  });

  it('parts two chunks only for a reason: a silence, or a cut in speech that was too long', () => {
    check(({ chunks }, _levels, options) => {
      const unexplained = chunks.filter(
        (one, index) => reasonToPart(one, chunks[index + 1], options) === undefined,
      );
      expect(unexplained).toEqual([]);
    });
  });

  it('cuts too long speech where it is quietest', () => {
    check(({ chunks }, levels, { maxSec }) => {
      const max = Math.floor(maxSec / VAD_FRAME_SEC);
      for (const { from, to } of chunks.filter(({ endsInSpeech }) => endsInSpeech)) {
        expect(levels[to]).toBe(Math.min(...levels.slice(from + Math.floor(max / 2), from + max)));
      }
    });
  });

  it('never needs older sound again, and lets go of what it has given out', () => {
    check(({ chunks, neededFrom }, levels, { maxSec, joinSec }) => {
      const most = Math.floor(maxSec / VAD_FRAME_SEC) + toFrames(joinSec);
      for (const [frame, needed] of neededFrom.entries()) {
        expect(needed).toBeGreaterThanOrEqual(neededFrom[frame - 1] ?? 0);
        expect(Math.min(frame + 1, levels.length) - needed).toBeLessThanOrEqual(most);
      }
      expect(neededFrom.at(-1)).toBe(levels.length);
      expect(chunks.every(({ to }) => to <= levels.length)).toBe(true);
    });
  });

  it('needs no frame of a chunk that it has given out, and every frame of one to come', () => {
    fc.assert(
      fc.property(probabilities, settings, (levels, options) => {
        const chunker = createChunker(options);
        let needed = 0;
        for (const level of levels) {
          const { chunks } = chunker.push(level);
          for (const { from } of chunks) {
            expect(from).toBeGreaterThanOrEqual(needed);
          }
          needed = chunker.neededFrom;
        }
        for (const { from } of chunker.end().chunks) {
          expect(from).toBeGreaterThanOrEqual(needed);
        }
      }),
      { numRuns: 300 },
    );
  });
});
