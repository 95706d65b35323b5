import { describe, expect, it } from 'vitest';
import { inputFromScript } from '../../test/support/spoken-input.ts';
import { analyze } from '../analysis/index.ts';
import { exportReport, exportTranscript } from './formats.ts';
import { englishTalk, reportOf, russianTalk, silentRecording } from './report.fixture.ts';

describe('the report as Markdown', () => {
  it('reads like this', () => {
    expect(exportReport(englishTalk(), 'md', { locale: 'en' })).toMatchInlineSnapshot(`
      "# talk.mp4

      0:41 · English · moonshine-tiny 1

      > **!** The recording is cut off: 0:38 of 1:16 can be read. That part was analysed.

      > **!** Telephone sound (8 kHz): nothing above 4 kHz was recorded, so more words may be misheard.

      ## What to change

      1. **Slow down.** You speak at 4.6 syllables per second (182 words per minute). Up to 4.1 syllables is comfortable to follow: in words like yours, about 161 words per minute. *Listen at 0:03, 0:31.*
      2. **Split the long phrases.** One phrase has 27 words. One thought, one phrase, then a pause.

      ## Time

      | Measure | Value | Against the usual range |
      | --- | --- | --- |
      | Duration | 38.2 s |  |
      | Time of the talk | 38.2 s | **under your 50 s** |

      Your points, laid over the talk by their times alone:

      | Point | At | Reached | Pace |
      | --- | --- | --- | --- |
      | Who \\| I am | 0:00–0:20 |  | 3.9 syll/s |
      | What the library is | 0:20–0:50 | only 16.7 s | 5.1 syll/s |
      | What I ask | 0:50–1:00 | not reached |  |

      ## Pace

      | Measure | Value | Against the usual range |
      | --- | --- | --- |
      | Pace | 4.6 syllables per second (4.4–4.8) ¹ | **above 4.1** |
      | Words per minute | 182 |  |
      | Spread of the pace | 1.2 syllables per second |  |
      | Pace of the opening | 131% | **above 115%** |
      | Articulation rate | 4.0 syllables per second ² | in range (3.3–5.9) |

      Stretches that stand out:

      | Stretch | At | Value | Words |
      | --- | --- | --- | --- |
      | Fast | 0:23–0:35 | 5.2 syll/s | So, basically, the library … |
      | Fast and dense | 0:26–0:34 | 5.9 syll/s | is, like, much more than … |

      ## Pauses

      7 pauses of 0.25 s or longer, 2 of them 2.5 s or longer. Where a phrase ends: 6, inside one: 1. The longest:

      | At | Length | Place | Words |
      | --- | --- | --- | --- |
      | 0:15 | 3.1 s |  | … about the Northside library. → Let me start with a story. … |
      | 0:22 | 2.8 s |  | … She asked me what I like. → So, basically, the library … |
      | 0:11 | 2.1 s | inside a phrase | … you know, to talk about → the Northside library. Let … |

      A pause would help here, after 25 words or 12 s without one:

      | At | Without a pause | Words |
      | --- | --- | --- |
      | 0:32 | 27 words | … hundred homework sessions, → two hundred job workshops … |
      | 0:35 | 27 words | … forty one language classes, → and a repair cafe every … |

      ## Phrases

      9 phrases: 2 short, 6 balanced, 1 long. Their lengths vary.

      | Phrase | Value | At | Words |
      | --- | --- | --- | --- |
      | Longest | 27 words | 0:28 | Last year we had eighty four … |
      | Fastest | 183 words per minute | 0:00 | Good evening, members of the … |

      ## Filler words

      | Filler | Count | Where |
      | --- | --- | --- |
      | like | 2 | 0:21, 0:26 |
      | you know | 1 | 0:10 |

      ## Other numbers

      | Measure | Value | Against the usual range |
      | --- | --- | --- |
      | metric-of-a-later-version | 23% |  |

      ¹ less certain: the recogniser was less sure of the words than usual

      ² uncertain: word times are estimated, not measured

      In brackets: the range that holds the true value in four cases of five.

      ## Not measured

      | Measure | Why |
      | --- | --- |
      | Pace at the end against the start | there is too little speech |
      | Filler sounds per minute | this version does not measure it yet |

      ## Where the ranges come from

      - Time of the talk: The plan of the talk (set by you)
      - Pace: practice of \\*several\\* products (from practice)
      - Pace of the opening: a first estimate (a first estimate)
      - Articulation rate: Quené 2008 (from controlled studies)

      ## Transcript

      **0:00** Good evening, members of the council.

      **0:03** My name is Alice Moreno, and I have lived on Garden Street for nineteen years.

      **0:09** I am here, you know, to talk about

      **0:14** the Northside library.

      **0:18** Let me start with a story.

      **0:20** She asked me what I like.

      **0:25** So, basically, the library is, like, much more than books.

      **0:28** Last year we had eighty four thousand visits, six hundred homework sessions, two hundred job workshops, forty one language classes, and a repair cafe every second Saturday.

      **0:38** Thank you.
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
        "## Время",
        "## Темп",
        "## Паузы",
        "## Фразы",
        "## Слова-паразиты",
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
      fillers: [{ text: 'x | y\n| z', firstWord: 0, lastWord: 0, startSec: 0, endSec: 1, counted: true }],
    };
    const text = exportReport(report, 'md', { locale: 'en' });
    expect(text.split('\n')[0]).toBe(String.raw`# a \# b \| c \<script\>.mp4`);
    expect(text).toContain(String.raw`| x \| y \| z | 1 | 0:00 |`);
  });
});
