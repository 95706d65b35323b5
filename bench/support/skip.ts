/** What cannot be measured on a machine is left out, and the bench says so. */

/** The value of `get`; when it fails, undefined and a line that says what is left out and why. */
export function orSkip<Value>(what: string, get: () => Value): Value | undefined {
  try {
    return get();
  } catch (error) {
    console.log(`SKIPPED: ${what}: ${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
}
