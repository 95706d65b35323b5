/** One stream of sound for two readers: each gets every block, and both go on as fast as the slower of them reads. */

/** Blocks that wait for a slower reader, at most: enough to cover one reader's pauses, little to hold. */
const MAX_AHEAD = 8;

interface Reader<Block> {
  readonly waiting: Block[];
  hasLeft: boolean;
}

/**
 * Two readers of one stream, each to be read once. The source is read when a reader asks; it is told to end when both
 * readers have left, and what it throws both of them throw. A reader that never begins does not leave either: whoever
 * gives up ends the source by its own signal.
 */
export function splitSound<Block>(
  blocks: AsyncIterable<Block>,
): readonly [AsyncIterable<Block>, AsyncIterable<Block>] {
  const source = new SharedSource(blocks);
  const [one, other] = source.readers;
  return [read(source, one), read(source, other)];
}

async function* read<Block>(
  source: SharedSource<Block>,
  reader: Reader<Block>,
): AsyncGenerator<Block, void, undefined> {
  try {
    for (;;) {
      const block = reader.waiting.shift();
      if (block !== undefined) {
        source.hasRoom();
        yield block;
      } else if (!(await source.more(reader))) {
        return;
      }
    }
  } finally {
    await source.leave(reader);
  }
}

function newReader<Block>(): Reader<Block> {
  return { waiting: [], hasLeft: false };
}

class SharedSource<Block> {
  readonly readers: readonly [Reader<Block>, Reader<Block>] = [newReader(), newReader()];
  readonly #iterator: AsyncIterator<Block>;
  /** The block that is being read for both. */
  #reading: Promise<boolean> | undefined;
  #room = Promise.withResolvers<void>();
  #hasEnded = false;

  constructor(blocks: AsyncIterable<Block>) {
    this.#iterator = blocks[Symbol.asyncIterator]();
  }

  /** Waits until there is a block for a reader who has none; false when there is none any more. */
  async more(reader: Reader<Block>): Promise<boolean> {
    while (reader.waiting.length === 0) {
      if (this.#hasEnded) {
        return false;
      }
      if (this.readers.some(({ waiting, hasLeft }) => !hasLeft && waiting.length >= MAX_AHEAD)) {
        await this.#room.promise;
        continue;
      }
      this.#reading ??= this.#read();
      if (!(await this.#reading)) {
        return reader.waiting.length > 0;
      }
    }
    return true;
  }

  /** A reader has taken a block, or left: whoever waits for room looks again. */
  hasRoom(): void {
    this.#room.resolve();
    this.#room = Promise.withResolvers();
  }

  async leave(reader: Reader<Block>): Promise<void> {
    reader.hasLeft = true;
    reader.waiting.length = 0;
    this.hasRoom();
    if (!this.#hasEnded && this.readers.every(({ hasLeft }) => hasLeft)) {
      this.#hasEnded = true;
      await this.#iterator.return?.();
    }
  }

  async #read(): Promise<boolean> {
    const next = await this.#iterator.next();
    this.#reading = undefined;
    if (next.done === true) {
      this.#hasEnded = true;
      return false;
    }
    for (const { waiting, hasLeft } of this.readers) {
      if (!hasLeft) {
        waiting.push(next.value);
      }
    }
    return true;
  }
}
