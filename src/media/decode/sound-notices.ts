/** What the owner should know about the sound of a recording, from what was measured. */
import type { Notice } from '../../report/index.ts';
import type { SoundFacts } from './sound-meter.ts';

/** From this share of the sound on, clipping is heard as distortion; for the numbers see {@link SoundFacts}. */
const CLIPPED_PERCENT = 0.1;

/**
 * Below this level of the loudest tenth of a second a recording is very quiet: 10 dB below the quietest of the
 * recordings of real speech that this was tried on (-4 to -30 dBFS).
 */
const QUIET_DBFS = -40;

/** Below this it is not quiet but empty: half a step of 16 bits. That nobody speaks is said elsewhere. */
const EMPTY_DBFS = -96;

/** Up to this sample rate nothing above 4 kHz can be recorded: telephone sound. */
const NARROW_BAND_HZ = 8000;

/** What is known when the sound has ended. */
export interface DecodedSound {
  /** Of the recording itself. */
  readonly sampleRateHz: number;
  /** Of the recording itself. */
  readonly channels: number;
  /** The dead one of two, from 1. */
  readonly deadChannel: number | null;
  readonly facts: SoundFacts;
}

/** The notices `dead-channel`, `narrow-band`, `clipped` and `very-quiet`, in this order, those that apply. */
export function soundNotices(sound: DecodedSound): readonly Notice[] {
  const { sampleRateHz, channels, deadChannel, facts } = sound;
  const notices: Notice[] = [];
  // More channels arrive mixed down to two, which says nothing about each, and whose sum may pass full scale.
  const areChannelsKnown = channels <= 2;
  if (areChannelsKnown && deadChannel !== null) {
    notices.push({ code: 'dead-channel', params: { channel: deadChannel } });
  }
  if (sampleRateHz <= NARROW_BAND_HZ) {
    notices.push({ code: 'narrow-band', params: { sampleRateHz } });
  }
  if (areChannelsKnown && facts.clippedPercent >= CLIPPED_PERCENT) {
    notices.push({ code: 'clipped', params: { percent: round(facts.clippedPercent, 1) } });
  }
  if (facts.loudestDbfs < QUIET_DBFS && facts.loudestDbfs > EMPTY_DBFS) {
    notices.push({ code: 'very-quiet', params: { levelDbfs: round(facts.loudestDbfs, 1) } });
  }
  return notices;
}

/** Half away from zero at `digits` decimals. */
function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
