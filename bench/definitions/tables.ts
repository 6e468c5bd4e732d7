// The ten tables of the synthetic star as every modelling language needs them: columns, keys, references.

export type ColumnType = 'integer' | 'money' | 'money4' | 'text' | 'date' | 'datetime';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly references?: string;
  readonly optional?: boolean;
}

export interface StarTable {
  readonly name: string;
  /** What one row is. */
  readonly one: string;
  readonly key: string;
  /** The column of its default time, or null where a row is true at all times. */
  readonly time: string | null;
  readonly columns: readonly Column[];
}

const money = (name: string): Column => ({ name, type: 'money' });
const text = (name: string): Column => ({ name, type: 'text' });
const integer = (name: string): Column => ({ name, type: 'integer' });
const key = (name: string, references: string, optional = false): Column => ({
  name,
  type: 'integer',
  references,
  optional,
});

/** In an order in which a table stands after those that it refers to. */
export const TABLES: readonly StarTable[] = [
  {
    name: 'departments',
    one: 'department',
    key: 'department_id',
    time: null,
    columns: [integer('department_id'), text('department_name'), text('tier'), money('budget')],
  },
  {
    name: 'categories',
    one: 'category',
    key: 'category_id',
    time: null,
    columns: [
      integer('category_id'),
      text('category_name'),
      text('tier'),
      key('department_id', 'departments'),
      money('budget'),
    ],
  },
  {
    name: 'products',
    one: 'product',
    key: 'product_id',
    time: null,
    columns: [
      integer('product_id'),
      text('product_name'),
      text('brand'),
      key('category_id', 'categories'),
      money('list_price'),
    ],
  },
  {
    name: 'regions',
    one: 'region',
    key: 'region_id',
    time: null,
    columns: [integer('region_id'), text('region_name'), text('zone'), money('budget')],
  },
  {
    name: 'stores',
    one: 'shop',
    key: 'store_id',
    time: null,
    columns: [integer('store_id'), text('store_name'), text('format'), key('region_id', 'regions'), money('rent')],
  },
  {
    name: 'campaigns',
    one: 'campaign',
    key: 'campaign_id',
    time: null,
    columns: [integer('campaign_id'), text('campaign_name'), text('kind'), money('budget')],
  },
  {
    name: 'customers',
    one: 'customer',
    key: 'customer_id',
    time: 'joined_on',
    columns: [
      integer('customer_id'),
      text('customer_name'),
      text('segment'),
      { name: 'joined_on', type: 'date' },
      money('credit_limit'),
    ],
  },
  {
    name: 'orders',
    one: 'order',
    key: 'order_id',
    time: 'order_date',
    columns: [
      integer('order_id'),
      key('customer_id', 'customers', true),
      key('product_id', 'products'),
      key('store_id', 'stores'),
      key('campaign_id', 'campaigns', true),
      { name: 'order_ts', type: 'datetime' },
      { name: 'order_date', type: 'date' },
      { name: 'channel', type: 'text', optional: true },
      text('status'),
      integer('quantity'),
      { name: 'gross', type: 'money', optional: true },
      money('discount'),
      money('cost'),
      { name: 'tax', type: 'money4' },
    ],
  },
  {
    name: 'returns',
    one: 'return',
    key: 'return_id',
    time: 'return_date',
    columns: [
      integer('return_id'),
      key('order_id', 'orders'),
      { name: 'channel', type: 'text', optional: true },
      { name: 'return_date', type: 'date' },
      text('reason'),
      { name: 'refund', type: 'money', optional: true },
    ],
  },
  {
    name: 'sessions',
    one: 'session',
    key: 'session_id',
    time: 'session_date',
    columns: [
      integer('session_id'),
      key('customer_id', 'customers', true),
      { name: 'session_date', type: 'date' },
      text('channel'),
      integer('pages'),
      money('click_cost'),
    ],
  },
];
