/** Moonshine's tokens as text. The vocabulary is Llama's, 32,000 pieces, followed by special marks without text. */
import llamaTokenizer from 'llama-tokenizer-js';
import type { Piece } from '../../piece-words.ts';

/** The mark that ends a text. */
export const END_TOKEN = 2;

/** The mark that a piece begins a word, in place of the space before it. */
const WORD_START = '▁';
/** A piece that stands for one raw byte of a character that has no piece of its own. */
const BYTE_PIECE = /^<0x([0-9A-F]{2})>$/;

/**
 * The pieces of a list of tokens. Characters that the model spells byte by byte come out on the token that completes
 * them.
 */
export function toPieces(tokens: readonly number[]): readonly Piece[] {
  const decoder = new TextDecoder();
  return tokens.map((token) => {
    const piece = llamaTokenizer.vocabById[token] ?? '';
    const byte = BYTE_PIECE.exec(piece)?.[1];
    if (byte !== undefined) {
      const text = decoder.decode(Uint8Array.of(Number.parseInt(byte, 16)), { stream: true });
      // A line break is spelt as a byte too, and ends a word like any other blank.
      return { text: text.trim(), opensWord: text !== '' && text.trim() === '' };
    }
    if (piece === '<s>' || piece === '</s>' || piece === '<unk>') {
      return { text: '', opensWord: false };
    }
    return { text: piece.replaceAll(WORD_START, ' ').trim(), opensWord: piece.startsWith(WORD_START) };
  });
}
