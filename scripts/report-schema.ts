/** Writes `docs/report.schema.json`, the JSON Schema of the report, from the zod schema: `node scripts/report-schema.ts`. */
import { writeFile } from 'node:fs/promises';
import { reportJsonSchema } from '../src/report/index.ts';

const file = new URL('../docs/report.schema.json', import.meta.url);
await writeFile(file, `${JSON.stringify(reportJsonSchema(), null, 2)}\n`);
