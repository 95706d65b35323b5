/** Scenarios: the kinds of talk that are judged by norms of their own. */
import { z } from 'zod';

/**
 * Every scenario. A code once released keeps its meaning. `free` is any talk, judged by what holds for all of them;
 * `defence` is that of a thesis or project, `lesson` one for children, `story` is told rather than argued.
 */
export const SCENARIOS = [
  'lecture',
  'conference-talk',
  'pitch',
  'defence',
  'lesson',
  'interview',
  'story',
  'free',
] as const;

/** See {@link SCENARIOS}. */
export const scenario = z
  .enum(SCENARIOS)
  .meta({ id: 'Scenario', description: 'What kind of talk it is: it sets bands and weights.' });

/** See {@link SCENARIOS}. */
export type Scenario = z.infer<typeof scenario>;

/** The scenario of a talk of which nothing was said. */
export const DEFAULT_SCENARIO: Scenario = 'free';
