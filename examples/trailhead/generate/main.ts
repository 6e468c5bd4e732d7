// The command: tsx --conditions=source examples/trailhead/generate/main.ts --size tiny|small|medium|large --out DIR
import { parseArgs } from 'node:util';
import { sizes } from './sizes.js';
import { writeTrailhead } from './write.js';

const { values } = parseArgs({ options: { size: { type: 'string' }, out: { type: 'string' } } });
const size = Object.values(sizes).find((s) => s.name === values.size);
if (size === undefined || values.out === undefined) {
  process.stderr.write('usage: main.ts --size tiny|small|medium|large --out DIR\n');
  process.exitCode = 2;
} else {
  const written = writeTrailhead(size, values.out);
  for (const { file, rows, bytes } of written) {
    process.stdout.write(`${String(rows).padStart(9)} rows ${String(bytes).padStart(11)} bytes  ${file}\n`);
  }
  process.stdout.write(`${String(written.reduce((sum, w) => sum + w.bytes, 0)).padStart(26)} bytes in all\n`);
}
