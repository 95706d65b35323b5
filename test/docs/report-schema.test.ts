/** The published JSON Schema is the one that the zod schema makes. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { reportJsonSchema } from '../../src/report/index.ts';

it('docs/report.schema.json is up to date (node scripts/report-schema.ts)', async () => {
  const published: unknown = JSON.parse(
    await readFile(new URL('../../docs/report.schema.json', import.meta.url), 'utf8'),
  );
  expect(published).toEqual(reportJsonSchema());
});
