// Adventure Works: orders and lines that must not multiply each other, rates of fourteen currencies, quotas as plans.
import { describeDataSet } from './real-data.js';

const HEADERS =
  'PurchaseOrderHeader h JOIN Vendor v ON v.BusinessEntityID = VendorID JOIN ShipMethod s USING (ShipMethodID)';
const LINES = 'PurchaseOrderDetail d JOIN PurchaseOrderHeader h USING (PurchaseOrderID)';
const EUR = `LEFT JOIN CurrencyRate r ON r.ToCurrencyCode = 'EUR' AND r.CurrencyRateDate = h.OrderDate`;

describeDataSet({
  folder: 'adventureworks',
  asOf: '2025-09-30',
  reference: true,
  cases: [
    {
      name: 'orders with tax and freight once, whatever the lines are',
      metrics: [
        'bought',
        'bought_by_order',
        'sum(orders.lines_total)',
        'total_due',
        'extras_rate',
        'orders_placed',
        'days_to_ship',
      ],
      by: ['credit_rating', 'ship_method'],
      sql: `SELECT CreditRating, s.Name, sum(SubTotal), sum(SubTotal), sum(SubTotal), sum(TotalDue), sum(TaxAmt + Freight) || '/' || sum(SubTotal), count(*),
          sum(date_diff('day', OrderDate, ShipDate)) || '/' || count(*) FROM ${HEADERS} GROUP BY ALL`,
    },
    {
      name: 'lines by what is bought: three joins, two of them often missing',
      metrics: ['bought', 'rejection_rate', 'mean_price', 'count(distinct order_lines.order_id)'],
      by: ['category', 'subcategory', 'color'],
      sql: `SELECT c.Name, u.Name, Color, sum(LineTotal), sum(RejectedQty) || '/' || sum(ReceivedQty), sum(LineTotal) || '/' || sum(OrderQty), count(DISTINCT PurchaseOrderID)
        FROM PurchaseOrderDetail JOIN Product p USING (ProductID) LEFT JOIN ProductSubcategory u USING (ProductSubcategoryID) LEFT JOIN ProductCategory c USING (ProductCategoryID) GROUP BY ALL`,
    },
    {
      name: 'in EUR at the day of the order; the months before the first rate have no value',
      metrics: ['bought_eur', 'bought_eur_known', 'bought'],
      grain: 'month',
      sql: `WITH m AS (SELECT unnest(generate_series(DATE '2022-04-01', DATE '2025-09-01', INTERVAL 1 MONTH))::DATE AS m),
        l AS (SELECT date_trunc('month', h.OrderDate)::DATE AS m, LineTotal AS l, LineTotal * (SELECT max_by(EndOfDayRate, CurrencyRateDate) FROM CurrencyRate r
          WHERE ToCurrencyCode = 'EUR' AND CurrencyRateDate <= h.OrderDate) AS e FROM ${LINES})
        SELECT strftime(m, '%Y-%m'), CASE WHEN count(e) < count(l) THEN '!missing_rate' ELSE coalesce(sum(e)::VARCHAR, '!no_rows') END,
          coalesce(sum(e)::VARCHAR, '!no_rows'), coalesce(sum(l), 0) FROM m LEFT JOIN l USING (m) GROUP BY m`,
    },
    {
      name: 'in EUR by vendor, where the rates are known',
      metrics: ['bought_eur', 'bought_eur / bought'],
      by: ['vendor'],
      from: '2023-01',
      to: '2024-12',
      sql: `SELECT v.Name, sum(LineTotal * EndOfDayRate), sum(LineTotal * EndOfDayRate) || '/' || sum(LineTotal) FROM ${LINES} JOIN Vendor v ON v.BusinessEntityID = VendorID ${EUR}
        WHERE year(OrderDate) IN (2023, 2024) GROUP BY 1`,
    },
    {
      name: 'constant currency, and rates at another day, by fiscal year',
      metrics: ['due_jpy_constant', 'sum(convert(orders.due to CAD at shipped_on skip missing))'],
      grain: 'fiscal_year',
      by: ['kind'],
      sql: `WITH l AS (SELECT PurchaseOrderID, sum(LineTotal) AS l FROM PurchaseOrderDetail GROUP BY 1)
        SELECT 'FY' || year(OrderDate + INTERVAL 6 MONTH), CASE WHEN l >= 50000 THEN 'large' WHEN l >= 1000 THEN 'medium' ELSE 'small' END,
          sum(TotalDue) * (SELECT EndOfDayRate FROM CurrencyRate WHERE ToCurrencyCode = 'JPY' AND CurrencyRateDate = '2023-06-30'),
          coalesce(sum(TotalDue * (SELECT max_by(EndOfDayRate, CurrencyRateDate) FROM CurrencyRate r WHERE ToCurrencyCode = 'CAD' AND CurrencyRateDate <= h.ShipDate))::VARCHAR, '!no_rows')
        FROM PurchaseOrderHeader h JOIN l USING (PurchaseOrderID) GROUP BY ALL`,
    },
    {
      name: 'weeks in two years: growth by 52 weeks, distinct vendors of a rolling quarter',
      metrics: ['bought', 'growth(orders_placed, 52 weeks)', 'rolling(count(distinct orders.vendor_id), 13 weeks)'],
      grain: 'week',
      from: '2024-01-01',
      to: '2025-06-29',
      sql: `WITH w AS (SELECT unnest(generate_series(DATE '2024-01-01', DATE '2025-06-23', INTERVAL 7 DAY))::DATE AS w),
        n AS (SELECT w, count(*) FILTER (OrderDate >= w AND OrderDate < w + 7) AS n, count(*) FILTER (OrderDate >= w - 364 AND OrderDate < w - 357) AS p,
          count(DISTINCT VendorID) FILTER (OrderDate >= w - 84 AND OrderDate < w + 7) AS v FROM w JOIN PurchaseOrderHeader ON true GROUP BY 1),
        l AS (SELECT date_trunc('week', OrderDate)::DATE AS w, sum(LineTotal) AS l FROM ${LINES} GROUP BY 1)
        SELECT strftime(w, '%G-W%V'), coalesce(l, 0), CASE p WHEN 0 THEN '!no_base' ELSE (n - p) || '/' || p END, v FROM n LEFT JOIN l USING (w)`,
    },
    {
      name: 'the largest vendors of fiscal quarters, and the spread of their totals',
      metrics: [
        'top_share(bought per vendors.vendor_id, 20%)',
        'count(per vendors.vendor_id where bought > 100000 USD)',
        'median(bought per vendors.vendor_id)',
        'max(bought per vendors.vendor_id)',
      ],
      grain: 'fiscal_quarter',
      from: 'FY2024-Q1',
      to: 'FY2025-Q4',
      sql: `WITH v AS (SELECT date_trunc('quarter', OrderDate) AS q, VendorID, sum(SubTotal) AS s FROM PurchaseOrderHeader WHERE OrderDate >= '2023-07-01' AND OrderDate < '2025-07-01' GROUP BY ALL),
        r AS (SELECT *, row_number() OVER (PARTITION BY q ORDER BY s DESC) AS i, count(*) OVER (PARTITION BY q) AS k FROM v)
        SELECT 'FY' || year(q + INTERVAL 6 MONTH) || '-Q' || quarter(q + INTERVAL 6 MONTH), sum(s) FILTER (i <= (k + 4) // 5) || '/' || sum(s), count(*) FILTER (s > 100000),
          sum(s) FILTER (i IN ((k + 1) // 2, k // 2 + 1)) || '/' || count(*) FILTER (i IN ((k + 1) // 2, k // 2 + 1)), max(s) FROM r GROUP BY q`,
    },
    {
      name: 'quotas are plans: neither hidden nor clipped, beside orders that are',
      metrics: ['quota', 'count(distinct quotas.person_id)', 'orders_placed'],
      grain: 'quarter',
      from: '2024-Q1',
      to: '2025-Q1',
      asOf: '2024-08-15',
      sql: `WITH q AS (SELECT unnest(generate_series(DATE '2024-01-01', DATE '2025-01-01', INTERVAL 3 MONTH))::DATE AS q)
        SELECT year(q) || '-Q' || quarter(q), (SELECT sum(SalesQuota) FROM SalesPersonQuotaHistory WHERE QuotaDate >= q AND QuotaDate < q + INTERVAL 3 MONTH),
          (SELECT count(DISTINCT BusinessEntityID) FROM SalesPersonQuotaHistory WHERE QuotaDate >= q AND QuotaDate < q + INTERVAL 3 MONTH),
          CASE WHEN q > '2024-08-15' THEN '!not_due' ELSE (SELECT count(*) FROM PurchaseOrderHeader WHERE OrderDate >= q AND OrderDate < q + INTERVAL 3 MONTH AND OrderDate < '2024-08-16')::VARCHAR END FROM q`,
    },
    {
      name: 'conditions on lines, orders and vendors at once',
      metrics: ['bought', 'share(bought, status)'],
      by: ['status', 'vendors.preferred'],
      where:
        "order_lines.quantity > 100 and orders.freight < 500 USD and vendors.credit_rating <= 2 and order_lines.due_on > orders.ordered_on and (color is null or color not in ('Red', 'Silver'))",
      sql: `WITH b AS (SELECT Status, PreferredVendorStatus AS p, sum(LineTotal) AS l FROM ${LINES} JOIN Vendor v ON v.BusinessEntityID = VendorID JOIN Product USING (ProductID)
          WHERE OrderQty > 100 AND Freight < 500 AND CreditRating <= 2 AND DueDate > OrderDate AND (Color IS NULL OR Color NOT IN ('Red', 'Silver')) GROUP BY ALL)
        SELECT Status, p, l, l || '/' || sum(l) OVER (PARTITION BY p) FROM b`,
    },
  ],
});
