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
    noisy: (say) =>
      `За голосом слышен сильный шум: он тише голоса всего на ${say.number('snrDb')} дБ. В следующий раз держитесь ближе к микрофону и подальше от вентиляторов и окон.`,
    hum: (say) =>
      `Слышен гул электросети (${say.number('mainsHz')} Гц), он тише голоса на ${say.number('underVoiceDb')} дБ. В следующий раз держите микрофон и провода подальше от блоков питания.`,
    muffled: (say) =>
      `Звук глухой: выше ${say.kilohertz('bandwidthHz')} от голоса почти ничего не осталось. В следующий раз не закрывайте микрофон и не записывайте через телефонную связь или гарнитуру.`,
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
        `Ваш темп — ${say.pace('syllablesPerSec', 'syllables/s', 'maxSyllablesPerSec')} (${say.pace('wordsPerMinute', 'words/min', 'max')}). Слушать удобно, пока он не выше ${say.counted('maxSyllablesPerSec', 'syllable')}: с вашими словами это примерно ${say.pace('max', 'words/min')}.`,
    },
    'speed-up': {
      title: 'Прибавьте темп',
      text: (say) =>
        `Ваш темп — ${say.pace('syllablesPerSec', 'syllables/s', 'minSyllablesPerSec')} (${say.pace('wordsPerMinute', 'words/min', 'min')}). Обычный темп выступления — от ${say.counted('minSyllablesPerSec', 'syllable')}: с вашими словами это примерно ${say.pace('min', 'words/min')}.`,
    },
    'cut-not-rush': {
      title: 'Сокращайте, а не торопитесь',
      text: (say) =>
        `Последняя треть выступления быстрее первой на ${say.number('percent')} %. Если времени мало, лучше опустить один из пунктов.`,
    },
    'open-slower': {
      title: 'Начинайте медленнее',
      text: (say) =>
        `В начале (${say.duration('openingSec')}) вы говорите на ${say.number('percent')} % быстрее, чем обычно. Перед первыми словами вдохните и начните медленнее, чем хочется.`,
    },
    'plan-phrases': {
      title: 'Начиная фразу, знайте, чем она закончится',
      text: (say) =>
        `Посреди фразы вы останавливаетесь ${say.counted('perMinute', 'time')} в минуту (${say.number('percent')} % всех пауз${say.isNone('longCount') ? '' : `, из них долгих — ${say.number('longCount')}`}). Делайте паузу после фразы.`,
    },
    'over-time': {
      title: 'Уложитесь во время',
      text: (say) =>
        `Выступление длится ${say.duration('talkSec')}, а по плану — не больше ${say.duration('maxSec')}. Уберите ${say.duration('overSec')}: один из пунктов или примеров.`,
    },
    'under-time': {
      title: 'Используйте всё время',
      text: (say) =>
        `Выступление длится ${say.duration('talkSec')}, а по плану — не меньше ${say.duration('minSec')}. В запасе ${say.duration('leftSec')}: хватит на пример или на более долгие паузы.`,
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
    'language-not-supported': 'слова на этом языке здесь не считаются',
    'recogniser-unsure': 'слова распознаны менее уверенно, чем обычно',
    'language-doubtful': 'указанный язык в записи почти не слышен',
    'word-times-estimated': 'время слов определено приблизительно',
    'no-word-times': 'распознаватель не сообщает время слов',
    'no-punctuation': 'распознаватель не ставит знаки препинания',
    'tidy-transcript': 'распознаватель приглаживает речь, и часть слов-паразитов могла пропасть',
    'poor-sound': 'плохой звук',
    'none-found': 'таких мест в записи нет',
    'nuclei-disagree': 'слогов в звуке слышно заметно больше или меньше, чем в распознанных словах',
    'not-proven': 'пока нет проверки, которая показала бы, что это определяется надёжно',
    'sounds-doubtful': 'большинство найденных звуков слишком сомнительны, чтобы их считать',
    'no-tracks': 'сам звук не измерялся',
    'by-words-alone': 'ключевые места определены только по словам',
    'no-plan': 'план не задан (--plan)',
    'switched-off': 'не запрашивалось',
    'sentences-by-punctuation': 'границы предложений расставил распознаватель',
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
    syllables: { one: 'слог', few: 'слога', many: 'слогов', other: 'слога' },
    'per-min': { other: 'в минуту' },
    'per-100-words': { other: 'на 100 слов' },
    points: { one: 'балл', few: 'балла', many: 'баллов', other: 'балла' },
    st: { one: 'полутон', few: 'полутона', many: 'полутонов', other: 'полутона' },
    dB: { other: 'дБ' },
    Hz: { other: 'Гц' },
  },
  shortUnits: { hour: 'ч', minute: 'мин', second: 'с', kilohertz: 'кГц', syllablesPerSec: 'слог/с' },
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
    syllable: { one: 'слог', few: 'слога', many: 'слогов', other: 'слога' },
    filler: { one: 'слово-паразит', few: 'слова-паразита', many: 'слов-паразитов', other: 'слова-паразита' },
    time: { one: 'раз', few: 'раза', many: 'раз', other: 'раза' },
  },
  scenarios: {
    lecture: 'лекция',
    'conference-talk': 'доклад на конференции',
    pitch: 'питч',
    defence: 'защита диплома или проекта',
    lesson: 'урок для детей',
    interview: 'интервью',
    story: 'рассказ',
    free: 'свободная речь',
  },
  headings: {
    time: 'Время',
    pace: 'Темп',
    pauses: 'Паузы',
    phrases: 'Фразы',
    fillers: 'Слова-паразиты',
    words: 'Слова и обороты',
    voice: 'Голос',
    sound: 'Качество звука',
    other: 'Прочие показатели',
    notMeasured: 'Не измерено',
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
    place: 'Место',
    run: 'Без паузы',
    context: 'Слова',
    filler: 'Слово',
    count: 'Сколько раз',
    places: 'Где',
    phrase: 'Фраза',
    stretch: 'Отрезок',
    point: 'Пункт',
    status: 'Пройден ли',
    pace: 'Темп',
    sound: 'Звук',
    sureness: 'Вероятность',
    before: 'Когда',
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
  ownVerdicts: {
    above: (max) => `больше заданного (до ${max})`,
    below: (min) => `меньше заданного (от ${min})`,
    aboveUnknown: 'больше заданного',
    belowUnknown: 'меньше заданного',
    inside: (range) => `как задано (${range})`,
    insideFrom: (min) => `как задано (от ${min})`,
    insideUpTo: (max) => `как задано (до ${max})`,
    insideUnknown: 'как задано',
  },
  grades: {
    A: 'по контролируемым исследованиям',
    B: 'из практики',
    C: 'предварительная оценка',
    own: 'задано вами',
  },
  lessSure: { medium: 'менее надёжно', low: 'ненадёжно' },
  intervalNote: 'В скобках — границы, в которые истинное значение попадает в четырёх случаях из пяти.',
  pauses: {
    none: (shortest) => `Пауз от ${shortest} нет.`,
    all: (pauses, shortest) => `${pauses} от ${shortest}.`,
    withLong: (pauses, shortest, longCount, long) =>
      `${pauses} от ${shortest}, из них долгих (от ${long}) — ${longCount}.`,
    places: (boundary, inside, unknown) =>
      `В конце фразы — ${boundary}, внутри — ${inside}${unknown === null ? '' : `, неясно где — ${unknown}`}.`,
    longest: 'Самые длинные:',
    inside: 'внутри фразы',
    missing: (words, length) => `Больше ${words} слов или ${length} без паузы; она помогла бы здесь:`,
  },
  pace: {
    stretches: 'Обратите внимание на отрезки:',
    kinds: { fast: 'Быстро', slow: 'Медленно', rushed: 'Скороговоркой', dense: 'Быстро и плотно' },
  },
  voice: {
    passages: 'Здесь голос звучит иначе, чем обычно:',
    kinds: { monotone: 'Монотонно', quiet: 'Тихо', emphatic: 'С нажимом' },
    fading: 'Эти фразы затухают к концу:',
    mismatches: 'Здесь ударение и смысл расходятся:',
    mismatchKinds: {
      'stressed-function-word': 'Служебное слово выделено',
      'unstressed-number': 'Число проговорено вскользь',
      'unstressed-name': 'Имя проговорено вскользь',
      'unstressed-key-word': 'Ключевое слово проговорено вскользь',
    },
  },
  plan: {
    points: 'Пункты плана, разложенные только по их времени:',
    notReached: 'не пройден',
    only: (spent) => `только ${spent}`,
  },
  fillers: {
    none: 'Слов-паразитов не слышно.',
    doubtful: 'Возможно, тоже слова-паразиты; в подсчёт не вошли:',
  },
  hesitations: {
    sounds: 'Звуки заминки:',
    doubtful: 'Возможно, тоже заминки; в подсчёт не вошли:',
    lengthenings: 'Растянутые окончания слов:',
    restarts: 'Повторы и оборванные слова:',
    clusters: 'Скопления слов-паразитов и заминок:',
    kinds: { vowel: 'э-э', nasal: 'м-м', 'vowel-nasal': 'э-эм' },
    triggers: {
      'after-question': 'после вопроса',
      'new-thought': 'перед новой мыслью',
      number: 'перед числом',
      'long-word': 'перед длинным словом',
    },
    restartKinds: { repeat: 'Повтор', cut: 'Обрыв' },
    times: (times) => `в ${times} дольше обычного`,
  },
  wording: {
    figures: 'Намеренные повторы — сильный приём:',
    hedges: 'Смягчающие слова, которые стоят рядом:',
    starters: 'Чем чаще всего начинаются предложения:',
    repetitions: 'Повторы слов, не связанных с темой:',
    repeatedPhrases: 'Повторы оборотов:',
    unexplained: 'Сказано без пояснения; рядом слово проще:',
    removable: 'Что можно убрать или сказать короче:',
    sensitive: 'Может задеть часть слушателей; рядом другое слово:',
  },
  morePlaces: (count) => `и ещё ${count}`,
  moreNumbers: (count) => `Здесь не показано показателей: ${count} (--format md или json).`,
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
