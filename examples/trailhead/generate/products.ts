// Products and their prices: some change on 1 July 2025, some on 1 June 2026.
import { idText } from './cells.js';
import { day } from './days.js';
import { at, div } from './integers.js';
import type { Size } from './sizes.js';
import type { Currency, ProductWord } from './vocabulary.js';
import { productWords } from './vocabulary.js';

export interface PriceVersion {
  readonly from: number;
  /** The first day on which it is no longer valid; null while it is. */
  readonly until: number | null;
  /** EUR cents. */
  readonly price: number;
  readonly cost: number;
}

export interface Product {
  readonly id: string;
  readonly word: ProductWord;
  readonly name: string;
  readonly launchedOn: number;
  readonly versions: readonly PriceVersion[];
}

const started = day('2023-01-01');
const changes = [day('2025-07-01'), day('2026-06-01')] as const;

export function productsOf(size: Size): readonly Product[] {
  return Array.from({ length: size.products }, (_, index) => {
    const word = at(productWords, index % productWords.length);
    const generation = div(index, productWords.length) + 1;
    return {
      id: idText('p', index, size.products >= 100 ? 3 : 2),
      word,
      name: generation === 1 ? word.name : `${word.name} ${'I'.repeat(generation)}`,
      launchedOn: started,
      versions: versionsOf(index, word.price + (generation - 1) * 500),
    };
  });
}

/** Every second product got dearer on the first day of change, every third on the second; costs rise a little more. */
function versionsOf(index: number, firstPrice: number): readonly PriceVersion[] {
  const starts = [started, ...changes.filter((_, change) => index % (change + 2) === 0)];
  let price = firstPrice;
  let cost = div(firstPrice * (52 + ((index * 7) % 13)), 100);
  return starts.map((from, version) => {
    if (version > 0) {
      price += div(price, 20);
      cost += div(cost * 7, 100);
    }
    return { from, until: starts[version + 1] ?? null, price, cost };
  });
}

/** The version valid on a day. */
export function versionOn(product: Product, dayNo: number): PriceVersion {
  const found = product.versions.find((v) => v.from <= dayNo && (v.until === null || dayNo < v.until));
  if (found === undefined) throw new Error(`no price of ${product.id} on day ${dayNo}`);
  return found;
}

/** The shop's price in another currency, in its minor units: fixed by the shop, not by the day's rate. */
export function localPrice(eurCents: number, currency: Currency): number {
  if (currency === 'JPY') return div(eurCents * 16, 100) * 10;
  return div(eurCents * percentOf[currency], 100);
}

const percentOf = { EUR: 100, USD: 112, GBP: 88 } as const;
