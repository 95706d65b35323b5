/** Russian abbreviations: printed short, said long. */

/** With a dot after them; the key has no dots at its end and no blanks. */
const WITH_DOT: ReadonlyMap<string, readonly string[]> = readTable(`
  т.е то есть
  т.к так как
  т.д так далее
  т.п тому подобное
  т.н так называемый
  т.ч том числе
  т.о таким образом
  н.э нашей эры
  и.о исполняющий обязанности
  к.т.н кандидат технических наук
  д.т.н доктор технических наук
  к.э.н кандидат экономических наук
  др другие
  пр прочее
  см смотри
  ср сравни
  напр например
  г год
  гг годы
  вв века
  т так
  е есть
  д далее
  п пункт
  ул улица
  пл площадь
  стр страница
  рис рисунок
  гл глава
  ст статья
  тел телефон
  кв квартира
  чел человек
  мин минут
  сек секунд
  руб рублей
  коп копеек
  долл долларов
  тыс тысяч
  млн миллионов
  млрд миллиардов
  проф профессор
  акад академик
  доц доцент`);

/** With a hyphen or stroke inside: no dot is needed. */
const WITHIN: ReadonlyMap<string, readonly string[]> = readTable(`
  г-н господин
  г-жа госпожа
  б/у бэ у
  ж/д железнодорожный
  и/или и или`);

/** Ends a list, and with it a clause; a sentence may go on. */
const ENDS_LIST: ReadonlySet<string> = new Set(['т.д', 'т.п', 'др', 'пр', 'д', 'п']);

/** Letters, dots and blanks of an abbreviation with its dot: т.е., т. д., ул. */
const DOTTED = /^[^\p{L}\p{N}]*((?:\p{L}+\.\s?)*\p{L}+)\.[^\p{L}\p{N}.]*$/u;
/** А. С. as initials: capitals, but not the pronoun «Я». */
const INITIAL = /^\P{L}*(?:(?!Я\.)\p{Lu}\.)+(?:-?\p{Lu}\.)*\P{L}*$/u;

/**
 * What is said for an abbreviation: т.е. то есть, г-н господин; undefined for any other word.
 *
 * @param text as shown, with its dots
 */
export function abbreviationWords(text: string): readonly string[] | undefined {
  const dotted = dottedKey(text);
  const within = /\p{L}+[-/]\p{L}+/u.exec(text)?.[0].toLowerCase();
  return WITH_DOT.get(dotted ?? '') ?? WITHIN.get(within ?? '');
}

/** Whether the full stop after the shown word belongs to an abbreviation or initial: г., т. д., А. С. */
export function endsWithAbbreviation(text: string): boolean {
  const dotted = dottedKey(text);
  return (dotted !== undefined && WITH_DOT.has(dotted)) || INITIAL.test(text);
}

/** Whether the shown word is one of those that close a list: т. д., др. */
export function endsList(text: string): boolean {
  return ENDS_LIST.has(dottedKey(text) ?? '');
}

/** Undefined for one capital letter: that is an initial. */
function dottedKey(text: string): string | undefined {
  const letters = DOTTED.exec(text)?.[1];
  return letters === undefined || /^\p{Lu}$/u.test(letters)
    ? undefined
    : letters.toLowerCase().replaceAll(/\s/g, '');
}

function readTable(table: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    table
      .trim()
      .split('\n')
      .map((row) => {
        const [short = '', ...said] = row.trim().split(' ');
        return [short, said] as const;
      }),
  );
}
