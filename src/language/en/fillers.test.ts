import { describe, expect, it } from 'vitest';
import { english } from './english.ts';

/** Finds fillers in a text; `[0.3]` is a silence after the word before it. */
function found(text: string): readonly string[] {
  const words: { text: string; gapAfterSec: number | null }[] = [];
  for (const token of text.split(' ')) {
    const gap = /^\[([\d.]+)\]$/.exec(token)?.[1];
    const last = words.at(-1);
    if (gap !== undefined && last !== undefined) {
      last.gapAfterSec = Number(gap);
    } else {
      words.push({ text: token, gapAfterSec: 0 });
    }
  }
  return english.findFillers(words).flatMap(({ text: listed, counted }) => (counted ? [listed] : []));
}

describe('English fillers', () => {
  it.each([
    ['So, here is what I ask.', ['so']],
    ['So basically um The library is like much more than a... Books.', ['so', 'basically', 'like']],
    ['The library is, like, much more than books.', ['like']],
    ['Actually, I mean, you know the building.', ['actually', 'I mean']],
    ['We have already found half of I mean the money.', ['I mean']],
    ['The, well, river is quiet.', ['well']],
    ['The river [0.2] well [0.2] is quiet.', ['well']],
    ['It was late, you know.', ['you know']],
    ['I was thinking you know, sometimes it works.', ['you know']],
    ['You know I would like to thank them.', ['you know']],
    ['It is kind of late.', ['kind of']],
    ['We took a bus or something.', ['or something']],
    ['You know what I mean? Okay, next.', ['you know what I mean', 'okay']],
    ["We're just, y'know, there.", ["y'know"]],
    ['Um. So I mean many of us', ['so', 'I mean']],
  ])('counts them in: %s', (text, fillers) => {
    expect(found(text)).toEqual(fillers);
  });

  it.each([
    'She asked me what I like.',
    'I like the library. I like it so much that I came back.',
    'I actually cried when I read it.',
    'This is what actually happened last year.',
    'So many of us learned to ride a bicycle there.',
    'And so, my fellow Americans, ask not.',
    'I think so.',
    'You know the place as well as I do.',
    'Do you know, my friends, what it costs?',
    'As you know, the bridge is old.',
    'I mean it. What I mean is this.',
    'Well done. Turn right at the bridge. All is well.',
    'This kind of bridge is a kind of wonder.',
    'Or something new.',
    'It looks like a tree and sounds like rain.',
    'That is okay with us.',
  ])('leaves ordinary words alone: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
