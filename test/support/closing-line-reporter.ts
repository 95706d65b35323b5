/** A vitest reporter whose last line is `N passed, N failed, N skipped`, for people and machines alike. */
import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node';

/** Counts every test of the run and prints the one closing line after everything else. */
export class ClosingLineReporter implements Reporter {
  onTestRunEnd(
    modules: ReadonlyArray<TestModule>,
    unhandledErrors: ReadonlyArray<unknown>,
    reason: TestRunEndReason,
  ): void {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      // A file that cannot even be loaded has no tests, yet it is a failure.
      if (module.state() === 'failed' && module.children.size === 0) {
        count.failed += 1;
      }
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'pending') {
          count.failed += 1;
        } else {
          count[state] += 1;
        }
      }
    }
    // An interrupted or wholly failed run must never read as a clean one.
    if (reason !== 'passed' && count.failed === 0) {
      count.failed = 1;
    }
    // After the other reporters, so that it is the last line on the terminal.
    process.once('exit', () => {
      process.stdout.write(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
    });
  }
}
