// Writes docs/project-files.md: `npx tsx --conditions=source docs/generate-project-files.ts`.
import { writeFileSync } from 'node:fs';
import { projectFilesPage } from './project-files-page.js';

writeFileSync(new URL('project-files.md', import.meta.url), projectFilesPage());
