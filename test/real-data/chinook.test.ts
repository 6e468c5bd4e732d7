// Chinook: chains of four joins, a bridge to playlists, and fields that aggregate their children.
import { describeDataSet } from './real-data.js';

const SOLD =
  'InvoiceLine l JOIN Invoice i USING (InvoiceId) JOIN Customer c USING (CustomerId) JOIN Track t USING (TrackId)';
const AMOUNT = 'sum(l.UnitPrice * l.Quantity)';

describeDataSet({
  folder: 'chinook',
  asOf: '2025-12-31',
  reference: true,
  cases: [
    {
      name: 'sales by line and by invoice are the same money',
      metrics: [
        'sales',
        'invoiced',
        'sum(invoices.of_lines)',
        'lines_sold',
        'sum(invoices.tracks_bought)',
        'tracks_sold',
        'median(invoices.total)',
      ],
      grain: 'year',
      sql: `SELECT year(InvoiceDate)::VARCHAR, sum(a), sum(Total), sum(a), sum(q)::BIGINT, sum(n)::BIGINT, any_value(d), sum(Total) FILTER (r IN ((k + 1) // 2, k // 2 + 1)) || '/' || count(*) FILTER (r IN ((k + 1) // 2, k // 2 + 1))
        FROM (SELECT i.*, a, q, n, row_number() OVER y AS r, count(*) OVER (PARTITION BY year(InvoiceDate)) AS k FROM Invoice i
          JOIN (SELECT InvoiceId, sum(UnitPrice * Quantity) AS a, sum(Quantity) AS q, count(*) AS n FROM InvoiceLine GROUP BY 1) USING (InvoiceId)
          WINDOW y AS (PARTITION BY year(InvoiceDate) ORDER BY Total))
        JOIN (SELECT year(InvoiceDate) AS y, count(DISTINCT TrackId) AS d FROM InvoiceLine JOIN Invoice USING (InvoiceId) GROUP BY 1) ON y = year(InvoiceDate) GROUP BY 1`,
    },
    {
      name: 'artists, three joins from a line, beside the country, two joins away',
      metrics: ['sales', 'lines_sold', 'tracks_sold'],
      by: ['artist', 'country'],
      sql: `SELECT a.Name, c.Country, ${AMOUNT}, sum(l.Quantity)::BIGINT, count(DISTINCT TrackId) FROM ${SOLD} JOIN Album USING (AlbumId) JOIN Artist a USING (ArtistId) GROUP BY ALL`,
    },
    {
      name: 'the boss of who looks after the customer: four joins from a line, three from an invoice',
      metrics: ['sales', 'invoiced', 'buyers'],
      by: ['support', 'boss'],
      grain: 'quarter',
      sql: `WITH l AS (SELECT e.LastName AS e, b.LastName AS b, date_trunc('quarter', InvoiceDate) AS q, ${AMOUNT} AS s FROM ${SOLD}
          JOIN Employee e ON e.EmployeeId = SupportRepId LEFT JOIN Employee b ON b.EmployeeId = e.ReportsTo GROUP BY ALL),
        i AS (SELECT e.LastName AS e, b.LastName AS b, date_trunc('quarter', InvoiceDate) AS q, sum(Total) AS t, count(DISTINCT CustomerId) AS n FROM Invoice JOIN Customer USING (CustomerId)
          JOIN Employee e ON e.EmployeeId = SupportRepId LEFT JOIN Employee b ON b.EmployeeId = e.ReportsTo GROUP BY ALL)
        SELECT year(q) || '-Q' || quarter(q), e, b, s, t, n FROM l JOIN i USING (e, b, q)`,
    },
    {
      name: 'genres: what is sold, what the catalogue holds, and what nobody bought',
      metrics: ['sales', 'catalogue', 'never_sold', 'unsold_rate', 'hours_of_music', 'biggest_file'],
      by: ['genre', 'media_type'],
      sql: `WITH s AS (SELECT TrackId, sum(UnitPrice * Quantity) AS s FROM InvoiceLine GROUP BY 1)
        SELECT g.Name, m.Name, coalesce(sum(s), 0), count(*), count(*) FILTER (s IS NULL), count(*) FILTER (s IS NULL) || '/' || count(*), sum(Milliseconds) || '/3600000', max(Bytes)
        FROM Track LEFT JOIN s USING (TrackId) JOIN Genre g USING (GenreId) JOIN MediaType m USING (MediaTypeId) GROUP BY ALL`,
    },
    {
      name: 'playlists share tracks: each line once in each list, lists of one name together',
      metrics: ['sales', 'tracks_sold', 'catalogue'],
      by: ['playlist'],
      sql: `WITH p AS (SELECT DISTINCT Name, TrackId FROM PlaylistTrack JOIN Playlist USING (PlaylistId)),
        s AS (SELECT TrackId, sum(UnitPrice * Quantity) AS s FROM InvoiceLine GROUP BY 1)
        SELECT Name, coalesce(sum(s), 0), count(s), count(*) FROM p LEFT JOIN s USING (TrackId) GROUP BY 1`,
    },
    {
      name: 'a filter through the bridge counts a line once',
      metrics: ['sales', 'lines_sold', 'catalogue'],
      by: ['track_length'],
      where: "playlist in ('Music', 'Grunge', '90’s Music', 'Heavy Metal Classic')",
      sql: `WITH p AS (SELECT DISTINCT TrackId FROM PlaylistTrack JOIN Playlist USING (PlaylistId) WHERE Name IN ('Music', 'Grunge', '90’s Music', 'Heavy Metal Classic')),
        s AS (SELECT TrackId, sum(UnitPrice * Quantity) AS s, sum(Quantity)::BIGINT AS n FROM InvoiceLine GROUP BY 1)
        SELECT CASE WHEN Milliseconds < 180000 THEN 'short' WHEN Milliseconds < 600000 THEN 'song' ELSE 'long' END, coalesce(sum(s), 0), sum(n)::BIGINT, count(*)
        FROM Track JOIN p USING (TrackId) LEFT JOIN s USING (TrackId) GROUP BY 1`,
    },
    {
      name: 'states, mostly missing, of customers without a company who are billed at home',
      metrics: ['invoiced', 'buyers', 'count(invoice_lines)', 'quantile(invoices.total, 0.25)'],
      by: ['country', 'state'],
      where: "customers.company is null and invoices.billing_country = country and (state is null or state <> 'CA')",
      sql: `WITH i AS (SELECT i.*, Country, State, (SELECT count(*) FROM InvoiceLine l WHERE l.InvoiceId = i.InvoiceId) AS n FROM Invoice i JOIN Customer c USING (CustomerId)
          WHERE Company IS NULL AND BillingCountry = Country AND State IS DISTINCT FROM 'CA'),
        r AS (SELECT *, row_number() OVER (PARTITION BY Country, State ORDER BY Total) - 1 AS r, count(*) OVER (PARTITION BY Country, State) - 1 AS k FROM i)
        SELECT Country, State, sum(Total), count(DISTINCT CustomerId), sum(n)::BIGINT,
          sum(Total * CASE r WHEN k // 4 THEN 4 - k % 4 WHEN k // 4 + 1 THEN k % 4 ELSE 0 END) || '/4' FROM r GROUP BY ALL`,
    },
    {
      name: 'cohorts by year, with growth and running totals',
      metrics: [
        'invoiced',
        'buyers',
        'growth(invoiced, 1 year)',
        'cumulative(invoiced)',
        'invoiced / whole(invoiced, year)',
      ],
      by: ['cohort'],
      grain: 'quarter',
      from: '2021-01',
      to: '2022-12',
      sql: `WITH c AS (SELECT CustomerId, year(min(InvoiceDate)) AS c FROM Invoice GROUP BY 1),
        i AS (SELECT c, date_trunc('quarter', InvoiceDate) AS q, CustomerId, Total FROM Invoice JOIN c USING (CustomerId)),
        g AS (SELECT DISTINCT c, q FROM (SELECT c FROM i WHERE year(q) < 2023), (SELECT q FROM i WHERE year(q) < 2023))
        SELECT year(g.q) || '-Q' || quarter(g.q), g.c, coalesce(sum(Total) FILTER (i.q = g.q), 0) AS t, count(DISTINCT CustomerId) FILTER (i.q = g.q),
          CASE WHEN year(g.q) = 2021 THEN '!incomplete_window' WHEN coalesce(sum(Total) FILTER (i.q = g.q - INTERVAL 1 YEAR), 0) = 0 THEN '!no_base'
            ELSE (t - sum(Total) FILTER (i.q = g.q - INTERVAL 1 YEAR)) || '/' || sum(Total) FILTER (i.q = g.q - INTERVAL 1 YEAR) END,
          coalesce(sum(Total) FILTER (i.q <= g.q), 0), CASE WHEN sum(Total) FILTER (year(i.q) = year(g.q)) IS NULL THEN '!division_by_zero' ELSE t || '/' || sum(Total) FILTER (year(i.q) = year(g.q)) END
        FROM g JOIN i USING (c) GROUP BY g.c, g.q HAVING count(*) FILTER (i.q <= g.q OR year(i.q) = year(g.q)) > 0`,
    },
    {
      name: 'headcount: people hired so far, at the end of each year',
      metrics: ['cumulative(headcount)', 'headcount'],
      grain: 'year',
      from: '2002',
      to: '2005',
      sql: `SELECT y::VARCHAR, count(*) FILTER (year(HireDate) <= y), count(*) FILTER (year(HireDate) = y) FROM Employee, range(2002, 2006) AS r(y) GROUP BY y`,
    },
  ],
});
