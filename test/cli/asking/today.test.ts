import { expect, test } from 'vitest';
import { todayIn } from '../../../packages/cli/src/asking/today.js';

test('the day is that of the zone', () => {
  const instant = new Date('2026-03-31T22:30:00Z');
  expect(todayIn('Europe/Berlin', instant)).toBe('2026-04-01');
  expect(todayIn('America/New_York', instant)).toBe('2026-03-31');
  expect(todayIn('Asia/Kathmandu', instant)).toBe('2026-04-01');
});
