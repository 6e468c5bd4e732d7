// How large the picture of the graph is drawn, and which point stays where it is while that changes.
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

const LEAST = 0.15;
const MOST = 2;
/** Below this, names can no longer be read: then a part of the picture is better than all of it. */
const READABLE = 0.58;
const WELL_READABLE = 0.75;
/** The part of the window that the picture may take. */
const SHARE = 0.62;

export interface Size {
  readonly scale: number;
  /** Null: as it begins; a number is what was chosen. */
  readonly choose: (change: 'larger' | 'smaller' | 'fit' | 'begin') => void;
}

interface Fixed {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly top: number;
}

export function useSize(
  place: RefObject<HTMLDivElement | null>,
  { width, height }: { readonly width: number; readonly height: number },
): Size {
  const [room, setRoom] = useState({ width: 640, height: 480 });
  const [chosen, setChosen] = useState<number | 'fit' | null>(null);
  const fixed = useRef<Fixed | null>(null);
  const fit = Math.max(LEAST, Math.min(1, room.width / width, room.height / height));
  const begin = fit >= READABLE ? fit : WELL_READABLE;
  const scale = chosen === null ? begin : chosen === 'fit' ? fit : chosen;

  const to = (next: number | 'fit' | null, left?: number, top?: number): void => {
    const box = place.current;
    if (box !== null) {
      const [x, y] = [left ?? box.clientWidth / 2, top ?? box.clientHeight / 2];
      fixed.current = { x: (box.scrollLeft + x) / scale, y: (box.scrollTop + y) / scale, left: x, top: y };
    }
    setChosen(typeof next === 'number' ? Math.min(MOST, Math.max(LEAST, next)) : next);
  };

  // Another picture begins as it fits.
  useLayoutEffect(() => setChosen(null), [width, height]);

  useLayoutEffect(() => {
    const box = place.current;
    if (box === null) return undefined;
    const measure = (): void => {
      const isWhole = document.fullscreenElement?.contains(box) === true;
      setRoom({ width: box.clientWidth, height: isWhole ? box.clientHeight : innerHeight * SHARE });
    };
    const watcher = new ResizeObserver(measure);
    watcher.observe(box);
    measure();
    return () => watcher.disconnect();
  }, []);

  useLayoutEffect(() => {
    const box = place.current;
    const kept = fixed.current;
    fixed.current = null;
    if (box === null || kept === null) return;
    box.scrollLeft = kept.x * scale - kept.left;
    box.scrollTop = kept.y * scale - kept.top;
  }, [scale]);

  // A wheel with Ctrl, which is also two fingers on a pad, would otherwise zoom the page.
  useEffect(() => {
    const box = place.current;
    if (box === null) return undefined;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left, top } = box.getBoundingClientRect();
      to(scale * Math.exp(-event.deltaY / 300), event.clientX - left, event.clientY - top);
    };
    box.addEventListener('wheel', onWheel, { passive: false });
    return () => box.removeEventListener('wheel', onWheel);
  }, [scale]);

  return {
    scale,
    choose: (change) => {
      if (change === 'larger') to(scale * 1.25);
      else if (change === 'smaller') to(scale / 1.25);
      else to(change === 'fit' ? 'fit' : null);
    },
  };
}

/** The picture follows the pointer that holds it; a click stays a click. */
export function dragging(place: RefObject<HTMLDivElement | null>): (event: PointerEvent) => void {
  return (event) => {
    const box = place.current;
    if (box === null || event.button !== 0 || event.pointerType !== 'mouse') return;
    const { scrollLeft, scrollTop } = box;
    const move = (now: PointerEvent): void => {
      const [x, y] = [now.clientX - event.clientX, now.clientY - event.clientY];
      if (Math.abs(x) + Math.abs(y) > 4) box.classList.add('held');
      box.scrollLeft = scrollLeft - x;
      box.scrollTop = scrollTop - y;
    };
    const stop = (): void => {
      removeEventListener('pointermove', move);
      // After the click that ends it.
      setTimeout(() => box.classList.remove('held'));
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', stop, { once: true });
  };
}
