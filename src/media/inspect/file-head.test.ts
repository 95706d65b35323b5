import { describe, expect, it } from 'vitest';
import { classifyHead } from './file-head.ts';

function kindOf(text: string): string {
  return classifyHead(Buffer.from(text, 'latin1'));
}

describe('classifyHead', () => {
  it.each([
    '#EXTM3U\n#EXTINF:1,\nsecret.wav\n',
    '\xEF\xBB\xBF#EXTM3U\n',
    'ffconcat version 1.0\nfile secret.wav\n',
    "file '/etc/passwd'\n",
    'file secret.wav',
    '[playlist]\nFile1=secret.wav\n',
    '[Reference]\nRef1=http://127.0.0.1/x\n',
    '<asx version="3.0"><entry/></asx>',
    '<?xml version="1.0"?>\n<!-- a -->\n<MPD xmlns="urn:mpeg:dash:schema:mpd:2011">',
    '<smil><body/></smil>',
    '<?wpl version="1.0"?>\n<smil>',
    'v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=x\r\nm=audio 5004 RTP/AVP 0\r\n',
    'http://127.0.0.1/talk.mp3\n',
  ])('knows the playlist %j', (text) => {
    expect(kindOf(text)).toBe('playlist');
  });

  it.each([
    '\0\0\0\x20ftypisom',
    'RIFF\0\0\0\0WAVE',
    '\x1A\x45\xDF\xA3\x01',
    'OggS\0',
    'fLaC',
    'ID3\x04',
    '#!AMR\n',
    '\x30\x26\xB2\x75\x8E\x66\xCF\x11',
  ])('knows the start of a recording %j', (text) => {
    expect(kindOf(text)).toBe('media');
  });

  it.each(['', 'hello', 'file a report about it', '<html><body>', 'v=0 is not all', '\x89PNG\r\n', 'ftyp'])(
    'makes nothing of %j',
    (text) => {
      expect(kindOf(text)).toBe('other');
    },
  );

  it('takes no time for hostile text', () => {
    const text = `${'<!--'.repeat(500)}${' '.repeat(1000)}${'<!DOCTYPE'.repeat(100)}`;
    const startedMs = performance.now();
    kindOf(text);
    kindOf(' '.repeat(4096));
    kindOf(`v=0\n${'m'.repeat(4000)}`);
    expect(performance.now() - startedMs).toBeLessThan(500);
  });
});
