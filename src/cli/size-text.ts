/** Sizes in words, as the hubs and shops give them: a megabyte is a million bytes. */
import type { Locale } from '../errors/index.ts';

const STEPS = [
  { unit: 'gigabyte', bytes: 1e9 },
  { unit: 'megabyte', bytes: 1e6 },
  { unit: 'kilobyte', bytes: 1e3 },
] as const;

/** A size with its unit: two digits at least where there are as many, such as `145 MB`, `1.6 GB`, `0.3 kB`. */
export function sizeText(bytes: number, locale: Locale): string {
  const step = STEPS.find((each) => bytes >= each.bytes) ?? STEPS[2];
  const amount = bytes / step.bytes;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: step.unit,
    maximumFractionDigits: amount < 10 ? 1 : 0,
  })
    .format(amount)
    .replaceAll(/\s/gu, ' ');
}
