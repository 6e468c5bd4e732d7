// Writes docs/functions.md: `npx tsx --conditions=source docs/generate-functions.ts`.
import { writeFileSync } from 'node:fs';
import { functionsPage } from './functions-page.js';

writeFileSync(new URL('functions.md', import.meta.url), functionsPage());
