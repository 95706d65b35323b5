/** Languages as servers name them: by a code (`ru`, `en-US`) or by the English name (`russian`). */

const CODE = /^([a-z]{2})(?:[-_].*)?$/;
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');

/** The two-letter code of a language that a server named; undefined when the name is not known. */
export function languageCode(name: string): string | undefined {
  const plain = name.trim().toLowerCase();
  return CODE.exec(plain)?.[1] ?? codeOfName(plain);
}

/** Asks the platform, which knows the name of each code, about all that there can be. */
function codeOfName(plain: string): string | undefined {
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  return codes.find(
    (code) =>
      names.of(code)?.toLowerCase() === plain &&
      // `iw` is an old code of `he`, and comes with the same name.
      Intl.getCanonicalLocales(code)[0] === code,
  );
}
