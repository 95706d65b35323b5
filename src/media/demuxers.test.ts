import { describe, expect, it } from 'vitest';
import { containerName, DEMUXERS, INPUT_RULES, refersElsewhere } from './demuxers.ts';

describe('demuxers', () => {
  it('allows none that refers to other files', () => {
    expect(Object.keys(DEMUXERS).filter(refersElsewhere)).toEqual([]);
    expect(['hls', 'concat', 'dash', 'sdp'].every(refersElsewhere)).toBe(true);
  });

  it('allows no protocol but that of local files, even to a demuxer that is allowed', () => {
    expect(INPUT_RULES.at(INPUT_RULES.indexOf('-protocol_whitelist') + 1)).toBe('file');
  });

  it('names the container for a person', () => {
    expect(containerName('mov,mp4,m4a,3gp,3g2,mj2')).toBe('mp4');
    expect(containerName('matroska,webm')).toBe('matroska');
    expect(containerName('toString')).toBe('toString');
  });
});
