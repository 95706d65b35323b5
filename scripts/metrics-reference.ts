/**
 * Writes the reference of all metrics, `docs/reference/metrics.md` and its Russian twin, from the metric registry. Run it
 * when a metric, a band or a text changes:
 *
 *     node scripts/metrics-reference.ts
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PAGE_NAMES, metricsReference } from './metrics-reference/page.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'reference');

await mkdir(folder, { recursive: true });
for (const locale of ['en', 'ru'] as const) {
  await writeFile(join(folder, PAGE_NAMES[locale]), metricsReference(locale));
}
