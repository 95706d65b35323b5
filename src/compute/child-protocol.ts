/** What a pool and its children say to each other over the IPC channel. */
import type { SentError } from './sent-error.ts';

/** From the pool to a child. The first message is `setup`, each further one a task. */
export type ToChild<Setup, Task> =
  | { readonly kind: 'setup'; readonly setup: Setup }
  | { readonly kind: 'task'; readonly id: number; readonly task: Task };

/** From a child to the pool. `rssBytes` is the child's resident memory after the work. */
export type FromChild<Result> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly id: number; readonly result: Result; readonly rssBytes: number }
  | { readonly kind: 'failed'; readonly id: number | null; readonly error: SentError };
