/** How the tests run: units beside their code, the rest in `test/`. `npm run test:slow` runs the long ones instead. */
import { defineConfig } from 'vitest/config';
import { ClosingLineReporter } from './test/support/closing-line-reporter.ts';

const slow = process.env['SPEECH_COACH_TEST_KIND'] === 'slow';

export default defineConfig({
  test: {
    include: slow ? ['test/**/*.slow.ts'] : ['src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts'],
    pool: 'forks',
    // ONNX Runtime reports to its maker unless told not to; some tests load it in their own process.
    env: { ORT_DISABLE_TELEMETRY: '1' },
    maxWorkers: 2,
    testTimeout: slow ? 900_000 : 60_000,
    hookTimeout: slow ? 900_000 : 120_000,
    reporters: ['default', new ClosingLineReporter()],
  },
});
