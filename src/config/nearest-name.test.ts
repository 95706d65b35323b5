import { describe, expect, it } from 'vitest';
import { nearestName } from './nearest-name.ts';

const names = ['LOG_LEVEL', 'LOG_FORMAT', 'MAX_FILE_SIZE_MB'];

describe('nearestName', () => {
  it.each([
    ['LOG_LEVLE', 'LOG_LEVEL'],
    ['log_level', 'LOG_LEVEL'],
    ['LOGFORMAT', 'LOG_FORMAT'],
    ['MAX_SIZE_MB', 'MAX_FILE_SIZE_MB'],
  ])('takes %s for %s', (name, expected) => {
    expect(nearestName(name, names)).toBe(expected);
  });

  it('suggests nothing far-fetched', () => {
    expect(nearestName('DATABASE_URL', names)).toBeUndefined();
    expect(nearestName('LOG_LEVEL', [])).toBeUndefined();
  });
});
