/** The plan of a talk: how long it and its points may take, and how the talk kept to it. */
import { z } from 'zod';
import { seconds } from './time-range.ts';

/** How long something may take, both ends inclusive; an absent end is open. */
export const timeWindow = z
  .object({ minSec: z.number().min(0).optional(), maxSec: z.number().positive().optional() })
  .refine(({ minSec, maxSec }) => minSec !== undefined || maxSec !== undefined, 'One end is needed.')
  .refine(({ minSec = 0, maxSec = Infinity }) => minSec <= maxSec, 'The ends are in the wrong order.')
  .readonly()
  .meta({ id: 'TimeWindow' });

/** See {@link timeWindow}. */
export type TimeWindow = z.infer<typeof timeWindow>;

/** More points than these are a script, not a plan. */
export const MAX_PLAN_POINTS = 100;

/** A point of a plan, in the order in which it is to be spoken of. */
const planPoint = z
  .object({ title: z.string().min(1), window: timeWindow })
  .readonly()
  .meta({ id: 'PlanPoint' });

/** What the owner intends: the time for the whole talk, and for its points if there are any. */
export const talkPlan = z
  .object({ window: timeWindow, points: z.array(planPoint).max(MAX_PLAN_POINTS).readonly() })
  .readonly()
  .meta({ id: 'TalkPlan' });

/** See {@link talkPlan}. */
export type TalkPlan = z.infer<typeof talkPlan>;

/**
 * A point laid over the recording by the plan alone: it begins where the points before it end if each takes its time.
 * What was really said there is not looked at.
 */
const plannedPoint = z
  .object({
    title: z.string().min(1),
    window: timeWindow,
    startSec: seconds.meta({ description: 'Where it begins by the plan.' }),
    endSec: seconds.meta({ description: 'Where it ends by the plan; this may lie past the recording.' }),
    spentSec: z.number().min(0).meta({
      description: 'How much of that time the talk filled; less than planned only at its end.',
    }),
    syllablesPerSec: z.number().min(0).nullable().meta({
      description: 'Speech rate there; null when there is too little speech.',
    }),
  })
  .readonly()
  .meta({ id: 'PlannedPoint' });

/** The plan beside the talk. */
export const plannedTalk = z
  .object({
    window: timeWindow,
    points: z.array(plannedPoint).readonly(),
    overSec: z
      .number()
      .min(0)
      .meta({ description: 'How much of the talk comes after the longest time that the window allows.' }),
  })
  .readonly()
  .meta({ id: 'PlannedTalk' });

/** See {@link plannedTalk}. */
export type PlannedTalk = z.infer<typeof plannedTalk>;
