// The examples: eight lessons that teach one thing each, and a whole company. With what is looked at first, and what to try.
import type { Asked, Explaining, PaneId } from '../state/app-state.js';

export interface GalleryEntry {
  readonly id: string;
  /** Its number, or null where it is no lesson. */
  readonly lesson: number | null;
  readonly title: string;
  /** The one thing that it teaches. */
  readonly teaches: string;
  /** What to try, in order; text of definitions stands in backticks. */
  readonly steps: readonly string[];
  readonly asOf: string;
  readonly pane: PaneId;
  readonly active: string;
  readonly asked: Partial<Asked>;
  readonly explaining: Explaining | null;
}

export const gallery: readonly GalleryEntry[] = [
  {
    id: 'first-metric',
    lesson: 1,
    title: 'Your first metric',
    teaches: 'A dataset says what a file means; a metric is a formula with a name, and its unit follows.',
    steps: [
      'Click a number in the table: it says why it is what it is.',
      "Add a metric: `cake_share: share(revenue, product) where product = 'cake'` is refused; `cake: sum(sales.amount where product = 'cake')` is not.",
      'Misspell a name, and look at what is proposed below the editor.',
    ],
    asOf: '2026-03-31',
    pane: 'result',
    active: 'sales.kpi.yaml',
    asked: { metrics: ['revenue', 'sales_made', 'ticket'], grain: 'week', from: '2026-01-05', to: '2026-03-29' },
    explaining: null,
  },
  {
    id: 'ratios',
    lesson: 2,
    title: 'A ratio of sums',
    teaches: 'The rate of everything is not the mean of the rates.',
    steps: [
      'Compare the two columns of the whole: a tiny campaign with a wild rate moves only the mean.',
      'Add `campaign` under “By”: for one campaign alone they are the same.',
      'Explain both numbers: one divides two sums, the other visits four groups.',
    ],
    asOf: '2026-03-31',
    pane: 'result',
    active: 'ads.kpi.yaml',
    asked: { metrics: ['click_rate', 'mean_of_rates'], grain: 'month' },
    explaining: null,
  },
  {
    id: 'two-facts',
    lesson: 3,
    title: 'Two facts, no double counting',
    teaches: 'Orders, their lines and the cost of ads in one question, and no row counts twice.',
    steps: [
      'Every channel has its orders, goods and ad cost, though they come from three files.',
      'Ask by `product`: it is refused for orders, since an order has several, and for ads, which have none.',
      'Look at the SQL: each dataset is aggregated by itself.',
    ],
    asOf: '2026-03-31',
    pane: 'result',
    active: 'shop.kpi.yaml',
    asked: {
      metrics: ['orders_placed', 'goods', 'shipping', 'ad_cost', 'return_on_ads'],
      by: ['channel'],
      from: '2026-03',
      to: '2026-03',
    },
    explaining: null,
  },
  {
    id: 'periods',
    lesson: 4,
    title: 'Comparing periods',
    teaches: 'A shift moves the whole window: half a month is compared with half a month.',
    steps: [
      'March is not over (*): its growth is against the first half of March a year ago.',
      'Set “as of” to 2026-03-10 and look at the last row.',
      'Click the growth of a month, then “Why did it change?”.',
    ],
    asOf: '2026-03-15',
    pane: 'result',
    active: 'bookings.kpi.yaml',
    asked: {
      metrics: ['sales', 'last_year', 'yearly_growth', 'year_so_far'],
      grain: 'month',
      from: '2025-10',
      to: '2026-03',
    },
    explaining: null,
  },
  {
    id: 'balances',
    lesson: 5,
    title: 'Balances',
    teaches: 'A state is read at a moment; adding it up over time is an error.',
    steps: [
      'The start of a quarter is the end of the one before.',
      'Change `closing(held)` to `held`, and read what is said.',
      'A mean balance is the mean over the days: explain it.',
    ],
    asOf: '2025-12-31',
    pane: 'result',
    active: 'balances.kpi.yaml',
    asked: { metrics: ['at_start', 'paid_in', 'at_end', 'mean_balance'], grain: 'quarter', from: '2025', to: '2025' },
    explaining: null,
  },
  {
    id: 'pacing',
    lesson: 6,
    title: 'A KPI with pacing',
    teaches: 'Half-way through a quarter, pacing says how far one should be by now.',
    steps: [
      'Open “Donations, paced by working days”: the mark on its bar is where it should be.',
      'Set “as of” to 2026-06-20: nothing came in since May, and the status says so.',
      'Without pacing a KPI is not judged before its period is over.',
    ],
    asOf: '2026-05-14',
    pane: 'scorecard',
    active: 'donations.kpi.yaml',
    asked: { metrics: ['donated'], by: ['campaign'], grain: 'month', from: '2026-01', to: '2026-05' },
    explaining: null,
  },
  {
    id: 'guardrails',
    lesson: 7,
    title: 'Goals and guardrails',
    teaches: 'More is no success if quality pays for it: a KPI is never better than its guardrails.',
    steps: [
      'Sign-ups have reached their target and are off track all the same. Open the card to see why.',
      'Take the guardrails away, and look at the goals above; then at Diff.',
      'Look at the graph: the dashed line is a guardrail.',
    ],
    asOf: '2026-01-31',
    pane: 'scorecard',
    active: 'app.kpi.yaml',
    asked: { metrics: ['new_people', 'leaving'], by: ['channel'], grain: 'month', from: '2025-10', to: '2026-01' },
    explaining: null,
  },
  {
    id: 'failing-tests',
    lesson: 8,
    title: 'Tests that fail',
    teaches: 'Definitions can be sound and wrong. A few rows and what must come out of them tell.',
    steps: [
      'Two tests fail. Read what was expected and what came out.',
      'Repair `on_time_rate`: count only parcels `where arrived_on is not null`, above and below.',
      'Repair `earned`: a lost parcel brings nothing. Then look at what the tests reach.',
    ],
    asOf: '2026-03-31',
    pane: 'tests',
    active: 'parcels.kpi.yaml',
    asked: { metrics: ['sent', 'on_time_rate', 'earned'], grain: 'week', from: '2026-02-02', to: '2026-03-29' },
    explaining: null,
  },
  {
    id: 'trailhead',
    lesson: null,
    title: 'A whole company',
    teaches: 'Everything together: sales, marketing, support, money and goals of a company that sells tents.',
    steps: ['Look at what is off track first, and ask why.'],
    asOf: '2026-06-17',
    pane: 'scorecard',
    active: 'sales.kpi.yaml',
    asked: { metrics: ['revenue', 'orders_placed', 'aov'], grain: 'month', from: 'FY2026', to: 'FY2026' },
    explaining: null,
  },
];
