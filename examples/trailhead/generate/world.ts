// Everything that more than one table shows: who exists, who buys what when.
import { adstockOf, campaignsOf, spendOf } from './advertising.js';
import type { Campaign, Spend } from './advertising.js';
import { leadsOf } from './funnel.js';
import type { Lead } from './funnel.js';
import { customersOf } from './people.js';
import type { Address, Customer } from './people.js';
import { productsOf } from './products.js';
import type { Product } from './products.js';
import { ordersOf } from './orders.js';
import type { Order } from './orders.js';
import type { Size } from './sizes.js';
import type { Channel } from './vocabulary.js';

export interface World {
  readonly seed: string;
  readonly size: Size;
  readonly campaigns: readonly Campaign[];
  readonly spend: readonly Spend[];
  readonly adstock: (dayNo: number, channel: Channel) => number;
  readonly leads: readonly Lead[];
  readonly addresses: readonly Address[];
  readonly customers: readonly Customer[];
  readonly products: readonly Product[];
  readonly orders: readonly Order[];
}

export function makeWorld(size: Size): World {
  const seed = `trailhead/${size.name}`;
  const campaigns = campaignsOf(size);
  const spend = spendOf(seed, size, campaigns);
  const adstock = adstockOf(size, spend);
  const leads = leadsOf(seed, size, campaigns, adstock);
  const { customers, addresses } = customersOf(seed, size, leads);
  const products = productsOf(size);
  const orders = ordersOf(seed, size, customers, products, campaigns, adstock);
  return { seed, size, campaigns, spend, adstock, leads, addresses, customers, products, orders };
}
