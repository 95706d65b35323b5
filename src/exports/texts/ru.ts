/** The Russian texts. */
import type { Texts } from './texts.ts';

/** See {@link Texts}. */
export const ru: Texts = {
  notices: {
    'recording-cut': (say) =>
      `Запись оборвана: читается ${say.clock('decodedSec')} из ${say.clock('expectedSec')}. Проанализирована эта часть.`,
    'recording-damaged': () => 'В записи есть повреждённые места. Они пропущены.',
    'no-speech': () => 'В записи никто не говорит.',
    'dead-channel': (say) => `В канале ${say.number('channel')} тишина. Взят звук другого канала.`,
    'narrow-band': (say) =>
      `Звук телефонного качества (${say.kilohertz('sampleRateHz')}): выше 4 кГц ничего не записано, ошибок в словах может быть больше.`,
    clipped: (say) =>
      `Звук перегружен: искажено ${say.number('percent')} % речи. В следующий раз убавьте уровень записи.`,
    'very-quiet': (say) =>
      `Запись очень тихая: даже самое громкое место — ${say.number('levelDbfs')} dBFS. В следующий раз держитесь ближе к микрофону.`,
    'language-not-supported': (say) =>
      `Этого языка установленные модели не знают (знают: ${say.languages('known')}). По словам ничего не посчитано, паузы измерены. Если язык всё же из известных, укажите его: --language (${say.text('known')}). Если это русский, установите модель: speech-coach models pull ru.`,
    'language-not-counted': (say) =>
      `Язык речи — ${say.languages('language')}. Расшифровка есть, но слова считаются только в русской и английской речи; паузы измерены.`,
    'language-mixed': (say) =>
      `Часть речи (${say.number('percent')} %) — на другом языке (${say.languages('other')}). Слова посчитаны по правилам основного языка (${say.languages('language')}).`,
    'language-doubtful': (say) =>
      `Указанный язык (${say.languages('language')}) в записи почти не слышен. Всё, что посчитано по словам, может быть неверно.`,
    'very-short': (say) => `Речи всего ${say.duration('speechSec')}: судить по ней о темпе рано.`,
  },
  advice: {
    'slow-down': {
      title: 'Говорите медленнее',
      text: (say) =>
        `Ваш темп — ${say.pace('wordsPerMinute', 'max')}. Слушать удобно, пока он не выше ${say.number('max')}.`,
    },
    'speed-up': {
      title: 'Прибавьте темп',
      text: (say) =>
        `Ваш темп — ${say.pace('wordsPerMinute', 'min')}. Обычный темп выступления — от ${say.number('min')}.`,
    },
    'drop-fillers': {
      title: 'Избавляйтесь от слов-паразитов',
      text: (say) =>
        `${say.counted('perMinute', 'filler')} в минуту${say.isOne('topCount') ? '' : `, чаще всего «${say.text('top')}» (${say.counted('topCount', 'time')})`}. Короткая пауза звучит лучше.`,
    },
    'shorten-pauses': {
      title: 'Сократите долгие паузы',
      text: (say) =>
        `${say.isOne('count') ? `Одна пауза длится ${say.duration('longestSec')}` : `${say.counted('count', 'long-pause')}, самая длинная — ${say.duration('longestSec')}`}. Заканчивая мысль, уже знайте, с каких слов начнёте следующую.`,
    },
    'pause-more': {
      title: 'Делайте больше пауз',
      text: (say) =>
        `У вас ${say.counted('perMinute', 'pause')} в минуту. Останавливайтесь после каждой мысли: слушателям нужно время, чтобы её понять.`,
    },
    'split-phrases': {
      title: 'Разбейте длинные фразы',
      text: (say) =>
        `${say.isOne('count') ? `В одной фразе ${say.counted('words', 'word')}` : `${say.counted('count', 'long-phrase')}, в самой длинной — ${say.counted('words', 'word')}`}. Одна мысль — одна фраза, затем пауза.`,
    },
  },
  reasons: {
    'no-speech': 'в записи никто не говорит',
    'too-little-speech': 'слишком мало речи',
    'language-not-supported': 'установленные модели не знают этого языка',
    'recogniser-unsure': 'слова распознаны менее уверенно, чем обычно',
    'language-doubtful': 'указанный язык в записи почти не слышен',
    'word-times-estimated': 'время слов определено приблизительно',
    'no-word-times': 'распознаватель не сообщает время слов',
    'no-punctuation': 'распознаватель не ставит знаки препинания',
    'tidy-transcript': 'распознаватель приглаживает речь, и часть слов-паразитов могла пропасть',
    'poor-sound': 'плохой звук',
    'none-found': 'таких мест в записи нет',
    'not-measured-yet': 'эта версия пока этого не измеряет',
  },
  units: {
    'words/min': {
      one: 'слово в минуту',
      few: 'слова в минуту',
      many: 'слов в минуту',
      other: 'слова в минуту',
    },
    'syllables/min': {
      one: 'слог в минуту',
      few: 'слога в минуту',
      many: 'слогов в минуту',
      other: 'слога в минуту',
    },
    'syllables/s': {
      one: 'слог в секунду',
      few: 'слога в секунду',
      many: 'слогов в секунду',
      other: 'слога в секунду',
    },
    words: { one: 'слово', few: 'слова', many: 'слов', other: 'слова' },
    'per-min': { other: 'в минуту' },
    'per-100-words': { other: 'на 100 слов' },
  },
  shortUnits: { hour: 'ч', minute: 'мин', second: 'с', kilohertz: 'кГц' },
  nouns: {
    pause: { one: 'пауза', few: 'паузы', many: 'пауз', other: 'паузы' },
    'long-pause': { one: 'долгая пауза', few: 'долгие паузы', many: 'долгих пауз', other: 'долгой паузы' },
    phrase: { one: 'фраза', few: 'фразы', many: 'фраз', other: 'фразы' },
    'long-phrase': {
      one: 'длинная фраза',
      few: 'длинные фразы',
      many: 'длинных фраз',
      other: 'длинной фразы',
    },
    word: { one: 'слово', few: 'слова', many: 'слов', other: 'слова' },
    filler: { one: 'слово-паразит', few: 'слова-паразита', many: 'слов-паразитов', other: 'слова-паразита' },
    time: { one: 'раз', few: 'раза', many: 'раз', other: 'раза' },
  },
  headings: {
    numbers: 'Показатели',
    notMeasured: 'Не измерено',
    pauses: 'Паузы',
    fillers: 'Слова-паразиты',
    phrases: 'Фразы',
    advice: 'Над чем поработать',
    transcript: 'Расшифровка',
    ranges: 'Откуда взяты нормы',
  },
  columns: {
    measure: 'Показатель',
    value: 'Значение',
    verdict: 'По сравнению с нормой',
    reason: 'Почему',
    at: 'Где',
    length: 'Длина',
    context: 'Слова',
    filler: 'Слово',
    count: 'Сколько раз',
    places: 'Где',
    phrase: 'Фраза',
  },
  verdicts: {
    above: (max) => `выше нормы (до ${max})`,
    below: (min) => `ниже нормы (от ${min})`,
    aboveUnknown: 'выше нормы',
    belowUnknown: 'ниже нормы',
    inside: (range) => `в норме (${range})`,
    insideFrom: (min) => `в норме (от ${min})`,
    insideUpTo: (max) => `в норме (до ${max})`,
    insideUnknown: 'в норме',
  },
  grades: {
    A: 'по контролируемым исследованиям',
    B: 'из практики',
    C: 'предварительная оценка',
  },
  lessSure: { medium: 'менее надёжно', low: 'ненадёжно' },
  intervalNote: 'В скобках — границы, в которые истинное значение попадает в четырёх случаях из пяти.',
  pauses: {
    none: (shortest) => `Пауз от ${shortest} нет.`,
    all: (pauses, shortest) => `${pauses} от ${shortest}.`,
    withLong: (pauses, shortest, longCount, long) =>
      `${pauses} от ${shortest}, из них долгих (от ${long}) — ${longCount}.`,
    longest: 'Самые длинные:',
  },
  fillers: { none: 'Слов-паразитов не слышно.', more: (count) => `и ещё ${count}` },
  phrases: {
    none: 'Фраз не найдено.',
    summary: (phrases, short, balanced, long) =>
      `${phrases}: коротких — ${short}, средних — ${balanced}, длинных — ${long}.`,
    rhythm: {
      even: 'Они почти одной длины.',
      varied: 'Длина у них разная.',
      uneven: 'Длина у них очень разная.',
      'too-few': 'Для оценки ритма фраз слишком мало.',
    },
    longest: 'Самая длинная',
    fastest: 'Самая быстрая',
  },
  allInside: 'Замечаний нет: все показатели, для которых есть норма, в неё укладываются.',
  listenAt: 'Послушайте:',
  transcriptAbsent: (reason) => `Расшифровки нет: ${reason}.`,
};
