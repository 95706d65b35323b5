/** A yes-or-no question on the terminal. */
import { createInterface } from 'node:readline';
import type { CommandContext } from './io.ts';

/** How a question is asked. */
export interface AskOptions {
  /** What an empty answer means. */
  readonly default: boolean;
}

/** What is taken for an answer, in lower case and in any language: people forget which one they are in. */
const ANSWERS: ReadonlyMap<string, boolean> = new Map([
  ['y', true],
  ['yes', true],
  ['д', true],
  ['да', true],
  ['n', false],
  ['no', false],
  ['н', false],
  ['нет', false],
]);

/** Whether somebody is there to answer: the answers come from a terminal, and the questions go to one. */
function canAsk({ io }: CommandContext): boolean {
  return io.stdin.isTTY === true && io.stderr.isTTY === true;
}

/**
 * Asks on standard error and waits for an answer on standard input; an answer that is none is asked for again.
 *
 * @returns false too when nobody is there to answer, or when the input ends
 * @throws the reason of the context's signal
 */
export async function ask(
  context: CommandContext,
  question: string,
  { default: usual }: AskOptions,
): Promise<boolean> {
  if (!canAsk(context)) {
    return false;
  }
  const { io, texts, signal } = context;
  signal.throwIfAborted();
  const prompt = `${question} ${usual ? texts.ask.usuallyYes : texts.ask.usuallyNo} `;
  // The terminal keeps its own line editing, and Ctrl-C stays a signal.
  const lines = createInterface({ input: io.stdin, terminal: false, signal });
  try {
    io.stderr.write(prompt);
    for await (const line of lines) {
      const answer = line.trim().toLowerCase();
      const meant = answer === '' ? usual : ANSWERS.get(answer);
      if (meant !== undefined) {
        return meant;
      }
      io.stderr.write(prompt);
    }
  } finally {
    lines.close();
  }
  // The prompt stands alone on its line.
  io.stderr.write('\n');
  signal.throwIfAborted();
  return false;
}
