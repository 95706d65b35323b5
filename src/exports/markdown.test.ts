import { describe, expect, it } from 'vitest';
import { inputFromScript } from '../../test/support/spoken-input.ts';
import { analyze } from '../analysis/index.ts';
import { exportReport, exportTranscript } from './formats.ts';
import { englishTalk, reportOf, russianTalk, silentRecording } from './report.fixture.ts';

describe('the report as Markdown', () => {
  it('reads like this', () => {
    expect(exportReport(englishTalk(), 'md', { locale: 'en' })).toMatchInlineSnapshot(`
      "# talk.mp4

      0:38 · English · moonshine-tiny 1

      > **!** The recording is cut off: 0:38 of 1:16 can be read. That part was analysed.

      > **!** Telephone sound (8 kHz): nothing above 4 kHz was recorded, so more words may be misheard.

      ## What to change

      1. **Slow down.** You speak at 182 words per minute; up to 165 is comfortable to follow. *Listen at 0:03, 0:31.*
      2. **Split the long phrases.** One phrase has 27 words. One thought, one phrase, then a pause.

      ## Numbers

      | Measure | Value | Against the usual range |
      | --- | --- | --- |
      | Duration | 38.2 s |  |
      | Pace | 182 words per minute (175–190) ¹ | **above 165** |
      | Articulation rate | 4.0 syllables per second ² | in range (3.3–5.9) |
      | metric-of-a-later-version | 23% |  |

      ¹ less certain: the recogniser was less sure of the words than usual

      ² uncertain: word times are estimated, not measured

      In brackets: the range that holds the true value in four cases of five.

      ## Pauses

      6 pauses of 0.25 s or longer, 2 of them 2.5 s or longer. The longest:

      | At | Length | Words |
      | --- | --- | --- |
      | 0:12 | 3.1 s | … about the Northside library. → Let me start with a story. … |
      | 0:20 | 2.8 s | … She asked me what I like. → So, basically, the library … |
      | 0:02 | 1.2 s | … members of the council. → My name is Alice Moreno, and … |

      ## Filler words

      | Filler | Count | Where |
      | --- | --- | --- |
      | like | 2 | 0:21, 0:26 |
      | you know | 1 | 0:10 |

      ## Phrases

      8 phrases: 1 short, 6 balanced, 1 long. Their lengths vary.

      | Phrase | Value | At | Words |
      | --- | --- | --- | --- |
      | Longest | 27 words | 0:26 | Last year we had eighty four … |
      | Fastest | 183 words per minute | 0:00 | Good evening, members of the … |

      ## Not measured

      | Measure | Why |
      | --- | --- |
      | Filler sounds per minute | this version does not measure it yet |

      ## Where the ranges come from

      - Pace: practice of \\*several\\* products (from practice)
      - Articulation rate: Quené 2008 (from controlled studies)

      ## Transcript

      **0:00** Good evening, members of the council.

      **0:03** My name is Alice Moreno, and I have lived on Garden Street for nineteen years.

      **0:09** I am here, you know, to talk about the Northside library.

      **0:16** Let me start with a story.

      **0:18** She asked me what I like.

      **0:23** So, basically, the library is, like, much more than books.

      **0:26** Last year we had eighty four thousand visits, six hundred homework sessions, two hundred job workshops, forty one language classes, and a repair cafe every second Saturday.

      **0:36** Thank you.
      "
    `);
  });

  it('has all its headings in Russian', () => {
    const headings = exportReport(russianTalk(), 'md', { locale: 'ru' })
      .split('\n')
      .filter((line) => line.startsWith('#'));
    expect(headings).toMatchInlineSnapshot(`
      [
        "# talk.mp4",
        "## Над чем поработать",
        "## Показатели",
        "## Паузы",
        "## Слова-паразиты",
        "## Фразы",
        "## Не измерено",
        "## Откуда взяты нормы",
        "## Расшифровка",
      ]
    `);
  });

  it('names the sources of the ranges in Russian, and those of another version as they came', () => {
    const analysis = analyze(inputFromScript('[0.5] Good evening, members of the council. [0.6] '.repeat(8)));
    const text = exportReport(analysis, 'md', { locale: 'ru' });
    expect(text).toContain('- Доля пауз: В публичной речи звучания');
    expect(text).not.toContain('Public speaking');
    expect(exportReport(englishTalk(), 'md', { locale: 'ru' })).toContain('practice of');
  });

  it('says why the transcript is not there', () => {
    const text = exportReport(silentRecording(), 'md', { locale: 'en' });
    expect(text).toMatch(/## Transcript\n\nThere is no transcript: nobody speaks in the recording\.\n$/);
    expect(text).not.toContain('## Pauses');
  });

  it('shows words literally, whatever they are made of', () => {
    const report = reportOf([
      ['*stars* _under_ `code` [link](x) <b> # | a~b $x$ &lt; \\', 0],
      ['- item', 0],
      ['1. first', 0],
    ]);
    const lines = exportTranscript(report, 'md', { locale: 'en' }).trimEnd().split('\n\n').slice(3);
    expect(lines).toEqual([
      String.raw`**0:00** \*stars\* \_under\_ \`code\` \[link\](x) \<b\> \# \| a\~b \$x\$ \&lt; \\`,
      String.raw`**0:04** \- item`,
      String.raw`**0:04** 1\. first`,
    ]);
  });

  it('keeps a hostile name within its heading and its cell', () => {
    const talk = englishTalk();
    const report = {
      ...talk,
      recording: { ...talk.recording, name: 'a\n# b | c <script>.mp4' },
      fillers: [{ text: 'x | y\n| z', firstWord: 0, lastWord: 0, startSec: 0, endSec: 1 }],
    };
    const text = exportReport(report, 'md', { locale: 'en' });
    expect(text.split('\n')[0]).toBe(String.raw`# a \# b \| c \<script\>.mp4`);
    expect(text).toContain(String.raw`| x \| y \| z | 1 | 0:00 |`);
  });
});
