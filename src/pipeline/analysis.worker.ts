/** The entry of an analysis thread: from words and stretches of speech to the report. */
export { analyze } from '../analysis/index.ts';
