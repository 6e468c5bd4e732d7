import * as engine from '@sextant/engine';
import { parseProject } from '@sextant/parser';
import { datasetsFile, namedMetricsFile, projectFile } from './definitions/sextant-text.js';
import { SEXTANT_METRICS } from './workloads/w5-questions.js';
const place = { data: '.', format: 'duckdb' } as const;
const { value: graph } = parseProject([projectFile(place), datasetsFile(place), namedMetricsFile(SEXTANT_METRICS)]);
const opened = await engine.openSession(graph, { root: `/work/main/.bench/data/sorted-${process.argv[2]}-seed1`, threads: 2, datasets: ['orders','customers','returns','sessions', 'products','stores','campaigns'] });
if (opened.value === null) throw new Error(JSON.stringify(opened.diagnostics[0]));
const c = 'customers.customer_id';
const qs: [string, engine.Question][] = [
 ['aov by customer', {metrics:['gross_all / orders_all'], by:[c], asOf:'2026-01-31'}],
 ['aov by name', {metrics:['gross_all'], by:['customers.customer_name'], asOf:'2026-01-31'}],
 ['median per', {metrics:[`median(gross_all per ${c})`], asOf:'2026-01-31'}],
 ['avg aov per', {metrics:[`avg(gross_all / orders_all per ${c})`], asOf:'2026-01-31'}],
 ['per by channel', {metrics:[`avg(gross_all per ${c})`], by:['channel'], asOf:'2026-01-31'}],
 ['per by year', {metrics:[`avg(gross_all per ${c})`], grain:'year', from:'2023', to:'2025', asOf:'2026-01-31'}],
 ['top 10', {metrics:['gross_all'], by:[c], order:['gross_all desc'], limit:10, asOf:'2026-01-31'}],
 ['two facts', {metrics:['gross_all','sum(sessions.click_cost)'], by:[c], limit: 10, asOf:'2026-01-31'}],
 ['having', {metrics:['gross_all'], by:[c], having:'orders_all >= 30', asOf:'2026-01-31'}],
];
for (const [n, q] of qs) { let best=1e9, rows=0; for (let i=0;i<3;i++) { const u=process.cpuUsage(); const r = await engine.ask(opened.value, q); if (r.value===null) throw new Error(n + JSON.stringify(r.diagnostics[0])); const v=process.cpuUsage(u); best=Math.min(best,(v.user+v.system)/1000); rows=r.value.rows.length; } console.log(n.padEnd(18), best|0, rows); }
process.exit();
