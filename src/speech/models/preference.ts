/** Which recogniser is the best for a language, and why: the one table that the automatic choice goes by. */

/** A sentence in each language of the product. */
export interface Reason {
  readonly en: string;
  readonly ru: string;
}

/** A model and why it stands where it does. */
export interface Preference {
  readonly name: string;
  readonly reason: Reason;
}

const GIGAAM_RNNT = {
  name: 'gigaam-v3-rnnt',
  reason: {
    en: 'It makes the fewest errors in Russian of all models here, and is fast.',
    ru: 'На русской речи ошибается реже всех моделей списка и работает быстро.',
  },
} as const satisfies Preference;

const GIGAAM_CTC = {
  name: 'gigaam-v3-ctc',
  reason: {
    en: 'It is nearly as exact in Russian as gigaam-v3-rnnt, and a little faster.',
    ru: 'По-русски почти так же точна, как gigaam-v3-rnnt, и чуть быстрее.',
  },
} as const satisfies Preference;

const PARAKEET = {
  name: 'parakeet-tdt-0.6b-v3',
  reason: {
    en: 'It is about as exact as the large Whisper models and many times faster; it knows 25 European languages.',
    ru: 'По точности почти не уступает большим моделям Whisper, но в разы быстрее; знает 25 европейских языков.',
  },
} as const satisfies Preference;

const WHISPER_TURBO = {
  name: 'whisper-large-v3-turbo',
  reason: {
    en: 'It is the most exact of the Whisper models here, and slow on a processor without a graphics card.',
    ru: 'Самая точная из доступных моделей Whisper, но без видеокарты работает медленно.',
  },
} as const satisfies Preference;

const WHISPER_MEDIUM = {
  name: 'whisper-medium',
  reason: {
    en: 'It is more exact than the smaller Whisper models, and slow.',
    ru: 'Точнее небольших моделей Whisper, но работает медленно.',
  },
} as const satisfies Preference;

const WHISPER_SMALL = {
  name: 'whisper-small',
  reason: {
    en: 'It makes about half as many errors as whisper-base, and takes three to four times as long.',
    ru: 'Ошибается примерно вдвое реже, чем whisper-base, но работает в три-четыре раза дольше.',
  },
} as const satisfies Preference;

const WHISPER_BASE = {
  name: 'whisper-base',
  reason: {
    en: 'It was measured here in both languages: exact on clear speech, and fast.',
    ru: 'Проверена нами на обоих языках: на разборчивой речи точна и работает быстро.',
  },
} as const satisfies Preference;

const MOONSHINE = {
  name: 'moonshine-tiny-en',
  reason: {
    en: 'It is small, fast and exact enough for English, and comes with the product.',
    ru: 'Маленькая, быстрая, для английского достаточно точная; устанавливается вместе с программой.',
  },
} as const satisfies Preference;

const WHISPER_TINY = {
  name: 'whisper-tiny',
  reason: {
    en: 'It is the smallest model that knows many languages, and makes many errors.',
    ru: 'Самая маленькая из многоязычных моделей; ошибается часто.',
  },
} as const satisfies Preference;

/** Added by the owner: how exact it is, nobody has told. */
export const ADDED_REASON: Reason = Object.freeze({
  en: 'It was added by hand, and no model of the list is installed for this language.',
  ru: 'Добавлена вручную; из моделей списка для этого языка ничего не установлено.',
});

/** The languages that the product coaches in: each with its own order, by the errors that the catalogue gives. */
const PREFERENCES = Object.freeze({
  ru: [
    GIGAAM_RNNT,
    GIGAAM_CTC,
    PARAKEET,
    WHISPER_TURBO,
    WHISPER_MEDIUM,
    WHISPER_SMALL,
    WHISPER_BASE,
    WHISPER_TINY,
  ],
  en: [PARAKEET, WHISPER_TURBO, WHISPER_MEDIUM, WHISPER_SMALL, WHISPER_BASE, MOONSHINE, WHISPER_TINY],
} as const satisfies Record<string, readonly Preference[]>);

/** Of any other language; whether a model knows it, the catalogue tells. */
const ANY_LANGUAGE: readonly Preference[] = [
  PARAKEET,
  WHISPER_TURBO,
  WHISPER_MEDIUM,
  WHISPER_SMALL,
  WHISPER_BASE,
  WHISPER_TINY,
];

/** Which model to get when a language has none: the smallest that was run here and does well. */
const FIRST_TO_PULL: Readonly<Record<string, Preference>> = Object.freeze({
  en: MOONSHINE,
  ru: WHISPER_BASE,
});

/** What stands for several models on a command line. */
export const ALIASES = Object.freeze(['en', 'ru', 'best'] as const);

/** The names that an alias stands for; undefined when it is none. */
export function aliasedNames(alias: string): readonly string[] | undefined {
  if (alias === 'best') {
    return Object.values(PREFERENCES).map(([{ name }]) => name);
  }
  return isCoached(alias) ? [firstToPull(alias).name] : undefined;
}

/** The models of a language, the best first. */
export function preferencesFor(language: string): readonly Preference[] {
  return isCoached(language) ? PREFERENCES[language] : ANY_LANGUAGE;
}

/** The model that is got first for a language. */
export function firstToPull(language: string): Preference {
  return FIRST_TO_PULL[language] ?? WHISPER_BASE;
}

function isCoached(language: string): language is keyof typeof PREFERENCES {
  return Object.hasOwn(PREFERENCES, language);
}
