// The one place where the state lives, and the only way to change it.
import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { AppState } from './app-state.js';
import { initialState } from './initial-state.js';

const current = signal<AppState>(initialState());

export const state: ReadonlySignal<AppState> = current;

export function update(change: (state: AppState) => AppState): void {
  current.value = change(current.value);
}

export function set(part: Partial<AppState>): void {
  current.value = { ...current.value, ...part };
}

/** A part of the state: what uses it is drawn again only when the part itself is another one. */
export function part<T>(choose: (state: AppState) => T): ReadonlySignal<T> {
  return computed(() => choose(current.value));
}
