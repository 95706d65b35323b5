/** Makes tracks from a stream of sound, block by block; what it keeps of the sound is a few seconds. */
import type { Tracks } from '../report/index.ts';
import { MIN_LEVEL_DB, TRACK_HOP_SEC } from '../report/index.ts';
import { createBands } from './bands.ts';
import { createBandwidthMeter } from './bandwidth.ts';
import { createChangeMeter } from './change.ts';
import { createClippingMeter } from './clipping.ts';
import type { Formants } from './formants.ts';
import { createFormantFinder } from './formants.ts';
import { createFourier } from './fourier.ts';
import { createFrameList } from './frame-list.ts';
import { createHumFinder } from './hum.ts';
import { levelDbOf } from './level.ts';
import { meanPowerDb, noiseFacts } from './noise.ts';
import { createNucleusFinder, nucleiOf } from './nuclei.ts';
import type { PitchParameters } from './pitch/pitch.ts';
import { createPitchFollower, DEFAULT_PITCH, pitchWindow } from './pitch/pitch.ts';
import { createSpectrumTaker } from './spectrum.ts';
import { createWindowCutter } from './windows.ts';

/** Makes tracks. The same sound makes the same tracks to the last bit, however it is cut into blocks. */
export interface VoiceTracker {
  /** Takes the next samples of 16 kHz mono sound, -1 to 1, in a block of any size. */
  push(block: Float32Array): void;
  /** The tracks of all that was taken; call it once, after the last block. */
  end(): Tracks;
}

/** What is measured how; see {@link PitchParameters}. */
export type VoiceParameters = Partial<PitchParameters>;

/** A periodicity under the voice's level by more than this is a hum in the room, not the voice. */
const VOICE_RANGE_DB = 25;
/** With fewer voiced frames than half a second has, nothing is said of a voice. */
const MIN_VOICED_FRAMES = 50;

const NO_FORMANTS: Formants = Object.freeze({ formant1Hz: 0, formant2Hz: 0 });

/** See {@link VoiceTracker}. */
export function createVoiceTracker(parameters: VoiceParameters = {}): VoiceTracker {
  const pitch = { ...DEFAULT_PITCH, ...parameters };
  const { length, transformSize } = pitchWindow(pitch);
  const fourier = createFourier(transformSize);
  const spectrum = createSpectrumTaker(fourier, length);
  const { binHz, power } = spectrum;

  const lists = {
    pitchHz: createFrameList(),
    voicing: createFrameList(),
    levelDb: createFrameList(),
    changeDb: createFrameList(),
    formant1Hz: createFrameList(),
    formant2Hz: createFrameList(),
    lowBandDb: createFrameList(),
    tiltDb: createFrameList(),
    highBandDb: createFrameList(),
  };
  const follower = createPitchFollower({ fourier, taperPower: spectrum.taperPower }, pitch, (hz) =>
    lists.pitchHz.push(hz),
  );
  const change = createChangeMeter(binHz, (changeDb) => lists.changeDb.push(changeDb));
  const findFormants = createFormantFinder(binHz);
  const measureBands = createBands(binHz);
  const nuclei = createNucleusFinder();
  const bandwidth = createBandwidthMeter(binHz, power.length);
  const hum = createHumFinder();
  const clipping = createClippingMeter();

  const cutter = createWindowCutter(length, (window) => {
    const levelDb = levelDbOf(window);
    lists.levelDb.push(levelDb);
    spectrum.take(window);
    if (levelDb === MIN_LEVEL_DB) {
      // What rounding leaves of a constant is no sound.
      power.fill(0);
    }
    const strength = follower.push(power);
    lists.voicing.push(strength);
    const { formant1Hz, formant2Hz } = strength > 0 ? findFormants(power) : NO_FORMANTS;
    lists.formant1Hz.push(formant1Hz);
    lists.formant2Hz.push(formant2Hz);
    change.push(power);
    const { lowBandDb, tiltDb, highBandDb, sonorantDb } = measureBands(power);
    lists.lowBandDb.push(lowBandDb);
    lists.tiltDb.push(tiltDb);
    lists.highBandDb.push(highBandDb);
    nuclei.push(sonorantDb);
    bandwidth.push(power);
  });

  return {
    push(block) {
      cutter.push(block);
      hum.push(block);
      clipping.push(block);
    },
    end() {
      cutter.end();
      follower.end();
      change.end();
      const peaks = nuclei.end();
      const frames = {
        pitchHz: lists.pitchHz.toArray(),
        voicing: lists.voicing.toArray(),
        levelDb: lists.levelDb.toArray(),
        changeDb: lists.changeDb.toArray(),
        formant1Hz: lists.formant1Hz.toArray(),
        formant2Hz: lists.formant2Hz.toArray(),
        lowBandDb: lists.lowBandDb.toArray(),
        tiltDb: lists.tiltDb.toArray(),
        highBandDb: lists.highBandDb.toArray(),
      };
      const speechLevelDb = keepToTheVoice(frames);
      return Object.freeze({
        hopSec: TRACK_HOP_SEC,
        frames: frames.pitchHz.length,
        ...frames,
        nuclei: nucleiOf(peaks, frames.pitchHz),
        sound: {
          ...noiseFacts(frames.levelDb, speechLevelDb),
          clippedShare: speechLevelDb === null ? null : clipping.end(),
          bandwidthHz: speechLevelDb === null ? null : bandwidth.end(),
          hum: hum.end(),
        },
      });
    },
  };
}

type FrameTracks = Pick<Tracks, 'pitchHz' | 'levelDb' | 'formant1Hz' | 'formant2Hz'>;

/**
 * Takes pitch away where it is far under the level of the voice, and formants where there is no pitch.
 *
 * @returns the level of the voice; null when there is too little of it
 */
function keepToTheVoice({ pitchHz, levelDb, formant1Hz, formant2Hz }: FrameTracks): number | null {
  const levelOfVoiced = (): number | null => {
    const voiced = levelDb.filter((_, frame) => (pitchHz[frame] ?? 0) > 0);
    return voiced.length < MIN_VOICED_FRAMES ? null : meanPowerDb(voiced);
  };
  const least = (levelOfVoiced() ?? -Infinity) - VOICE_RANGE_DB;
  for (const [frame, level] of levelDb.entries()) {
    if (level < least) {
      pitchHz[frame] = 0;
    }
    if (pitchHz[frame] === 0) {
      formant1Hz[frame] = 0;
      formant2Hz[frame] = 0;
    }
  }
  return levelOfVoiced();
}
