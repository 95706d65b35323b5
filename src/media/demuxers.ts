/** What ffmpeg may open, and how it is told: the container formats, the protocols, the memory. */

/**
 * ffmpeg's demuxers that may open a recording, each with the name that a report shows. None of them opens a second
 * file or address: QuickTime's external tracks stay closed (`enable_drefs` is off unless asked for).
 */
export const DEMUXERS = {
  aac: 'aac',
  aiff: 'aiff',
  amr: 'amr',
  asf: 'asf',
  au: 'au',
  avi: 'avi',
  caf: 'caf',
  flac: 'flac',
  flv: 'flv',
  loas: 'aac',
  matroska: 'matroska',
  mov: 'mp4',
  mp3: 'mp3',
  mpeg: 'mpeg-ps',
  mpegts: 'mpeg-ts',
  ogg: 'ogg',
  w64: 'w64',
  wav: 'wav',
} as const satisfies Record<string, string>;

/**
 * The descriptor on which a child gets the opened recording. The child never sees the name, so that nothing in a
 * name can mean anything to it, and no extension can sway how the content is read.
 */
const INPUT_FD = 3;

/** {@link INPUT_FD} as an address for ffmpeg. */
export const INPUT_URL = `file:/dev/fd/${INPUT_FD}`;

/**
 * The options that must stand before the input, for ffmpeg and ffprobe alike, so that both see the same streams.
 *
 * No block of memory of more than 128 MiB is needed for sound (the index of four hours of video takes some 40), and
 * a forged header or time can ask for gigabytes. For the parameters of streams that start late, 20 MB and 30 s of
 * the recording are read.
 */
export const INPUT_RULES: readonly string[] = [
  '-max_alloc',
  String(128 * 1024 ** 2),
  '-protocol_whitelist',
  'file',
  '-format_whitelist',
  Object.keys(DEMUXERS).join(','),
  '-probesize',
  '20M',
  '-analyzeduration',
  '30M',
];

/** The name that a report shows for ffprobe's `format_name`, such as `mov,mp4,m4a,3gp,3g2,mj2`. */
export function containerName(formatName: string): string {
  const [first = formatName] = formatName.split(',');
  return isDemuxer(first) ? DEMUXERS[first] : first;
}

function isDemuxer(name: string): name is keyof typeof DEMUXERS {
  return Object.hasOwn(DEMUXERS, name);
}

/** Demuxers of playlists, manifests and session descriptions. */
const REFERRING_DEMUXERS: ReadonlySet<string> = new Set([
  'applehttp',
  'concat',
  'dash',
  'hls',
  'imf',
  'rtsp',
  'sap',
  'sdp',
  'webm_dash_manifest',
]);

/** Whether a demuxer that was refused is one whose files point to other files or addresses. */
export function refersElsewhere(demuxer: string): boolean {
  return REFERRING_DEMUXERS.has(demuxer);
}
