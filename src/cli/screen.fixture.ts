/** A terminal for tests: takes what is written, and tells what a person would see. */

const ESC = '\u001b';
const UP = new RegExp(`^${ESC}\\[(\\d+)A$`);
const PIECES = new RegExp(`${ESC}\\[(?:\\d*[A-Z]|\\d+(?:;\\d+)*m)|[^]`, 'gu');

/** The lines of a screen of a given width; what is wider wraps, as it does on a real one. */
export class Screen {
  columns: number;
  /** How often something was written. */
  writes = 0;
  #lines: string[] = [''];
  #row = 0;
  #column = 0;

  constructor(columns: number) {
    this.columns = columns;
  }

  /** Understands what the progress lines use, and fails on any other control. */
  write(text: string): boolean {
    this.writes += 1;
    for (const [piece] of text.matchAll(PIECES)) {
      this.#take(piece);
    }
    return true;
  }

  /** What is seen, without empty lines at the end. */
  get lines(): readonly string[] {
    const lines = this.#lines.map((line) => line.trimEnd());
    return lines.slice(0, lines.findLastIndex((line) => line !== '') + 1);
  }

  #take(piece: string): void {
    const up = UP.exec(piece);
    if (up !== null) {
      this.#row = Math.max(0, this.#row - Number(up[1]));
    } else if (piece === `${ESC}[J`) {
      this.#lines = [...this.#lines.slice(0, this.#row), this.#current().slice(0, this.#column)];
    } else if (piece === `${ESC}[K`) {
      this.#lines[this.#row] = this.#current().slice(0, this.#column);
    } else if (piece === '\r') {
      this.#column = 0;
    } else if (piece === '\n') {
      this.#nextLine();
    } else if (/^\p{Cc}/u.test(piece)) {
      throw new Error(`The screen does not know ${JSON.stringify(piece)}.`);
    } else {
      if (this.#column >= this.columns) {
        this.#nextLine();
      }
      const line = this.#current().padEnd(this.#column);
      this.#lines[this.#row] = line.slice(0, this.#column) + piece + line.slice(this.#column + 1);
      this.#column += 1;
    }
  }

  #current(): string {
    return this.#lines[this.#row] ?? '';
  }

  #nextLine(): void {
    this.#row += 1;
    this.#column = 0;
    this.#lines[this.#row] ??= '';
  }
}
