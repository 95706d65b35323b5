/** The thresholds of what is measured of the voice; they stand among the parameters of an analysis. */
import { z } from 'zod';

/** Fields of the analysis parameters. */
export const voiceParameters = {
  monotoneSt: z.number().positive().default(2).meta({
    description: 'Pitch that varies by less is monotone (standard deviation in semitones; Hincks 2005).',
  }),
  monotoneStretchSec: z.number().positive().default(20).meta({
    description: 'The shortest stretch that is called monotone.',
  }),
  monotonePassageShare: z.number().positive().max(1).default(0.5).meta({
    description: "A passage is monotone below this share of the speaker's own variation.",
  }),
  monotonePassageSec: z.number().positive().default(5).meta({
    description: 'The shortest passage that is called monotone.',
  }),
  quietDb: z.number().positive().default(8).meta({
    description: 'A passage is quiet when it is softer than the talk by this.',
  }),
  emphaticDb: z.number().positive().default(2.5).meta({
    description: 'A passage is emphatic when it is louder than the talk by this, and livelier.',
  }),
  emphaticPitchTimes: z.number().min(1).default(1.25).meta({
    description: "Livelier: the pitch varies by this many times the speaker's own variation.",
  }),
  voicePassageSec: z.number().positive().default(3).meta({
    description: 'The shortest passage that is called quiet or emphatic.',
  }),
  fadeOverUsualDb: z.number().positive().default(3).meta({
    description:
      'A phrase fades when its loudness falls by this more than is usual in the talk: half of 6 dB.',
  }),
  fadeDb: z.number().positive().default(9).meta({
    description: 'A phrase that falls by this fades, whatever is usual.',
  }),
  stressWindowSec: z.number().positive().default(5).meta({
    description: 'A word is compared with the words of this time on both sides.',
  }),
  stressedFrom: z.number().positive().default(1).meta({
    description: 'From this prominence on a word is stressed (mean of three standard scores).',
  }),
  unstressedBelow: z.number().negative().default(-0.5).meta({
    description: 'Below this prominence a word passes by.',
  }),
} as const;
