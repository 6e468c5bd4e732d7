// Small line drawings. They are never alone: a word or a label says the same.
import type { VNode } from 'preact';

const PATHS = {
  book: 'M3 3.5h4a2 2 0 0 1 2 2V14a1.6 1.6 0 0 0-1.6-1.5H3ZM15 3.5h-4a2 2 0 0 0-2 2V14a1.6 1.6 0 0 1 1.6-1.5H15Z',
  upload: 'M9 11.5V3M5.5 6 9 2.5 12.5 6M3 12v2.5h12V12',
  download: 'M9 2.5V11M5.5 7.5 9 11l3.5-3.5M3 12v2.5h12V12',
  link: 'M7.5 10.5a3 3 0 0 0 4.3 0l2.4-2.4a3 3 0 1 0-4.3-4.3l-.9.9M10.5 7.5a3 3 0 0 0-4.3 0L3.8 9.9a3 3 0 1 0 4.3 4.3l.9-.9',
  reset: 'M3.5 9a5.5 5.5 0 1 0 1.7-4M3.5 2.5V6H7',
  save: 'M3 3h9l3 3v9H3ZM6 3v4h5V3M6 15v-5h6v5',
  plus: 'M9 4v10M4 9h10',
  close: 'M5 5l8 8M13 5l-8 8',
  down: 'M5 7l4 4 4-4',
  up: 'M5 11l4-4 4 4',
  right: 'M7 5l4 4-4 4',
  play: 'M6 4l8 5-8 5Z',
  keys: 'M2.5 5h13v8h-13ZM5 7.5h.01M8 7.5h.01M11 7.5h.01M13 7.5h.01M6 10.5h6',
  copy: 'M6.5 6.5h8v8h-8ZM3.5 11.5v-8h8',
  file: 'M5 2.5h5l3.5 3.5v9.5H5ZM10 2.5V6h3.5',
  table: 'M3 4h12v10H3ZM3 7.5h12M7.5 4v10',
  check: 'M4 9.5 7.5 13 14 5.5',
  theme: 'M9 2.5a6.5 6.5 0 1 0 0 13Z',
  pencil: 'M11.5 3.5l3 3-8 8H3.5v-3Z',
  trash: 'M3.5 5h11M7 5V3h4v2M5 5l.7 10h6.6L13 5',
  warn: 'M9 3l6.5 11.5h-13ZM9 7.5v3M9 12.5v.01',
  stop: 'M5 5h8v8H5Z',
  target: 'M9 2.5a6.5 6.5 0 1 0 .01 0M9 5.8a3.2 3.2 0 1 0 .01 0M9 9h.01',
  chart: 'M3 3v12h12M6 11.5l3-3.5 2.5 2L15 5.5',
  tree: 'M4 3.5v9.5h4.5M4 7h4.5M9 5.5h5.5v3H9ZM9 11.5h5.5v3H9Z',
  flask: 'M7 2.5h4M7.7 2.5v4.4L3.9 13.4a1.4 1.4 0 0 0 1.2 2.1h7.8a1.4 1.4 0 0 0 1.2-2.1L10.3 6.9V2.5M5.6 11h6.8',
  nodes: 'M2.5 3h4.5v4H2.5ZM11 11h4.5v4H11ZM11 3h4.5v4H11ZM7 5h4M9 5v8h2',
  code: 'M6 5 2.5 9 6 13M12 5l3.5 4L12 13',
  diff: 'M9 3v6M6 6h6M6 13.5h6',
  expand: 'M3 7V3h4M15 7V3h-4M3 11v4h4M15 11v4h-4',
  fit: 'M2.5 5.5v-3h3M15.5 5.5v-3h-3M2.5 12.5v3h3M15.5 12.5v3h-3M6 6.5h6v5H6Z',
  minus: 'M4 9h10',
  left: 'M11 5 7 9l4 4',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }): VNode {
  return (
    <svg class="line-icon" viewBox="0 0 18 18" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
