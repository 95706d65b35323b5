/** What the first bytes of a file say about a file that ffmpeg did not open: for the choice of the error, no more. */

/** How many bytes are looked at. */
export const HEAD_BYTES = 4096;

/** `playlist`: points to other files. `media`: starts like a recording, so it is damaged. `other`: neither. */
export type HeadKind = 'playlist' | 'media' | 'other';

/** The first words of playlists and manifests, after white space, an XML declaration and comments. */
const PLAYLIST_STARTS = [
  /^#EXTM3U/i,
  /^ffconcat version/i,
  /^file\s+('[^'\n]*'|"[^"\n]*"|\S+)\s*(\n|$)/i,
  /^\[playlist\]/i,
  /^\[reference\]/i,
  /^<(asx|smil|mpd|wpl|playlist|assetmap|compositionplaylist)[\s>]/i,
  /^(<\w+:)?compositionplaylist[\s>]/i,
  /^v=0\r?\n[\s\S]*^m=\w/im,
  /^(https?|rtsp|rtmp|mms|ftp|file):\/\/\S+/i,
  /^rtsptext/i,
];

/** The first bytes of media containers, each with its offset. */
const SIGNATURES: readonly (readonly [offset: number, bytes: string])[] = [
  [4, 'ftyp'],
  [4, 'moov'],
  [4, 'moof'],
  [4, 'mdat'],
  [0, 'RIFF'],
  [0, 'RF64'],
  [0, 'FORM'],
  [0, '\x1A\x45\xDF\xA3'],
  [0, 'OggS'],
  [0, 'fLaC'],
  [0, 'ID3'],
  [0, 'FLV\x01'],
  [0, '\x30\x26\xB2\x75\x8E\x66\xCF\x11'],
  [0, '#!AMR'],
  [0, 'caff'],
  [0, '.snd'],
  [0, '\x00\x00\x01\xBA'],
];

/** What the head says. Content that looks like two kinds is a playlist. */
export function classifyHead(head: Uint8Array): HeadKind {
  const text = Buffer.from(head).toString('latin1');
  const start = text
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .replace(/^\s*(<\?\w+[^>]*>\s*)*(<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*/i, '');
  if (PLAYLIST_STARTS.some((pattern) => pattern.test(start))) {
    return 'playlist';
  }
  return SIGNATURES.some(([offset, bytes]) => text.startsWith(bytes, offset)) ? 'media' : 'other';
}
