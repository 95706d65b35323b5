/** A result is never written over a recording, also where the file system takes `Talk` and `talk` for one name. */
import { expect, it } from 'vitest';
import { nameOutputs } from '../../src/cli/output-names.ts';

it('a result that differs from a recording only in capitals gets another name', () => {
  const names = ['/talks/TALK.mp3', '/talks/talk.json'];
  const outputs = nameOutputs({
    names,
    formats: ['json'],
    product: 'transcript',
    folder: '/talks',
    taken: new Set(names),
  });
  expect(outputs.flat().map(({ path }) => path)).toEqual(['/talks/TALK.mp3.json', '/talks/talk.json.json']);
});
