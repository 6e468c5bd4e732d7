// The line between the two sides: moved with the pointer or the arrow keys.
import type { VNode } from 'preact';
import { set, state } from '../state/store.js';

const LEAST = 0.2;
const MOST = 0.75;

function move(to: number): void {
  set({ split: Math.min(MOST, Math.max(LEAST, to)) });
}

export function Splitter(): VNode {
  const { split } = state.value;
  const percent = Math.round(split * 100);
  return (
    <div
      class="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the definitions"
      aria-valuenow={percent}
      aria-valuemin={LEAST * 100}
      aria-valuemax={MOST * 100}
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') move(split - 0.03);
        else if (event.key === 'ArrowRight') move(split + 0.03);
        else if (event.key === 'Home') move(0.46);
        else return;
        event.preventDefault();
      }}
      onDblClick={() => move(0.46)}
      onPointerDown={(event) => {
        const line = event.currentTarget;
        line.setPointerCapture(event.pointerId);
        line.onpointermove = ({ clientX }) => move(clientX / document.documentElement.clientWidth);
        line.onpointerup = () => {
          line.onpointermove = null;
        };
      }}
    />
  );
}
