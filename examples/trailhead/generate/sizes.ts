// How much of the company each size shows.

export type SizeName = 'tiny' | 'small' | 'medium' | 'large';

export interface Size {
  readonly name: SizeName;
  /** First and last day (UTC) on which something happens. The last month is incomplete in every size. */
  readonly first: string;
  readonly last: string;
  readonly sessions: number;
  readonly leads: number;
  readonly customers: number;
  /** How many of the customers joined in the half year before the first day. */
  readonly earlierCustomers: number;
  readonly orders: number;
  readonly products: number;
  readonly surveys: number;
  readonly tickets: number;
  readonly subscriptions: number;
  readonly accounts: number;
  /** Spend, costs and targets, as a multiple of those of `small`. */
  readonly scale: number;
}

export const sizes: Readonly<Record<SizeName, Size>> = {
  /** A month that can be checked by hand. */
  tiny: {
    name: 'tiny',
    first: '2026-05-18',
    last: '2026-06-17',
    sessions: 40,
    leads: 20,
    customers: 24,
    earlierCustomers: 12,
    orders: 40,
    products: 10,
    surveys: 20,
    tickets: 20,
    subscriptions: 12,
    accounts: 3,
    scale: 1,
  },
  /** What the definitions read: two whole fiscal years and the running one. */
  small: {
    name: 'small',
    first: '2024-02-01',
    last: '2026-06-17',
    sessions: 5_000,
    leads: 600,
    customers: 300,
    earlierCustomers: 50,
    orders: 900,
    products: 24,
    surveys: 160,
    tickets: 240,
    subscriptions: 90,
    accounts: 6,
    scale: 1,
  },
  medium: {
    name: 'medium',
    first: '2023-02-01',
    last: '2026-06-17',
    sessions: 200_000,
    leads: 20_000,
    customers: 6_000,
    earlierCustomers: 600,
    orders: 25_000,
    products: 60,
    surveys: 4_000,
    tickets: 6_000,
    subscriptions: 2_000,
    accounts: 60,
    scale: 20,
  },
  /** For benchmarks. */
  large: {
    name: 'large',
    first: '2023-02-01',
    last: '2026-06-17',
    sessions: 5_000_000,
    leads: 200_000,
    customers: 120_000,
    earlierCustomers: 12_000,
    orders: 500_000,
    products: 120,
    surveys: 80_000,
    tickets: 120_000,
    subscriptions: 40_000,
    accounts: 600,
    scale: 400,
  },
};
