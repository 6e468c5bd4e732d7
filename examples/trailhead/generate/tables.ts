// All tables, in the order in which they are written.
import type { Table } from './table.js';
import { adSpend } from './tables/ad-spend.js';
import { addresses } from './tables/addresses.js';
import { balances } from './tables/balances.js';
import { budgets } from './tables/budgets.js';
import { campaigns } from './tables/campaigns.js';
import { costs } from './tables/costs.js';
import { customers } from './tables/customers.js';
import { employees } from './tables/employees.js';
import { fx } from './tables/fx.js';
import { holidays } from './tables/holidays.js';
import { leadStages } from './tables/lead-stages.js';
import { leads } from './tables/leads.js';
import { opportunities } from './tables/opportunities.js';
import { newsletter } from './tables/newsletter.js';
import { orderLines } from './tables/order-lines.js';
import { orders } from './tables/orders.js';
import { productPrices } from './tables/product-prices.js';
import { productTags } from './tables/product-tags.js';
import { products } from './tables/products.js';
import { refunds } from './tables/refunds.js';
import { retailCalendar } from './tables/retail-calendar.js';
import { revenueTargets } from './tables/revenue-targets.js';
import { sessionTables } from './tables/sessions.js';
import { stock } from './tables/stock.js';
import { subscriptions } from './tables/subscriptions.js';
import { surveys } from './tables/surveys.js';
import { tickets } from './tables/tickets.js';

export const tables: readonly Table[] = [
  campaigns,
  adSpend,
  ...sessionTables,
  employees,
  leads,
  leadStages,
  opportunities,
  addresses,
  customers,
  products,
  productTags,
  productPrices,
  orders,
  orderLines,
  refunds,
  fx,
  costs,
  budgets,
  revenueTargets,
  surveys,
  tickets,
  subscriptions,
  stock,
  balances,
  newsletter,
  retailCalendar,
  holidays,
];
