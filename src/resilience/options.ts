/** Checks of the numbers that policies are made with: a wrong one is a mistake in the program, found at once. */

/** `value` when it is a finite number above 0. Throws a `RangeError` that names it otherwise. */
export function requirePositive(name: string, value: number): number {
  return requireThat(name, value, Number.isFinite(value) && value > 0, 'a number above 0');
}

/** `value` when it is a whole number of at least `least`. Throws a `RangeError` that names it otherwise. */
export function requireWhole(name: string, value: number, least: number): number {
  return requireThat(
    name,
    value,
    Number.isSafeInteger(value) && value >= least,
    `a whole number from ${least}`,
  );
}

/** `value` when it is above 0 and at most 1. Throws a `RangeError` that names it otherwise. */
export function requireShare(name: string, value: number): number {
  return requireThat(name, value, value > 0 && value <= 1, 'above 0 and at most 1');
}

function requireThat(name: string, value: number, holds: boolean, wanted: string): number {
  if (!holds) {
    throw new RangeError(`${name} must be ${wanted}, not ${value}`);
  }
  return value;
}
