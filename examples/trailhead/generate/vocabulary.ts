// The words and tables of the invented company. Weights are relative; rates are per 10 000.

export const channels = ['organic', 'paid_search', 'paid_social', 'email', 'referral', 'direct'] as const;
export type Channel = (typeof channels)[number];

/** Per channel, in the order of `channels`. */
export const sessionMix = [320, 240, 170, 90, 60, 120] as const;
export const leadMix = [250, 280, 160, 110, 120, 80] as const;
/** Sessions that end in an order. */
export const conversionRate = [260, 340, 120, 520, 610, 300] as const;
/** Chance of the next stage of the funnel: lead to mql, mql to sql, sql to opportunity, opportunity to customer. */
export const stageRates: Readonly<Record<Channel, readonly [number, number, number, number]>> = {
  organic: [6_200, 6_400, 6_800, 5_600],
  paid_search: [5_800, 6_000, 6_600, 5_200],
  paid_social: [3_900, 4_600, 5_800, 4_300],
  email: [6_600, 6_200, 7_000, 5_500],
  referral: [7_400, 7_200, 7_600, 6_400],
  direct: [5_500, 5_900, 6_500, 5_400],
};

export const countries = ['DE', 'US', 'GB', 'JP'] as const;
export type Country = (typeof countries)[number];
export const countryMix = [45, 25, 20, 10] as const;

export const segments = ['consumer', 'business', 'school'] as const;
export type Segment = (typeof segments)[number];
export const segmentMix = [80, 14, 6] as const;

export type Currency = 'EUR' | 'USD' | 'GBP' | 'JPY';
export const currencyOf: Readonly<Record<Country, Currency>> = { DE: 'EUR', US: 'USD', GB: 'GBP', JP: 'JPY' };
/** The yen has no smaller coin. */
export const digitsOf: Readonly<Record<Currency, 0 | 2>> = { EUR: 2, USD: 2, GBP: 2, JPY: 0 };

export interface Place {
  readonly city: string;
  readonly region: string;
  /** Written as text: `01067` is a postcode of Dresden, not a number. */
  readonly postcode: string;
}

export const places: Readonly<Record<Country, readonly Place[]>> = {
  DE: [
    { city: 'Dresden', region: 'Sachsen', postcode: '01067' },
    { city: 'München', region: 'Bayern', postcode: '80331' },
    { city: 'Köln', region: 'Nordrhein-Westfalen', postcode: '50667' },
    { city: 'Freiburg', region: 'Baden-Württemberg', postcode: '79098' },
  ],
  US: [
    { city: 'Boulder', region: 'Colorado', postcode: '80302' },
    { city: 'Boston', region: 'Massachusetts', postcode: '02108' },
    { city: 'Portland', region: 'Oregon', postcode: '97205' },
  ],
  GB: [
    { city: 'Keswick', region: 'England', postcode: 'CA12 5DQ' },
    { city: 'Fort William', region: 'Scotland', postcode: 'PH33 6AN' },
  ],
  JP: [
    { city: 'Sapporo', region: 'Hokkaido', postcode: '060-0001' },
    { city: 'Matsumoto', region: 'Nagano', postcode: '390-0811' },
  ],
};

export interface ProductWord {
  readonly name: string;
  readonly category: string;
  /** EUR cents. */
  readonly price: number;
  readonly tags: readonly string[];
}

/** The first names contain what trips a careless CSV reader: commas, quotes, letters outside ASCII. */
export const productWords: readonly ProductWord[] = [
  { name: 'Tent "Nordkap", 2 persons', category: 'tents', price: 24_900, tags: ['winter', 'bestseller'] },
  { name: 'Sleeping bag Größe L', category: 'sleeping', price: 13_900, tags: ['winter'] },
  { name: 'Trail socks, 3 pairs', category: 'clothing', price: 2_490, tags: ['summer', 'gift', 'bestseller'] },
  { name: 'Headlamp 400', category: 'navigation', price: 4_990, tags: ['winter', 'gift'] },
  { name: 'Rucksack 28 l', category: 'packs', price: 9_990, tags: ['summer', 'bestseller'] },
  { name: 'Gas stove', category: 'cooking', price: 5_490, tags: ['summer', 'winter'] },
  { name: 'Titanium mug', category: 'cooking', price: 1_990, tags: ['gift', 'light'] },
  { name: 'Rain jacket', category: 'clothing', price: 15_900, tags: ['summer', 'light'] },
  { name: 'Compass', category: 'navigation', price: 2_990, tags: ['gift'] },
  { name: 'Water filter', category: 'cooking', price: 3_990, tags: [] },
  { name: 'Tarp 3 x 3', category: 'tents', price: 7_990, tags: ['light', 'summer'] },
  { name: 'Down quilt', category: 'sleeping', price: 21_900, tags: ['light', 'winter'] },
  { name: 'Foam mat', category: 'sleeping', price: 2_290, tags: ['summer'] },
  { name: 'Trekking poles', category: 'packs', price: 6_990, tags: ['bestseller'] },
  { name: 'Gaiters', category: 'clothing', price: 3_490, tags: ['winter'] },
  { name: 'Sun hat', category: 'clothing', price: 1_790, tags: ['summer', 'gift'] },
  { name: 'Family tent 5', category: 'tents', price: 42_900, tags: ['summer'] },
  { name: 'Pan set', category: 'cooking', price: 4_490, tags: ['gift'] },
  { name: 'Daypack 14 l', category: 'packs', price: 5_990, tags: ['light', 'gift'] },
  { name: 'GPS watch', category: 'navigation', price: 29_900, tags: ['bestseller'] },
  { name: 'Base layer', category: 'clothing', price: 6_490, tags: ['winter', 'light'] },
  { name: 'Map case', category: 'navigation', price: 1_490, tags: [] },
  { name: 'Dry bag 20 l', category: 'packs', price: 1_890, tags: ['summer'] },
  { name: 'Hammock', category: 'sleeping', price: 4_790, tags: ['summer', 'gift'] },
];

export interface Employee {
  readonly id: string;
  readonly name: string;
  readonly team: 'sales' | 'marketing' | 'support';
  readonly hiredOn: string;
}

export const employees: readonly Employee[] = [
  { id: 'e1', name: 'Aylin Kaya', team: 'sales', hiredOn: '2021-04-01' },
  { id: 'e2', name: 'Ben Ohlsen', team: 'sales', hiredOn: '2022-09-15' },
  { id: 'e3', name: 'Chiara Conti', team: 'sales', hiredOn: '2024-06-01' },
  { id: 'e4', name: 'Dana Novak', team: 'marketing', hiredOn: '2020-02-01' },
  { id: 'e5', name: 'Emeka Obi', team: 'marketing', hiredOn: '2023-11-01' },
  { id: 'e6', name: 'Fumiko Sato', team: 'support', hiredOn: '2022-01-10' },
  { id: 'e7', name: "Grace O'Neill", team: 'support', hiredOn: '2025-03-01' },
];

export const givenNames = ['anna', 'bilal', 'carla', 'daiki', 'elif', 'finn', 'grete', 'hana', 'ivo', 'june'] as const;
export const familyNames = ['berg', 'costa', 'dunn', 'endo', 'fuchs', 'grey', 'holm', 'ito', 'jones', 'klein'] as const;
