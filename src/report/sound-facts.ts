/** What the sound of a recording is like: level, noise, clipping, bandwidth, hum; it says how far to trust the rest. */
import { z } from 'zod';

/** Levels are RMS in dBFS: 0 for a full-scale square wave, -3 for a full-scale sine. */
const levelDb = z.number();

/** Facts about the sound as it was analysed: mono, 16 kHz. */
export const soundFacts = z
  .object({
    noiseFloorDb: levelDb.nullable().meta({
      description:
        'Level of what is heard between words, in dBFS: the mean power of the quietest tenth of the frames that are ' +
        'not digital silence. null when there is nothing but digital silence.',
    }),
    speechLevelDb: levelDb.nullable().meta({
      description: 'Mean level of the voiced frames, in dBFS; null when less than half a second is voiced.',
    }),
    snrDb: z
      .number()
      .nullable()
      .meta({ description: 'Speech level over noise floor, the noise taken out of both; null with either.' }),
    digitalSilenceShare: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .meta({ description: 'Share of frames of exact silence: a noise gate, or cuts. null without frames.' }),
    clippedShare: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .meta({
        description:
          'Share of the samples within 30 dB of the highest that are cut off at a ceiling, at full scale or below it. ' +
          'null when less than half a second is voiced.',
      }),
    bandwidthHz: z
      .number()
      .min(0)
      .max(8000)
      .nullable()
      .meta({
        description:
          'Up to where there is sound: above, every band is 50 dB or more under the strongest. At most 8000, half the ' +
          'sample rate; null when less than half a second is voiced.',
      }),
    hum: z
      .object({
        mainsHz: z.union([z.literal(50), z.literal(60)]),
        levelDb: levelDb.meta({ description: 'Level of the hum with its harmonics, in dBFS.' }),
      })
      .readonly()
      .nullable()
      .meta({ description: 'Mains hum; null when none stands out of the noise.' }),
  })
  .readonly()
  .meta({ id: 'SoundFacts' });

/** See {@link soundFacts}. */
export type SoundFacts = z.infer<typeof soundFacts>;
