import { expect, it } from 'vitest';
import { currencyCodes, minorUnits } from '@sextant/parser';

it('currencies have the digits of ISO 4217', () => {
  expect(['EUR', 'USD', 'JPY', 'KRW', 'KWD', 'TND', 'CLF'].map(minorUnits)).toEqual([2, 2, 0, 0, 3, 3, 4]);
  expect([...currencyCodes()].every((code) => [0, 2, 3, 4].includes(minorUnits(code)))).toBe(true);
  expect(minorUnits('constructor')).toBe(2);
});
