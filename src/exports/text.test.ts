import { describe, expect, it } from 'vitest';
import { exportReport, exportTranscript } from './formats.ts';
import { englishTalk, reportOf, russianTalk, silentRecording } from './report.fixture.ts';
import { displayWidth } from './width.ts';

describe('the report on a terminal', () => {
  it('reads like this in English', () => {
    expect(exportReport(englishTalk(), 'text', { locale: 'en' })).toMatchInlineSnapshot(`
      "talk.mp4
      0:41 · English · moonshine-tiny 1

      ! The recording is cut off: 0:38 of 1:16 can be read. That part was analysed.
      ! Telephone sound (8 kHz): nothing above 4 kHz was recorded, so more words may
        be misheard.

      Time
        Duration          38.2 s
        Time of the talk  38.2 s  under your 50 s
        Your points, laid over the talk by their times alone:
        Who | I am           0:00–0:20               3.9 syll/s
        What the library is  0:20–0:50  only 16.7 s  5.1 syll/s
        What I ask           0:50–1:00  not reached

      Pace
        Pace                 4.6 syllables per second (4.4–4.8) ¹  above 4.1
        Words per minute     182
        Pace of the opening  131%                                  above 115%
        Articulation rate    4.0 syllables per second ²            in range (3.3–5.9)
        Stretches that stand out:
        Fast            0:23–0:35  5.2 syll/s  So, basically, the library …
        Fast and dense  0:26–0:34  5.9 syll/s  is, like, much more than …

      Pauses
        7 pauses of 0.25 s or longer, 2 of them 2.5 s or longer. Where a phrase ends:
        6, inside one: 1. The longest:
        0:15  3.1 s  … about the Northside library. → Let me start with a story. …
        0:22  2.8 s  … She asked me what I like. → So, basically, the library …
        0:11  2.1 s  … you know, to talk about → the Northside library. Let …
        A pause would help here, after 25 words or 12 s without one:
        0:32  27 words  … hundred homework sessions, → two hundred job workshops …
        0:35  27 words  … forty one language classes, → and a repair cafe every …

      Phrases
        9 phrases: 2 short, 6 balanced, 1 long. Their lengths vary.
        Longest  27 words              0:28  Last year we had eighty four …
        Fastest  183 words per minute  0:00  Good evening, members of the …

      Filler words
        like      2  0:21  0:26
        you know  1  0:10

      Other numbers
        metric-of-a-later-version  23%

      ¹ less certain: the recogniser was less sure of the words than usual
      ² uncertain: word times are estimated, not measured
      In brackets: the range that holds the true value in four cases of five.
      Numbers not shown here: 1 (--format md or json).

      Not measured
        Filler sounds per minute: this version does not measure it yet

      What to change
        1. Slow down
           You speak at 4.6 syllables per second (182 words per minute). Up to
           4.1 syllables is comfortable to follow: in words like yours, about
           161 words per minute.
           Listen at 0:03, 0:31
        2. Split the long phrases
           One phrase has 27 words. One thought, one phrase, then a pause.
      "
    `);
  });

  it('reads like this in Russian', () => {
    expect(exportReport(russianTalk(), 'text', { locale: 'ru' })).toMatchInlineSnapshot(`
      "talk.mp4
      0:15 · русский · moonshine-tiny 1

      Время
        Длительность  15,7 с

      Темп
        Темп           3,9 слога в секунду  в норме (3,7–4,9)
        Слов в минуту  122

      Паузы
        3 паузы от 0,25 с, из них долгих (от 2,5 с) — 1. В конце фразы — 3, внутри —
        0.
        0:09   3,1 с  … как бы, мы начали случайно. → Посмотрите на план.
        0:01   1,2 с  … день, уважаемая комиссия. → Меня зовут Павел Поляков, и …
        0:06  0,63 с  … защищаю проект «Тихий двор». → Ну, в общем, как бы, мы …

      Фразы
        4 фразы: коротких — 2, средних — 2, длинных — 0. Длина у них разная.
        Самая длинная  11 слов            0:03  Меня зовут Павел Поляков, и …
        Самая быстрая  185 слов в минуту  0:00  Добрый день, уважаемая …

      Слова-паразиты
        Слов-паразитов в минуту  7,1 ¹  выше нормы (до 4)
        как бы  1  0:08
        ну      1  0:07

      ¹ менее надёжно: распознаватель приглаживает речь, и часть слов-паразитов могла
        пропасть

      Не измерено
        Звуков-паразитов в минуту: эта версия пока этого не измеряет

      Над чем поработать
        1. Избавляйтесь от слов-паразитов
           7,1 слова-паразита в минуту. Короткая пауза звучит лучше.
           Послушайте: 0:07
      "
    `);
  });

  it('gives the length of the recording in the heading as the number below does', () => {
    const { recording, ...rest } = silentRecording();
    const report = {
      ...rest,
      recording: { ...recording, durationSec: 114.6 },
      metrics: {
        duration: { value: 114.6, unit: 's', confidence: 'high', evidence: [] },
      },
    } as const;
    const [, facts] = exportReport(report, 'text', { locale: 'en' }).split('\n');
    expect(facts).toBe('1:55');
    expect(exportReport(report, 'text', { locale: 'en' })).toContain('1 min 55 s');
  });

  it('names each reason once when nobody speaks', () => {
    expect(exportReport(silentRecording(), 'text', { locale: 'en' })).toMatchInlineSnapshot(`
      "talk.mp4
      0:02

      ! Nobody speaks in this recording.

      Time
        Duration  12 s

      Not measured
        Words per minute, Pauses, Filler words, Phrases, Transcript: nobody speaks in
        the recording
        Filler sounds per minute: this version does not measure it yet
      "
    `);
  });

  it('does not miss a plan that nobody gave', () => {
    const report = reportOf([['Hello.', 0]], {
      metrics: { 'plan-time': { absent: 'no-plan' }, 'speech-rate-words': { absent: 'too-little-speech' } },
      plan: { absent: 'no-plan' },
    });
    for (const format of ['text', 'md'] as const) {
      const text = exportReport(report, format, { locale: 'en' });
      expect(text).not.toMatch(/plan|Time of the talk/);
      expect(text).toContain('Words per minute');
    }
  });

  it('says so when layers are empty and every number is in its range', () => {
    const { metrics } = russianTalk();
    const report = reportOf([['Hello.', 0]], {
      metrics: { 'speech-rate-syllables': metrics['speech-rate-syllables'] ?? { absent: 'no-speech' } },
      phrases: { items: [], rhythm: 'too-few' },
    });
    const text = exportReport(report, 'text', { locale: 'en' });
    expect(text).toContain('No pause of 0.25 s or longer.');
    expect(text).toContain('No filler words were heard.');
    expect(text).toContain('No phrases were found.');
    expect(text).toContain('Nothing stands out');
  });

  it('gives no praise where a number is out of its range, or none was judged', () => {
    const mixed = { ...russianTalk(), advice: [] };
    expect(exportReport(mixed, 'text', { locale: 'en' })).not.toContain('What to change');
    expect(exportReport(reportOf([['Hello.', 0]]), 'text', { locale: 'en' })).not.toContain('What to change');
  });

  it.each([40, 57, 66, 80, 132])('keeps to %i columns in both languages', (columns) => {
    for (const report of [englishTalk(), russianTalk(), silentRecording()]) {
      for (const locale of ['en', 'ru'] as const) {
        const lines = [
          exportReport(report, 'text', { locale, columns }),
          exportTranscript(report, 'text', { locale, columns }),
        ].flatMap((text) => text.split('\n'));
        expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(columns);
      }
    }
  });

  it('sets off with bold, dim and yellow alone, and only when asked', () => {
    const plain = exportReport(englishTalk(), 'text', { locale: 'en' });
    const colored = exportReport(englishTalk(), 'text', { locale: 'en', color: true });
    expect(plain).not.toContain('\u001B');
    expect(colored).toContain('\u001B[33mabove 4.1\u001B[39m');
    // oxlint-disable-next-line no-control-regex -- the codes that are allowed
    expect(colored.replaceAll(/\u001B\[(?:1|2|22|33|39)m/g, '')).toBe(plain);
  });

  it('shows the first places of a filler that is everywhere', () => {
    const fillers = Array.from({ length: 30 }, (_, index) => ({
      text: 'so',
      firstWord: 0,
      lastWord: 0,
      startSec: index * 60,
      endSec: index * 60 + 1,
      counted: true,
    }));
    const text = exportReport(reportOf([['So', 0]], { fillers }), 'text', { locale: 'en' });
    expect(text).toContain('  so  30  0:00  1:00  2:00  3:00  4:00  5:00  6:00  7:00  and 22 more\n');
  });

  it('is not moved or coloured by anything that a recording holds', () => {
    const evil = '\u001B[2J\u001B]0;owned\u0007\r\u009B31mword\b\u202E';
    const talk = englishTalk();
    const report = {
      ...reportOf([
        [`${evil} ${evil}.`, 3],
        [`${evil}. ${evil}`, 0],
      ]),
      recording: { ...talk.recording, name: `${evil}.mp4` },
      notices: [{ code: 'language-not-supported' as const, params: { known: evil } }],
      metrics: { [evil]: talk.metrics['duration'] ?? { absent: 'no-speech' as const } },
      fillers: [{ text: evil, firstWord: 0, lastWord: 0, startSec: 0, endSec: 1, counted: true }],
      advice: [{ code: 'drop-fillers' as const, params: { top: evil }, metric: evil, evidence: [] }],
    };
    for (const text of [
      exportReport(report, 'text', { locale: 'en' }),
      exportTranscript(report, 'text', { locale: 'ru' }),
    ]) {
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202E]/u);
      expect(text).toContain('word');
    }
  });

  it('fits a file name of 250 bytes', () => {
    const talk = englishTalk();
    const name = `${'ёж'.repeat(60)}.mp4`;
    const text = exportReport({ ...talk, recording: { ...talk.recording, name } }, 'text', { locale: 'en' });
    expect(text.replaceAll('\n', '')).toContain(name);
  });
});

describe('the transcript on a terminal', () => {
  it('shows each phrase with its time, and long pauses as empty lines', () => {
    expect(exportTranscript(russianTalk(), 'text', { locale: 'ru', columns: 60 })).toMatchInlineSnapshot(`
      "talk.mp4
      0:15 · русский · moonshine-tiny 1

      0:00  Добрый день, уважаемая комиссия.
      0:03  Меня зовут Павел Поляков, и сегодня я защищаю проект
            «Тихий двор».
      0:07  Ну, в общем, как бы, мы начали случайно.

      0:13  Посмотрите на план.
      "
    `);
  });

  it('says why there is none', () => {
    expect(exportTranscript(silentRecording(), 'text', { locale: 'en' })).toMatch(
      /There is no transcript: nobody speaks in the recording\.\n$/,
    );
  });
});
