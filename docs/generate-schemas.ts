// Writes schemas/: `npx tsx --conditions=source docs/generate-schemas.ts`.
import { writeFileSync } from 'node:fs';
import { schemas } from './schemas.js';

for (const [name, text] of Object.entries(schemas())) {
  writeFileSync(new URL(`../schemas/${name}`, import.meta.url), text);
}
