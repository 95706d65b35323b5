/**
 * Whisper's tokens: byte-level pieces of text, then the marks. Marks are known by their names, as their numbers differ
 * between English-only and multilingual models, and between versions.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isAppError } from '../../../errors/index.ts';
import type { Piece } from '../../piece-words.ts';
import { BYTE_OF_CHARACTER, CHARACTER_OF_BYTE } from './byte-characters.ts';
import { standardCode } from './languages.ts';
import { modelUnfit } from './model-errors.ts';
import { readModelJson, readModelText } from './model-text.ts';

/** The numbers of the marks. */
export interface Marks {
  /** Ends a text; every token before it is text, and none after it. */
  readonly end: number;
  readonly start: number;
  readonly transcribe: number;
  /** Before the text that came earlier: the prompt. */
  readonly previous: number;
  readonly noSpeech: number;
  readonly noTimestamps: number;
}

/** A model's tokens. */
export interface WhisperVocabulary {
  readonly size: number;
  readonly marks: Marks;
  /** The marks of languages by their standard codes; empty when it knows English alone. */
  readonly languages: ReadonlyMap<string, number>;
  /**
   * Reads a text token by token. A character whose bytes are cut between tokens comes out on the one that completes
   * it.
   */
  createReader(): (token: number) => Piece;
  /** The tokens of a text, as the model's makers would cut it. */
  encode(text: string): readonly number[];
}

/** How GPT-2 cuts a text before it looks for tokens. */
const CUT = /'(?:s|t|re|ve|m|ll|d)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;
const LANGUAGE_MARK = /^<\|([a-z]{2,3})\|>$/;
/** Where every multilingual model that was published has its end mark. */
const MULTILINGUAL_END = 50_257;

/**
 * Reads `vocabulary.json`, or `vocabulary.txt` of older conversions.
 *
 * @param size how many tokens the model has
 * @throws AppError `model-missing`, `model-unreadable`, `model-damaged`, `model-unfit`, each with the file
 */
export async function readVocabulary(folder: string, size: number): Promise<WhisperVocabulary> {
  const { path, tokens } = await readTokens(folder);
  if (tokens.length !== size) {
    throw modelUnfit(path, `${tokens.length} tokens, not ${size}`);
  }
  const ids = new Map(tokens.map((token, id) => [token, id]));
  const mark = (...names: readonly string[]): number => {
    const id = names.map((name) => ids.get(`<|${name}|>`)).find((found) => found !== undefined);
    if (id === undefined) {
      throw modelUnfit(path, `no <|${names[0]}|>`);
    }
    return id;
  };
  const marks: Marks = Object.freeze({
    end: mark('endoftext'),
    start: mark('startoftranscript'),
    transcribe: mark('transcribe'),
    previous: mark('startofprev'),
    noSpeech: mark('nospeech', 'nocaptions'),
    noTimestamps: mark('notimestamps'),
  });
  const first = Math.min(...Object.values(marks));
  if (first !== marks.end) {
    throw modelUnfit(path, `${tokens[first] ?? ''} before ${tokens[marks.end] ?? ''}`);
  }
  return Object.freeze({
    size,
    marks,
    languages: isMultilingual(tokens, marks.end) ? languageMarks(tokens, marks) : new Map<string, number>(),
    createReader: () => createReader(tokens, marks.end),
    encode: (text: string) => encode(text, ids),
  });
}

interface TokenFile {
  readonly path: string;
  readonly tokens: readonly string[];
}

async function readTokens(folder: string): Promise<TokenFile> {
  const path = join(folder, 'vocabulary.json');
  try {
    const parsed = z.array(z.string()).safeParse(await readModelJson(path));
    if (!parsed.success) {
      throw modelUnfit(path, 'it is no list of tokens', parsed.error);
    }
    return { path, tokens: parsed.data };
  } catch (error) {
    const older = isAppError(error, 'model-missing') ? await readOlderTokens(folder) : undefined;
    if (older === undefined) {
      throw error;
    }
    return older;
  }
}

/** A token a line. An empty line is one as well: multilingual models have one. */
async function readOlderTokens(folder: string): Promise<TokenFile | undefined> {
  const path = join(folder, 'vocabulary.txt');
  if (!existsSync(path)) {
    return undefined;
  }
  const text = await readModelText(path);
  return { path, tokens: text.replace(/\r?\n$/, '').split(/\r?\n/) };
}

/** Multilingual vocabularies keep an empty token before the marks; GPT-2's own, of English-only models, does not. */
function isMultilingual(tokens: readonly string[], end: number): boolean {
  return end === MULTILINGUAL_END || tokens[end - 1] === '';
}

/** Languages stand behind the mark of the start, up to the first that is none. */
function languageMarks(tokens: readonly string[], { start }: Marks): ReadonlyMap<string, number> {
  const languages = new Map<string, number>();
  for (let id = start + 1; id < tokens.length; id += 1) {
    const code = LANGUAGE_MARK.exec(tokens[id] ?? '')?.[1];
    if (code === undefined) {
      break;
    }
    languages.set(standardCode(code), id);
  }
  return languages;
}

function createReader(tokens: readonly string[], end: number): (token: number) => Piece {
  const decoder = new TextDecoder();
  return (token) => {
    const bytes = token < end ? bytesOf(tokens[token] ?? '') : [];
    const text = decoder.decode(Uint8Array.from(bytes), { stream: true });
    return { text: text.trim(), opensWord: /^\s/.test(text) };
  };
}

function bytesOf(token: string): readonly number[] {
  return Array.from(token, (character) => BYTE_OF_CHARACTER.get(character) ?? 0x3f);
}

/** Cut as GPT-2 cuts; within a part, the pair that makes the lowest token is joined until no pair makes one. */
function encode(text: string, ids: ReadonlyMap<string, number>): readonly number[] {
  return (text.match(CUT) ?? []).flatMap((part) => {
    const pieces = Array.from(new TextEncoder().encode(part), (byte) => CHARACTER_OF_BYTE[byte] ?? '');
    for (;;) {
      let best = Infinity;
      let at = -1;
      for (let index = 0; index + 1 < pieces.length; index += 1) {
        const id = ids.get(`${pieces[index] ?? ''}${pieces[index + 1] ?? ''}`) ?? Infinity;
        if (id < best) {
          best = id;
          at = index;
        }
      }
      if (at < 0) {
        return pieces.flatMap((piece) => ids.get(piece) ?? []);
      }
      pieces.splice(at, 2, `${pieces[at] ?? ''}${pieces[at + 1] ?? ''}`);
    }
  });
}
