// The day up to whose end everything is known. The arrow keys move it by a day.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { set, state } from '../state/store.js';

export function AsOf(): VNode {
  const { asOf } = state.value;
  // What is half typed is no day yet.
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? asOf;
  const take = (text: string): void => {
    if (isDay(text)) {
      setTyped(null);
      set({ asOf: text });
    } else setTyped(text);
  };
  return (
    <label class="as-of">
      <span>as of</span>
      <input
        type="text"
        inputMode="numeric"
        value={shown}
        spellcheck={false}
        autocomplete="off"
        title="a day, such as 2026-03-31; the arrow keys move it"
        aria-invalid={!isDay(shown) && shown !== ''}
        onChange={(event) => take(event.currentTarget.value.trim())}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
          if (step === 0 || !isDay(event.currentTarget.value)) return;
          event.preventDefault();
          take(moved(event.currentTarget.value, step));
        }}
      />
    </label>
  );
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function moved(text: string, days: number): string {
  const day = new Date(`${text}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
