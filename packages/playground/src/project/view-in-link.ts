// What is looked at, as a link carries it: which pane, which question. What is not understood is left out.
import { PANES, type AppState, type Asked, type Explaining, type PaneId } from '../state/app-state.js';
import { NOTHING_ASKED } from '../state/initial-state.js';
import { isObject, isTexts } from './link-text.js';

export interface LinkedView {
  readonly pane: PaneId;
  readonly active: string;
  readonly asOf: string;
  readonly asked: Asked;
  readonly explaining: Explaining | null;
}

export function viewOf({ pane, active, asOf, asked, explaining }: AppState): Readonly<Record<string, unknown>> {
  return { pane, active, asOf, asked, explaining };
}

export function readView(view: Readonly<Record<string, unknown>>, fallback: LinkedView): LinkedView {
  const { pane, active, asOf, asked, explaining } = view;
  return {
    pane: PANES.find((one) => one === pane) ?? fallback.pane,
    active: typeof active === 'string' ? active : fallback.active,
    asOf: typeof asOf === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? asOf : fallback.asOf,
    asked: askedOf(asked),
    explaining: explainingOf(explaining),
  };
}

function askedOf(value: unknown): Asked {
  if (!isObject(value)) return NOTHING_ASKED;
  const text = (key: keyof Asked): string => {
    const found = value[key];
    return typeof found === 'string' ? found : '';
  };
  const list = (key: keyof Asked): readonly string[] => {
    const found = value[key];
    return isTexts(found) ? found : [];
  };
  const { limit, parameters } = value;
  return {
    metrics: list('metrics'),
    by: list('by'),
    grain: text('grain'),
    from: text('from'),
    to: text('to'),
    where: text('where'),
    having: text('having'),
    order: list('order'),
    limit: typeof limit === 'number' ? limit : null,
    parameters: isObject(parameters)
      ? Object.fromEntries(
          Object.entries(parameters).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
        )
      : {},
    named: text('named'),
  };
}

function explainingOf(value: unknown): Explaining | null {
  if (!isObject(value)) return null;
  const { kind, name, at, versus, where } = value;
  if (typeof name !== 'string' || name === '') return null;
  const text = (one: unknown): string => (typeof one === 'string' ? one : '');
  return {
    kind: kind === 'kpi' || kind === 'formula' ? kind : 'metric',
    name,
    at: text(at),
    versus: text(versus),
    where: text(where),
  };
}
