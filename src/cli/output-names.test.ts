import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OutputNamesOptions } from './output-names.ts';
import { nameOutputs } from './output-names.ts';

function namesOf(names: readonly string[], options: Partial<OutputNamesOptions> = {}): readonly string[][] {
  return nameOutputs({
    names,
    formats: ['md'],
    product: 'report',
    folder: '/out',
    taken: new Set(),
    ...options,
  }).map((files) => files.map(({ path }) => path));
}

describe('nameOutputs', () => {
  it('names results after the recording, a file for each format', () => {
    expect(namesOf(['/talks/my talk.mp4'], { formats: ['text', 'json'] })).toEqual([
      ['/out/my talk.report.text', '/out/my talk.report.json'],
    ]);
    expect(namesOf(['talk.mp4'], { product: 'transcript', formats: ['srt'] })).toEqual([['/out/talk.srt']]);
  });

  it('keeps recordings apart that differ in folder, ending, case or Unicode form alone', () => {
    expect(namesOf(['talk.mp4', 'talk.wav', 'b/talk.mp4', 'c/talk.mp4', 'Talk.mov']).flat()).toEqual([
      '/out/talk.report.md',
      '/out/talk.wav.report.md',
      '/out/talk.mp4.report.md',
      '/out/talk-2.report.md',
      '/out/Talk.mov.report.md',
    ]);
    const twoForms = namesOf(['\u0439.mp4', '\u0438\u0306.mp4']).flat();
    expect(new Set(twoForms.map((path) => path.normalize('NFC'))).size).toBe(2);
  });

  it('keeps the same recording apart when it is given twice', () => {
    expect(new Set(namesOf(['a.mp4', 'a.mp4', 'a.mp4', 'a.mp4']).flat()).size).toBe(4);
  });

  it('never writes over a recording', () => {
    const taken = new Set(['/out/talk.txt']);
    expect(namesOf(['/out/talk.txt'], { product: 'transcript', formats: ['txt'], taken })).toEqual([
      ['/out/talk.txt.txt'],
    ]);
  });

  it('keeps names without an ending, and those that are nothing else', () => {
    expect(namesOf(['stdin', '.mp4']).flat()).toEqual(['/out/stdin.report.md', '/out/.mp4.report.md']);
  });

  it('fits names of 255 bytes, cut between letters, and still keeps them apart', () => {
    const name = `${'я'.repeat(125)}.mp4`;
    const paths = namesOf([name, name, name]).flat();
    expect(new Set(paths).size).toBe(3);
    for (const path of paths) {
      expect(Buffer.byteLength(basename(path))).toBeLessThanOrEqual(255);
      expect(path).toMatch(/я(?:-\d)?\.report\.md$/);
      expect(path).not.toContain('\ufffd');
    }
  });
});
