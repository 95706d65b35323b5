/**
 * Syllable nuclei: voiced peaks of the loudness of vowels with a dip on both sides (after de Jong and Wempe 2009,
 * "Praat script to detect syllable nuclei and measure speech rate automatically").
 */

/** Takes the level of vowels of all frames; keeps peaks. */
export interface NucleusFinder {
  push(sonorantDb: number): void;
  /** All peaks that a dip parts from their neighbours, in order. What is silent or unvoiced is still among them. */
  end(): readonly Peak[];
}

/** A peak of loudness. */
export interface Peak {
  readonly frame: number;
  readonly levelDb: number;
}

/**
 * A peak stands out by so much on both sides, in levels that are means of so many frames on each side: of what was tried,
 * what counts talks of known words best, Russian and English, made and real (0.85 to 1.13 nuclei a syllable).
 */
const DIP_DB = 1.5;
const SMOOTHING = 1;
/** Digital silence. */
const LEAST_DB = -150;

/** See {@link NucleusFinder}. */
export function createNucleusFinder(): NucleusFinder {
  const peaks: Peak[] = [];
  const recent: number[] = [];
  let frames = 0;
  /** The highest since the last dip, and the lowest since the last peak. */
  let highest: Peak = { frame: 0, levelDb: -Infinity };
  let lowestDb = Infinity;
  let rising = true;

  const follow = (frame: number, levelDb: number): void => {
    if (rising) {
      if (levelDb > highest.levelDb) {
        highest = { frame, levelDb };
      } else if (levelDb <= highest.levelDb - DIP_DB) {
        peaks.push(highest);
        rising = false;
        lowestDb = levelDb;
      }
    } else if (levelDb < lowestDb) {
      lowestDb = levelDb;
    } else if (levelDb >= lowestDb + DIP_DB) {
      rising = true;
      highest = { frame, levelDb };
    }
  };

  const push = (sonorantDb: number): void => {
    recent.push(Math.max(LEAST_DB, sonorantDb));
    if (recent.length > 2 * SMOOTHING + 1) {
      recent.shift();
    }
    frames += 1;
    if (frames > SMOOTHING) {
      follow(frames - 1 - SMOOTHING, recent.reduce((sum, value) => sum + value, 0) / recent.length);
    }
  };

  return {
    push,
    end() {
      // Silence follows the end.
      for (let left = 0; left <= SMOOTHING; left += 1) {
        push(LEAST_DB);
      }
      return peaks;
    },
  };
}

/** A nucleus is at most so far under the loud ones of the talk; what is quieter is breath, room or echo. */
const RANGE_DB = 25;
const LOUD_SHARE = 0.9;

/** The frames of the peaks that are syllables: voiced, and loud enough beside the others. */
export function nucleiOf(peaks: readonly Peak[], pitchHz: Float32Array): Uint32Array {
  const voiced = peaks.filter(({ frame }) => (pitchHz[frame] ?? 0) > 0);
  const levels = Float64Array.from(voiced, ({ levelDb }) => levelDb).sort();
  const loudDb = levels[Math.floor(LOUD_SHARE * levels.length)] ?? 0;
  return Uint32Array.from(
    voiced.filter(({ levelDb }) => levelDb >= loudDb - RANGE_DB),
    ({ frame }) => frame,
  );
}
