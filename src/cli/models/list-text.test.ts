import { describe, expect, it } from 'vitest';
import type { ModelStatus } from '../../speech/index.ts';
import { textColumns } from '../fit.ts';
import { en } from '../texts/en.ts';
import { ru } from '../texts/ru.ts';
import type { ListFacts } from './list-text.ts';
import { listText } from './list-text.ts';

const prompts = { set: 'Asterisk prompts, joined', by: 'us', where: 'bench/whisper.bench.ts' } as const;

function status(facts: Partial<ModelStatus> & Pick<ModelStatus, 'name'>): ModelStatus {
  return {
    role: 'recognizer',
    engine: 'whisper',
    languages: ['en'],
    licence: 'MIT',
    sizeBytes: 145_217_607,
    wordErrors: [],
    unverified: false,
    isKnown: true,
    folder: `/data/models/${facts.name}`,
    state: 'missing',
    ...facts,
  };
}

const models = [
  status({
    name: 'silero-vad-6',
    role: 'vad',
    engine: 'silero',
    languages: [],
    sizeBytes: 2_327_524,
    state: 'installed',
  }),
  status({
    name: 'whisper-base',
    languages: ['zh', 'en', 'de', 'ru', 'fr'],
    state: 'installed',
    wordErrors: [
      { language: 'ru', percent: 9.9, ...prompts },
      { language: 'ru', percent: 36, set: 'other', by: 'authors', where: 'a paper' },
      { language: 'en', percent: 3.8, ...prompts },
    ],
  }),
  status({ name: 'whisper-large-v3-turbo', sizeBytes: 1_617_824_864, unverified: true }),
  status({
    name: 'parakeet-tdt-0.6b-v3',
    engine: 'sherpa',
    licence: 'CC-BY-4.0',
    languages: ['bg', 'en', 'ru'],
    sizeBytes: 670_000_000,
    unverified: true,
    wordErrors: [{ language: 'en', percent: 10.25, set: 'FLEURS', by: 'authors', where: 'model card' }],
  }),
];

const choices = [
  {
    language: 'en',
    use: 'whisper-base',
    pull: 'moonshine-tiny-en',
    reason: 'It was measured here in both languages: exact on clear speech, and fast.',
  },
  { language: 'ru', use: undefined, pull: 'whisper-base', reason: 'It was measured.' },
] as const;

function list(facts: Partial<ListFacts> = {}): readonly string[] {
  return listText({
    folder: '/data/models',
    models,
    choices,
    texts: en,
    locale: 'en',
    color: false,
    columns: 80,
    ...facts,
  }).split('\n');
}

describe('listText', () => {
  it('shows what is here, what could be, what is taken for each language, and where figures come from', () => {
    expect(list()).toMatchInlineSnapshot(`
      [
        "  Model                   Languages    Size     EN    RU  Engine   Licence",
        "",
        "Installed in /data/models",
        "  silero-vad-6            any        2.3 MB      –     –  silero   MIT",
        "* whisper-base            en ru +3   145 MB   3.8¹  9.9¹  whisper  MIT",
        "",
        "To pull, but not tried by us yet",
        "  whisper-large-v3-turbo  en         1.6 GB      –     –  whisper  MIT",
        "  parakeet-tdt-0.6b-v3    en ru +1   670 MB  10.3²     –  sherpa   CC-BY-4.0",
        "",
        "* taken automatically for speech in:",
        "  English: whisper-base. It was measured here in both languages: exact on clear",
        "    speech, and fast.",
        "  Russian: none is installed; speech-coach models pull ru",
        "",
        "EN, RU: wrong words in a hundred; only figures with the same mark compare:",
        "  ¹ Asterisk prompts, joined; measured by us (bench/whisper.bench.ts)",
        "  ² FLEURS; stated by its authors (model card)",
        "",
      ]
    `);
  });

  it.each([
    ['English', { texts: en, locale: 'en' }],
    ['Russian', { texts: ru, locale: 'ru' }],
  ] as const)('aligns its columns within 80 columns in %s', (_language, facts) => {
    const lines = list(facts);
    const rows = lines.filter((line) => / (?:whisper|silero|sherpa) /.test(line));
    expect(rows).toHaveLength(models.length);
    expect(
      new Set(rows.map((row) => textColumns(row.slice(0, row.search(/ (?:whisper|silero|sherpa) /))))).size,
    ).toBe(1);
    expect(Math.max(...lines.map(textColumns))).toBeLessThanOrEqual(80);
  });

  it('shows the figure that most models have, so that they can be compared', () => {
    const shared = { language: 'ru', set: 'Russian LibriSpeech', by: 'others', where: 'a page' } as const;
    const compared = [
      status({
        name: 'a',
        wordErrors: [
          { language: 'ru', percent: 9.9, ...prompts },
          { ...shared, percent: 38.3 },
        ],
      }),
      status({ name: 'b', wordErrors: [{ ...shared, percent: 7.6 }] }),
      status({ name: 'c', wordErrors: [{ language: 'ru', percent: 1.2, ...prompts, set: 'own' }] }),
    ];
    const text = list({ models: compared }).join('\n');
    expect(text).toMatch(/^ {2}a .* 38\.3¹ /m);
    expect(text).toMatch(/^ {2}b .* 7\.6¹ /m);
    expect(text).toMatch(/^ {2}c .* 1\.2² /m);
  });

  it('says of a model that is not as it should be what the matter is', () => {
    const damaged = [
      status({ name: 'whisper-base', state: 'damaged' }),
      status({ name: 'my-own', state: 'damaged', isKnown: false }),
      status({ name: 'whisper-tiny', state: 'unreadable' }),
      status({ name: 'whisper-small', state: 'installed', unverified: true }),
    ];
    const text = list({ models: damaged }).join('\n');
    expect(text).toMatch(/whisper-base .*\n +damaged: speech-coach models pull whisper-base/);
    expect(text).toMatch(/my-own .*\n +damaged: remove it/);
    expect(text).toMatch(/whisper-tiny .*\n +may not be read/);
    expect(text).toMatch(/whisper-small .*\n +not tried by us yet/);
  });

  it('says so when nothing is here', () => {
    expect(list({ models: [status({ name: 'whisper-base' })] }).slice(2, 5)).toEqual([
      'Installed in /data/models',
      '  None.',
      '',
    ]);
  });

  it('writes out what a terminal would obey', () => {
    const text = list({
      folder: '/a\u001b[2Jb',
      models: [status({ name: 'x', licence: '\u009b2J', state: 'installed' })],
    });
    // oxlint-disable-next-line no-control-regex
    expect(text.join('')).not.toMatch(/[\u001b\u009b]/);
  });
});
