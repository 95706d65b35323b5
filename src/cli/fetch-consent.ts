/** Whether a model that a recording needs may be fetched: as the owner said beforehand, else as they answer. */
import type { ModelEntry } from '../speech/index.ts';
import { ask } from './ask.ts';
import type { CommandContext } from './io.ts';
import { sizeText } from './size-text.ts';

/** What the consent is made from. */
export interface FetchConsentOptions {
  /** `--yes`, or the setting: nobody is asked. */
  readonly always: boolean;
  /** Whether nobody may be asked. */
  readonly silent: boolean;
  readonly context: CommandContext;
  /** Takes what is drawn away while the question stands. */
  readonly aside: (write: () => Promise<boolean>) => Promise<boolean>;
}

/** Makes the consent of one run: each model is asked for once, however many recordings need it. */
export function createFetchConsent(options: FetchConsentOptions): (model: ModelEntry) => Promise<boolean> {
  const { always, silent, context, aside } = options;
  const answers = new Map<string, Promise<boolean>>();
  return ({ name, sizeBytes }) => {
    if (always || silent) {
      return Promise.resolve(always);
    }
    const question = context.texts.models.offer(name, sizeText(sizeBytes, context.locale));
    const answer = answers.get(name) ?? aside(() => ask(context, question, { default: true }));
    answers.set(name, answer);
    return answer;
  };
}
