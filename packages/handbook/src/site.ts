// A handbook as files: one page per entry, lists, a style sheet, a script and what the search looks through.
import type { Handbook, Link, Part } from './model/handbook.js';
import { datasetPage } from './pages/dataset-page.js';
import { goalPage } from './pages/goal-page.js';
import { bookPage, partPage } from './pages/index-page.js';
import { kpiPage } from './pages/kpi-page.js';
import {
  datasetsPage,
  dimensionsPage,
  goalsPage,
  kpisPage,
  metricsPage,
  ownersPage,
  parametersPage,
} from './pages/list-pages.js';
import { metricPage } from './pages/metric-page.js';
import { ownerPage } from './pages/owner-page.js';
import type { To } from './links/to.js';
import { page } from './pages/page.js';
import { SCRIPT } from './script.js';
import { searchScript } from './search.js';
import { STYLE } from './style.js';

type Content = (to: To) => ReturnType<typeof metricPage>;

/** Texts by path from the root of the handbook. The same handbook gives the same texts. */
export function handbookFiles(book: Handbook): ReadonlyMap<string, string> {
  const files = new Map<string, string>([
    ['handbook.css', STYLE],
    ['handbook.js', SCRIPT],
    ['search.js', searchScript(book)],
  ]);
  for (const part of book.parts) {
    const add = (path: string, title: string, content: Content): void =>
      void files.set(path, page({ book, part, path, title }, content));
    const each = <T extends { readonly link: Link }>(
      entries: readonly T[],
      content: (entry: T, to: To) => ReturnType<Content>,
    ): void => {
      for (const entry of entries) add(entry.link.href, entry.link.title, (to) => content(entry, to));
    };
    const list = (file: string, title: string, entries: readonly unknown[], content: Content): void => {
      if (entries.length > 0) add(`${part.folder}${file}`, title, content);
    };
    add(`${part.folder}index.html`, part.title, (to) => partPage(part, to));
    lists(part, list);
    each(part.metrics, metricPage);
    each(part.kpis, kpiPage);
    each(part.goals, (goal, to) => goalPage(goal, part, to));
    each(part.owners, (owner, to) => ownerPage(owner, part, to));
    each(part.datasets, datasetPage);
  }
  if (book.parts.length > 1)
    files.set(
      'index.html',
      page({ book, part: null, path: 'index.html', title: book.title }, (to) => bookPage(book, to)),
    );
  return files;
}

function lists(
  part: Part,
  list: (file: string, title: string, entries: readonly unknown[], content: Content) => void,
): void {
  list('metrics.html', 'Metrics', part.metrics, (to) => metricsPage(part, to));
  list('kpis.html', 'KPIs', part.kpis, (to) => kpisPage(part, to));
  list('goals.html', 'Goals', part.goals, (to) => goalsPage(part, to));
  list('owners.html', 'Owners', part.owners, (to) => ownersPage(part, to));
  list('datasets.html', 'Datasets', part.datasets, (to) => datasetsPage(part, to));
  list('dimensions.html', 'Dimensions', part.dimensions, () => dimensionsPage(part));
  list('parameters.html', 'Parameters', part.parameters, (to) => parametersPage(part, to));
}
