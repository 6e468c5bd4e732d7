// Northwind: orders and their lines, products, people, and a bridge between employees and territories.
import { describeDataSet } from './real-data.js';

const NET = 'UnitPrice * Quantity * (1 - Discount)';
const LINES = 'OrderDetails JOIN Orders USING (OrderID)';

describeDataSet({
  folder: 'northwind',
  asOf: '1998-05-06',
  reference: true,
  cases: [
    {
      name: 'totals and a quotient of two datasets',
      metrics: [
        'sales_exact',
        'gross_sales',
        'orders_placed',
        'order_value',
        'freight',
        'freight_rate',
        'discount_rate',
      ],
      sql: `WITH l AS (SELECT sum(${NET}) AS n, sum(UnitPrice * Quantity) AS g FROM OrderDetails),
        o AS (SELECT count(*) AS c, sum(Freight) AS f FROM Orders)
        SELECT n, g, c, n || '/' || c, f, f || '/' || n, (g - n) || '/' || g FROM l, o`,
    },
    {
      name: 'by month over the whole range, with months before the first order',
      metrics: ['sales', 'orders_placed', 'buyers', 'freight_rate'],
      grain: 'month',
      from: '1996-05',
      to: '1998-05',
      sql: `WITH m AS (SELECT unnest(generate_series(DATE '1996-05-01', DATE '1998-05-01', INTERVAL 1 MONTH)) AS m),
        l AS (SELECT date_trunc('month', OrderDate) AS m, sum(${NET}) AS n FROM ${LINES} GROUP BY 1),
        o AS (SELECT date_trunc('month', OrderDate) AS m, count(*) AS c, count(DISTINCT CustomerID) AS b, sum(Freight) AS f FROM Orders GROUP BY 1)
        SELECT strftime(m.m, '%Y-%m'), coalesce(n, 0), coalesce(c, 0), coalesce(b, 0),
          CASE WHEN n IS NULL THEN '!division_by_zero' ELSE f || '/' || n END
        FROM m LEFT JOIN l USING (m) LEFT JOIN o USING (m)`,
    },
    {
      name: 'lines by category and supplier country: two joins, two dimensions',
      metrics: ['sales', 'units_sold', 'products_sold', 'discount_rate'],
      by: ['category', 'supplier_country'],
      sql: `SELECT c.CategoryName, s.Country, sum(d.UnitPrice * Quantity * (1 - Discount)), sum(Quantity), count(DISTINCT d.ProductID),
          sum(d.UnitPrice * Quantity * Discount) || '/' || sum(d.UnitPrice * Quantity)
        FROM OrderDetails d JOIN Products p USING (ProductID) JOIN Categories c USING (CategoryID) JOIN Suppliers s USING (SupplierID)
        GROUP BY ALL`,
    },
    {
      name: 'freight beside lines by country: nothing is counted once per line',
      metrics: ['freight', 'sales', 'orders_placed', 'customers_known', 'buyers'],
      by: ['country'],
      sql: `WITH o AS (SELECT Country AS k, sum(Freight) AS f, count(*) AS c, count(DISTINCT CustomerID) AS b FROM Orders JOIN Customers USING (CustomerID) GROUP BY 1),
        l AS (SELECT Country AS k, sum(${NET}) AS n FROM ${LINES} JOIN Customers USING (CustomerID) GROUP BY 1),
        u AS (SELECT Country AS k, count(*) AS u FROM Customers GROUP BY 1)
        SELECT k, coalesce(f, 0), coalesce(n, 0), coalesce(c, 0), u, coalesce(b, 0) FROM u LEFT JOIN o USING (k) LEFT JOIN l USING (k)`,
    },
    {
      name: 'lines by their order: boss of the employee, through a reference to the own dataset',
      metrics: ['sales', 'orders_placed'],
      by: ['boss'],
      sql: `SELECT b.LastName, sum(${NET}), count(DISTINCT o.OrderID) FROM OrderDetails JOIN Orders o USING (OrderID)
        JOIN Employees e USING (EmployeeID) LEFT JOIN Employees b ON b.EmployeeID = e.ReportsTo GROUP BY 1`,
    },
    {
      name: 'medians and quantiles of freight, exactly',
      metrics: ['median_freight', 'freight_p90', 'quantile(orders.freight, 0.333)'],
      by: ['shipper'],
      sql: `WITH r AS (SELECT CompanyName AS k, Freight AS x, row_number() OVER (PARTITION BY CompanyName ORDER BY Freight) - 1 AS i,
          count(*) OVER (PARTITION BY CompanyName) - 1 AS n FROM Orders JOIN Shippers ON ShipperID = ShipVia),
        q AS (SELECT k, p, x, i, (n * p) // 1000 AS j, (n * p) % 1000 AS rest FROM r, (VALUES (500), (900), (333)) AS p(p)),
        v AS (SELECT k, p, sum(x * CASE i WHEN j THEN 1000 - rest WHEN j + 1 THEN rest ELSE 0 END)::DECIMAL(38,4) AS v FROM q GROUP BY ALL)
        SELECT k, max(v) FILTER (p = 500) || '/1000', max(v) FILTER (p = 900) || '/1000', max(v) FILTER (p = 333) || '/1000' FROM v GROUP BY 1`,
    },
    {
      name: 'dated by shipping, beside the order day',
      metrics: ['orders_placed', 'shipped'],
      grain: 'quarter',
      from: '1996-Q3',
      to: '1998-Q2',
      sql: `SELECT year(d) || '-Q' || quarter(d), count(*) FILTER (k = 'o'), count(*) FILTER (k = 's')
        FROM (SELECT 'o' AS k, OrderDate AS d FROM Orders UNION ALL SELECT 's', ShippedDate FROM Orders WHERE ShippedDate IS NOT NULL) GROUP BY 1`,
    },
    {
      name: 'late orders and days to ship by employee',
      metrics: ['late_rate', 'days_to_ship'],
      by: ['employee'],
      sql: `SELECT FirstName || ' ' || LastName, count(*) FILTER (ShippedDate > RequiredDate) || '/' || count(ShippedDate),
          sum(date_diff('day', OrderDate, ShippedDate)) || '/' || count(ShippedDate) FROM Orders JOIN Employees USING (EmployeeID) GROUP BY 1`,
    },
    {
      name: 'a field that sums the lines of an order, as a dimension of orders and of lines',
      metrics: ['orders_placed', 'freight', 'sales', 'order_value'],
      by: ['size'],
      sql: `WITH g AS (SELECT OrderID, sum(${NET}) AS n FROM OrderDetails GROUP BY 1)
        SELECT CASE WHEN n >= 2000 THEN 'large' WHEN n >= 500 THEN 'medium' ELSE 'small' END, count(*), sum(Freight), sum(n), sum(n) || '/' || count(*)
        FROM g JOIN Orders USING (OrderID) GROUP BY 1`,
    },
    {
      name: 'cohorts: the year of a first order, by quarter',
      metrics: ['sales', 'buyers'],
      by: ['cohort'],
      grain: 'quarter',
      sql: `WITH f AS (SELECT CustomerID, year(min(OrderDate)) AS y FROM Orders GROUP BY 1)
        SELECT year(OrderDate) || '-Q' || quarter(OrderDate), y, sum(${NET}), count(DISTINCT CustomerID) FROM ${LINES} JOIN f USING (CustomerID) GROUP BY ALL`,
    },
    {
      name: 'fiscal years, growth and the year to date',
      metrics: ['sales', 'growth(sales, 1 fiscal_year)', 'to_date(sales, fiscal_year)', 'cumulative(sales)'],
      grain: 'fiscal_quarter',
      from: '1996-07-01',
      to: '1998-03-31',
      sql: `WITH b AS (SELECT OrderDate + INTERVAL 6 MONTH AS d, ${NET} AS n FROM ${LINES}),
        q AS (SELECT year(d) AS y, quarter(d) AS q, sum(n) AS n FROM b GROUP BY ALL)
        SELECT 'FY' || y || '-Q' || q, n,
          coalesce((n - lag(n, 4) OVER (ORDER BY y, q)) || '/' || lag(n, 4) OVER (ORDER BY y, q), '!incomplete_window'),
          sum(n) OVER (PARTITION BY y ORDER BY q), sum(n) OVER (ORDER BY y, q)
        FROM q WHERE (y, q) < (1998, 4)`,
    },
    {
      name: 'rolling 90 days at the end of each month',
      metrics: ['rolling(sales, 90 days)', 'rolling(buyers, 90 days)'],
      grain: 'month',
      from: '1996-12',
      to: '1998-04',
      sql: `WITH m AS (SELECT unnest(generate_series(DATE '1997-01-01', DATE '1998-05-01', INTERVAL 1 MONTH))::DATE AS e)
        SELECT strftime(e - 1, '%Y-%m'), sum(${NET}), count(DISTINCT CustomerID) FROM m JOIN Orders ON OrderDate < e AND OrderDate >= e - 90
        JOIN OrderDetails USING (OrderID) GROUP BY 1`,
    },
    {
      name: 'growth of a running month compares the same days',
      metrics: ['growth(sales, 1 month)', 'growth(sales, 1 year)', 'prior(sales, 1 year, full)'],
      grain: 'month',
      from: '1998-05',
      to: '1998-05',
      sql: `WITH s AS (SELECT sum(n) FILTER (d BETWEEN '1998-05-01' AND '1998-05-06') AS a, sum(n) FILTER (d BETWEEN '1998-04-01' AND '1998-04-06') AS b,
          sum(n) FILTER (d BETWEEN '1997-05-01' AND '1997-05-06') AS c, sum(n) FILTER (d BETWEEN '1997-05-01' AND '1997-05-31') AS e
        FROM (SELECT OrderDate AS d, ${NET} AS n FROM ${LINES}))
        SELECT '1998-05', (a - b) || '/' || b, (a - c) || '/' || c, e FROM s`,
    },
    {
      name: 'shares of category in country, and across both',
      metrics: ['share(sales, category)', 'sales / (sales across all)'],
      by: ['country', 'category'],
      where: "country in ('Brazil', 'Norway', 'Poland')",
      sql: `WITH c AS (SELECT cu.Country, ca.CategoryName, sum(d.UnitPrice * Quantity * (1 - Discount)) AS n FROM OrderDetails d JOIN Orders USING (OrderID)
          JOIN Customers cu USING (CustomerID) JOIN Products USING (ProductID) JOIN Categories ca USING (CategoryID) WHERE cu.Country IN ('Brazil', 'Norway', 'Poland') GROUP BY ALL)
        SELECT Country, CategoryName, n || '/' || sum(n) OVER (PARTITION BY Country), n || '/' || sum(n) OVER () FROM c`,
    },
    {
      name: 'per customer: loyal ones, the mean of their order counts, the largest month',
      metrics: [
        'loyal_rate',
        'avg(orders_placed per customers.customer_id)',
        'max(sales per month)',
        'median(sales per orders.order_id)',
      ],
      from: '1997-01',
      to: '1997-12',
      sql: `WITH o AS (SELECT * FROM Orders WHERE year(OrderDate) = 1997), c AS (SELECT count(*) AS n FROM o GROUP BY CustomerID),
        l AS (SELECT OrderID, OrderDate, sum(${NET}) AS n FROM o JOIN OrderDetails USING (OrderID) GROUP BY ALL),
        r AS (SELECT n, row_number() OVER (ORDER BY n) - 1 AS i, count(*) OVER () - 1 AS k FROM l)
        SELECT (SELECT count(*) FILTER (n >= 10) || '/' || count(*) FROM c),
          (SELECT count(*) FROM o) || '/' || (SELECT count(*) FROM c),
          (SELECT max(n) FROM (SELECT sum(n) AS n FROM l GROUP BY month(OrderDate))),
          (SELECT sum(n) || '/' || count(*) FROM r WHERE i BETWEEN k // 2 AND (k + 1) // 2)`,
    },
    {
      name: 'filters on fields of four datasets, and a condition on groups',
      metrics: ['sales', "orders_placed where size = 'large'"],
      by: ['employee'],
      where:
        "customers.country = 'Germany' and orders.ordered_on >= date '1997-01-01' and not shipper = 'Speedy Express'",
      having: 'orders_placed >= 5',
      order: ['sales desc'],
      limit: 4,
      ordered: true,
      sql: `WITH g AS (SELECT OrderID, sum(${NET}) AS n FROM OrderDetails GROUP BY 1)
        SELECT FirstName || ' ' || LastName, sum(n), count(*) FILTER (n >= 2000) FROM g JOIN Orders USING (OrderID) JOIN Customers c USING (CustomerID)
        JOIN Employees USING (EmployeeID) JOIN Shippers s ON ShipperID = ShipVia
        WHERE c.Country = 'Germany' AND OrderDate >= '1997-01-01' AND s.CompanyName <> 'Speedy Express'
        GROUP BY 1 HAVING count(*) >= 5 ORDER BY 2 DESC LIMIT 4`,
    },
    {
      name: 'through a bridge: territories share the orders of their employees',
      metrics: ['orders_placed', 'sales'],
      by: ['territory'],
      sql: `WITH o AS (SELECT EmployeeID, OrderID, sum(${NET}) AS n FROM ${LINES} GROUP BY ALL)
        SELECT TerritoryDescription, count(DISTINCT OrderID), sum(n)::DECIMAL(38,6) FROM
          (SELECT DISTINCT TerritoryDescription, o.* FROM EmployeeTerritories JOIN Territories USING (TerritoryID) JOIN o USING (EmployeeID)) GROUP BY 1`,
    },
    {
      name: 'a condition on both sides of a bridge, one of them a sum of children',
      metrics: ['orders_placed', 'freight'],
      by: ['boss'],
      where: "size = 'large' or territories.region_id = 2 and customers.cohort = 1997",
      sql: `WITH g AS (SELECT OrderID, sum(${NET}) AS n FROM OrderDetails GROUP BY 1), f AS (SELECT CustomerID, year(min(OrderDate)) AS y FROM Orders GROUP BY 1)
        SELECT b.LastName, count(*), sum(Freight) FROM Orders JOIN g USING (OrderID) JOIN f USING (CustomerID) JOIN Employees e USING (EmployeeID)
        LEFT JOIN Employees b ON b.EmployeeID = e.ReportsTo
        WHERE n >= 2000 OR (y = 1997 AND e.EmployeeID IN (SELECT EmployeeID FROM EmployeeTerritories JOIN Territories USING (TerritoryID) WHERE RegionID = 2)) GROUP BY 1`,
    },
    {
      name: 'sums of children, summed up again and in the middle',
      metrics: [
        'sum(orders.goods)',
        'max(orders.goods)',
        'avg(orders.goods)',
        'median(orders.goods)',
        'count(distinct orders.goods)',
      ],
      by: ['shipper'],
      sql: `WITH g AS (SELECT CompanyName AS k, OrderID, sum(${NET}) AS n FROM ${LINES} JOIN Shippers ON ShipperID = ShipVia GROUP BY ALL),
        r AS (SELECT *, row_number() OVER (PARTITION BY k ORDER BY n) AS i, count(*) OVER (PARTITION BY k) AS c FROM g)
        SELECT k, sum(n)::DECIMAL(38,6), max(n), sum(n)::DECIMAL(38,6) || '/' || count(*), sum(n) FILTER (i IN ((c + 1) // 2, c // 2 + 1)) || '/' || count(*) FILTER (i IN ((c + 1) // 2, c // 2 + 1)),
          count(DISTINCT n) FROM r GROUP BY 1`,
    },
  ],
});
