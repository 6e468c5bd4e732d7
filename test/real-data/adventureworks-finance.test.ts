// The ledger of Adventure Works: a tree of accounts with operators, money in the currency of its organization, a call centre.
import { describeDataSet } from './real-data.js';

/** Net income by the tree itself: signs multiply on the way up to the account of that name. */
const TREE = `RECURSIVE tree(k, sign) AS (SELECT AccountKey, 1 FROM DimAccount WHERE AccountDescription = 'Net Income'
  UNION ALL SELECT AccountKey, sign * CASE Operator WHEN '-' THEN -1 WHEN '~' THEN 0 ELSE 1 END FROM tree JOIN DimAccount ON ParentAccountKey = k)`;
const LEDGER = `FactFinance f JOIN DimOrganization o USING (OrganizationKey) JOIN DimCurrency c USING (CurrencyKey) JOIN DimScenario USING (ScenarioKey)`;
const AMOUNT = 'Amount::DECIMAL(18,2)';

describeDataSet({
  folder: 'adventureworks-finance',
  data: 'adventureworks',
  asOf: '2014-05-31',
  // Rates that are cast from floats are computed from the rows anyway.
  reference: false,
  cases: [
    {
      name: 'net income through the signs of an account and of everything above it',
      metrics: ['net_income_actual', 'net_income_budget', 'budget_ratio'],
      by: ['group', 'organization'],
      sql: `WITH ${TREE}, s AS (SELECT p.OrganizationName AS g, o.OrganizationName AS n, sum(${AMOUNT} * sign) FILTER (ScenarioName = 'Actual') AS a, sum(${AMOUNT} * sign) FILTER (ScenarioName = 'Budget') AS b
          FROM ${LEDGER} JOIN tree ON k = AccountKey LEFT JOIN DimOrganization p ON p.OrganizationKey = o.ParentOrganizationKey GROUP BY ALL)
        SELECT g, n, a, coalesce(b::VARCHAR, '!no_rows'), coalesce(a || '/' || b, '!no_rows') FROM s`,
    },
    {
      name: 'in USD: the currency of a row stands two joins away, and the rates are floats',
      metrics: ['sales_usd'],
      by: ['currency'],
      grain: 'quarter',
      from: '2011-Q1',
      to: '2013-Q4',
      sql: `SELECT year(Date) || '-Q' || quarter(Date), CurrencyAlternateKey, '~' || sum(Amount * (SELECT max_by(EndOfDayRate, r.Date) FROM FactCurrencyRate r WHERE r.CurrencyKey = c.CurrencyKey AND r.Date <= f.Date))
        FROM ${LEDGER} JOIN DimAccount a USING (AccountKey) WHERE AccountDescription = 'Intercompany Sales' AND ScenarioName = 'Actual' AND year(Date) BETWEEN 2011 AND 2013 GROUP BY ALL`,
    },
    {
      name: 'a balance by its root account and type, where types are missing',
      metrics: ['actual', 'count(bookings)', 'count(distinct bookings.account_id)'],
      by: ['account_root', 'account_type'],
      grain: 'year',
      sql: `WITH RECURSIVE t AS (SELECT AccountKey AS k, AccountDescription AS r, 0 AS d, AccountKey AS top FROM DimAccount
          UNION ALL SELECT k, p.AccountDescription, d + 1, p.AccountKey FROM t JOIN DimAccount a ON a.AccountKey = top JOIN DimAccount p ON p.AccountKey = a.ParentAccountKey WHERE d < 4),
        r AS (SELECT k, max_by(r, d) AS r FROM t GROUP BY 1)
        SELECT year(Date)::VARCHAR, r, AccountType, coalesce(sum(${AMOUNT}) FILTER (ScenarioKey = 1 AND ValueType = 'Currency')::VARCHAR, '!no_rows'), count(*), count(DISTINCT AccountKey)
        FROM FactFinance JOIN r ON k = AccountKey JOIN DimAccount USING (AccountKey) GROUP BY ALL`,
    },
    {
      name: 'income so far in the year against the year before, by department',
      metrics: [
        'to_date(net_income_actual, year)',
        'prior(to_date(net_income_actual, year), 1 year)',
        'share(actual, department)',
      ],
      by: ['department'],
      grain: 'month',
      from: '2012-02',
      to: '2012-11',
      sql: `WITH ${TREE}, m AS (SELECT unnest(generate_series(DATE '2012-02-01', DATE '2012-11-01', INTERVAL 1 MONTH))::DATE AS m),
        b AS (SELECT DepartmentGroupName AS g, f.Date::DATE AS d, ${AMOUNT} * sign AS s, CASE WHEN ValueType = 'Currency' THEN ${AMOUNT} END AS a FROM FactFinance f JOIN DimDepartmentGroup USING (DepartmentGroupKey)
          JOIN DimAccount USING (AccountKey) LEFT JOIN tree ON k = AccountKey WHERE ScenarioKey = 1),
        v AS (SELECT m, g, sum(s) FILTER (d >= '2012-01-01' AND d < m + INTERVAL 1 MONTH) AS y, sum(s) FILTER (d >= '2011-01-01' AND d < m - INTERVAL 11 MONTH) AS p,
          sum(a) FILTER (d >= m AND d < m + INTERVAL 1 MONTH) AS a FROM m JOIN b ON d < m + INTERVAL 1 MONTH GROUP BY ALL)
        SELECT strftime(m, '%Y-%m'), g, y, p, a || '/' || sum(a) OVER (PARTITION BY m) FROM v`,
    },
    {
      name: 'a call centre: times as units, weighted means, the busiest shift of days',
      metrics: [
        'calls',
        'machine_share',
        'issue_time',
        'mean_issue_time',
        'abandoned_calls',
        'max(calls per day)',
        'avg(calls per day)',
      ],
      by: ['shift', 'shifts.wage_type'],
      from: '2014-05-01',
      to: '2014-05-30',
      sql: `SELECT Shift, WageType, sum(Calls)::BIGINT, sum(AutomaticResponses) || '/' || sum(Calls), sum(IssuesRaised * AverageTimePerIssue) || '/60',
          sum(IssuesRaised * AverageTimePerIssue) || '/' || 60 * sum(IssuesRaised), sum(Calls * ServiceGrade::DECIMAL(4,2)) || '/' || sum(Calls),
          CASE WHEN count(DISTINCT Date) < 30 THEN '!missing_bucket' ELSE max(Calls)::VARCHAR END, CASE WHEN count(DISTINCT Date) < 30 THEN '!missing_bucket' ELSE sum(Calls) || '/30' END
        FROM FactCallCenter GROUP BY ALL`,
    },
  ],
});
