/** Progress where nothing can be drawn over, or nobody wants it: failures, and warnings unless they are unwanted. */
import { failureText, warningText } from './failure-text.ts';
import type { OutputStream } from './io.ts';
import type { ProgressView } from './progress.ts';
import type { CliTexts } from './texts/en.ts';

/** What the view is made from. */
export interface PlainProgressOptions {
  readonly stream: Pick<OutputStream, 'write'>;
  /** The names as given, by place. */
  readonly names: readonly string[];
  readonly texts: CliTexts;
  /** Whether warnings are left out too. */
  readonly quiet: boolean;
}

/** Creates the view. */
export function createPlainProgress({ stream, names, texts, quiet }: PlainProgressOptions): ProgressView {
  return {
    start: () => {},
    update: () => {},
    end: (file, end) => {
      if (end.kind === 'failed') {
        stream.write(failureText(end.error, texts, names[file]));
      }
    },
    warn: (sentence) => {
      if (!quiet) {
        stream.write(warningText(sentence, texts));
      }
    },
    log: (line) => stream.write(line),
    aside: (write) => write(),
    close: () => {},
  };
}
