import { describe, expect, it } from 'vitest';
import { inputFromScript } from '../../../test/support/spoken-input.ts';
import { createLemmas, languageOf, wordingListsOf } from '../../language/index.ts';
import type { Report, TimeRange, WordingLayer } from '../../report/index.ts';
import { isPresent } from '../../report/index.ts';
import { loadRussianLexicon } from '../../pipeline/load-lexicon.ts';
import { analyze } from '../index.ts';
import { mtld } from './mtld.ts';

const lexicon = await loadRussianLexicon();

function wordingOf(report: Report): WordingLayer {
  if (!isPresent(report.wording)) {
    throw new Error(report.wording.absent);
  }
  return report.wording;
}

const of = (script: string): WordingLayer => wordingOf(analyze(inputFromScript(script)));

/** As the product does it: Russian words with their dictionary. */
function ofRussian(script: string): WordingLayer {
  const input = inputFromScript(script, { abilities: { languages: ['ru'] } });
  if (!isPresent(input.transcript)) {
    throw new Error(input.transcript.absent);
  }
  return wordingOf(analyze({ ...input, transcript: { ...input.transcript, language: 'ru' } }, { lexicon }));
}

const valueOf = (report: Report, id: string): number | string => {
  const measure = report.metrics[id];
  return measure === undefined ? 'missing' : isPresent(measure) ? measure.value : measure.absent;
};

function shift({ startSec, endSec }: TimeRange): TimeRange {
  return { startSec: startSec + 5, endSec: endSec + 5 };
}

describe('English lemmas', () => {
  const english = languageOf('en');
  const lemmas = english === undefined ? undefined : createLemmas(english);
  it.each([
    ['stopped', 'stop'],
    ['walking', 'walk'],
    ['making', 'make'],
    ['cities', 'city'],
    ['boxes', 'box'],
    ['went', 'go'],
    ['taken', 'take'],
    ["don't", 'do'],
    ['children', 'child'],
    ['this', 'this'],
    ['business', 'business'],
    ['used', 'use'],
    ['created', 'create'],
    ['needed', 'need'],
    ['helping', 'help'],
    ['called', 'call'],
  ])('%s is a form of %s', (form, lemma) => {
    expect(lemmas?.lemma(form)).toBe(lemma);
  });
});

describe('weak words', () => {
  it('counts against the talk only where they cluster', () => {
    const alone = of('Maybe we should build the bridge next year. It costs nine million and it will last.');
    expect(alone.hedges.map(({ text, clustered }) => [text, clustered])).toEqual([['maybe', false]]);
    const close = of('Maybe it works. Perhaps we could, I think, try it, and probably it is fine.');
    expect(close.hedges.filter(({ clustered }) => clustered)).toHaveLength(4);
  });

  it('leaves the ordinary senses alone', () => {
    expect(of('This kind of bridge is a bit of history. I believe in it, think about it.').hedges).toEqual(
      [],
    );
  });
});

describe('repetition', () => {
  it('praises three sentences that open alike, and does not count their openings', () => {
    const layer = of(
      'We shall fight on beaches. We shall fight in fields. We shall fight in streets. Then it ended.',
    );
    expect(layer.figures).toMatchObject([{ kind: 'anaphora', text: 'we shall', parts: 3 }]);
    expect(layer.repetitions).toEqual([]);
    expect(layer.starters).toMatchObject([{ text: 'then', count: 1, share: 1 }]);
  });

  it('finds a triad, and none in a list of names or a restart', () => {
    expect(of('It is made for our schools, for our roads, for our children.').figures).toMatchObject([
      { kind: 'triad', parts: 3 },
    ]);
    expect(of('We saw London, Paris, and Rome. I was, I was, I was there.').figures).toEqual([]);
  });

  it('names a verb that comes again in any form, never the topic', () => {
    const layer = of(
      'He grabbed the bridge. She walked over a bridge. They wrote of it. You walk now. Dogs walking there.',
    );
    expect(layer.repetitions.map(({ count }) => count)).toEqual([3]);
  });

  it('does not count the words of fillers, which are counted as such', () => {
    const layer = of(
      'I mean, it works. The bridge, I mean, is old. We came, I mean, in May. I mean, it rained.',
    );
    expect(layer.repetitions).toEqual([]);
  });
});

describe('terms', () => {
  it('cites an abbreviation once, unless it is known or explained', () => {
    expect(of('The QRT is new. Every QRT in the US has it.').unexplained.map(({ text }) => text)).toEqual([
      'QRT',
    ]);
    expect(of('The quick response team, QRT, is new.').unexplained).toEqual([]);
  });
});

describe('style', () => {
  it('tells a passive from a state', () => {
    const passives = of('The bridge was quickly built in May. We are interested. It was red.').passives;
    expect(isPresent(passives) ? passives.map(({ lastWord }) => lastWord) : passives).toEqual([4]);
  });

  it('takes out what says nothing', () => {
    const layer = of('It is very good. We came in order to help, a free gift for you.');
    expect(layer.removable.map(({ text, words }) => [text, words])).toEqual([
      ['very', 1],
      ['in order to', 2],
      ['free gift', 1],
    ]);
  });

  it('looks for words that may hurt only when asked', () => {
    const input = inputFromScript('The chairman spoke to us today about many things.');
    expect(valueOf(analyze(input), 'sensitive-words')).toBe('switched-off');
    const asked = { ...input, parameters: { ...input.parameters, sensitiveWords: true } };
    expect(valueOf(analyze(asked), 'sensitive-words')).toBe(1);
  });
});

describe('numbers', () => {
  const talk = inputFromScript(
    'Maybe the bridge was built well, really. So we walk over it every morning. '.repeat(12),
  );

  it('agree with the layer', () => {
    const report = analyze(talk);
    const layer = wordingOf(report);
    const words = valueOf(report, 'words-total');
    const cut = layer.removable.reduce((sum, item) => sum + item.words, 0);
    expect(valueOf(report, 'removable-share')).toBeCloseTo(cut / Number(words), 3);
    expect(valueOf(report, 'deliberate-repetitions')).toBe(layer.figures.length);
    expect(valueOf(report, 'unexplained-terms')).toBe(layer.unexplained.length);
  });

  it('stay when the talk begins later', () => {
    const later = {
      ...talk,
      recording: { ...talk.recording, durationSec: talk.recording.durationSec + 5 },
      speech: talk.speech.map(shift),
      transcript: isPresent(talk.transcript)
        ? { ...talk.transcript, words: talk.transcript.words.map((word) => ({ ...word, ...shift(word) })) }
        : talk.transcript,
    };
    const [before, after] = [analyze(talk), analyze(later)];
    for (const id of [
      'removable-share',
      'hedges-per-minute',
      'passive-share',
      'readability',
      'lexical-variety',
    ]) {
      expect(valueOf(after, id)).toBe(valueOf(before, id));
    }
    expect(wordingOf(after).hedges[0]?.startSec).toBe((wordingOf(before).hedges[0]?.startSec ?? 0) + 5);
  });

  it('claim nothing of a few words', () => {
    const report = analyze(inputFromScript('Hello'));
    for (const id of [
      'removable-share',
      'readability',
      'lexical-variety',
      'top-starter-share',
      'passive-share',
    ]) {
      expect(valueOf(report, id)).toBe('too-little-speech');
    }
  });

  it('knows how soon words repeat', () => {
    // Two words by turns: after three of them 2/3 are different, so each run has three.
    expect(mtld(Array.from({ length: 120 }, (_, index) => (index % 2 === 0 ? 'a' : 'b')))).toBe(3);
    expect(mtld(['a', 'b', 'c'])).toBeUndefined();
  });
});

it('reads every list of both languages', () => {
  for (const code of ['en', 'ru']) {
    const language = languageOf(code);
    expect(language === undefined ? undefined : wordingListsOf(language)?.hedges.length).toBeGreaterThan(20);
  }
});

describe('Russian wording', () => {
  it('tells weak words from the same words in their ordinary sense', () => {
    expect(
      ofRussian('Наверное, мост построят. Это может быть и школа.').hedges.map(({ text }) => text),
    ).toEqual(['наверное']);
  });

  it('finds passives by short participles and by verbs that are nearly always passive', () => {
    const { passives } = ofRussian('Мост был построен весной. Работы проводятся ночью. Он вернулся домой.');
    expect(isPresent(passives) ? passives.length : passives).toBe(2);
  });

  it('names a verb that comes again in any form, never the topic', () => {
    const layer = ofRussian(
      'Мост нарисовали. Мост рисует она. Мост рисуют дети. Я рисую мост и рисовал мост.',
    );
    expect(layer.repetitions).toHaveLength(1);
    expect(layer.repetitions[0]?.count).toBeGreaterThanOrEqual(3);
  });

  it('offers what is shorter', () => {
    const layer = ofRussian('Мы пришли для того чтобы помочь. На сегодняшний день готово всё.');
    expect(layer.removable.map(({ instead }) => instead)).toEqual(['чтобы', 'сегодня']);
  });

  it('praises three sentences that open alike', () => {
    const layer = ofRussian('Мы строим дома для людей. Мы строим школы для детей. Мы строим парки для всех.');
    expect(layer.figures).toMatchObject([{ kind: 'anaphora', parts: 3 }]);
  });
});
