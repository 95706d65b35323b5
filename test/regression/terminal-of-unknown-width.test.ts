/** A terminal that does not know its width says 0, as under `docker exec -t` or `script`: it is taken for 80 columns. */
import { describe, expect, it } from 'vitest';
import { terminalColumns } from '../../src/cli/io.ts';

describe('the columns of a terminal', () => {
  it.each([
    [132, 132],
    [0, 80],
    [undefined, 80],
  ])('%s are taken as %s', (told, taken) => {
    expect(terminalColumns(told === undefined ? {} : { columns: told })).toBe(taken);
  });
});
