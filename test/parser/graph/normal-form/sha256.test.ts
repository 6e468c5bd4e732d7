// Against the platform's own.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256 } from '../../../../packages/parser/src/graph/normal-form/sha256.js';

test('is the platform’s', () => {
  const texts = ['', 'abc', 'ä€😀', ...[54, 55, 56, 63, 64, 65, 1000].map((length) => 'x'.repeat(length))];
  for (const text of texts) expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
});
