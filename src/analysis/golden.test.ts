import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inputFromScript } from '../../test/support/spoken-input.ts';
import { ANALYSIS_VERSION, analyze } from './index.ts';

/** A small talk that has something of everything: fillers, numerals, every kind of pause, a fast passage. */
const SCRIPT = `
  [0.4] Good evening, [0.3] members of the council. [0.7] So, um, you know, we paid $84,000 for it in 1984. [2.6]
  The well-known bridge is, like, ninety years old and every morning two thousand people cross it on foot and by
  car and by bus and nobody asked them what they like. [0.5] Mr. Smith [1.2] was asked, [0.2] actually, [0.3] twice. [0.9]
  I mean, basically, when did you last see it empty? [0.6] Thank you. [0.5]
`;

describe('the report of a fixed input', () => {
  // The file is named by the version: another output needs a new version, and with it a new file. Make the file by
  // running this test once after raising ANALYSIS_VERSION, and delete the old one; never write over a file.
  it('is, byte for byte, that of this version', async () => {
    const bytes = `${JSON.stringify(analyze(inputFromScript(SCRIPT, { wordSec: 0.28 })), null, 1)}\n`;
    await expect(bytes).toMatchFileSnapshot(
      join(import.meta.dirname, `golden/report-of-version-${ANALYSIS_VERSION}.golden`),
    );
  });
});
