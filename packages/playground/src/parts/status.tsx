// A status as a shape, a colour and a word: never one of them alone. The shapes are those of the report.
import type { Status } from '@sextant/parser';
import type { VNode } from 'preact';

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  achieved: 'achieved',
  on_track: 'on track',
  at_risk: 'at risk',
  off_track: 'off track',
  stale: 'stale',
  not_due: 'not due',
  no_data: 'no data',
};

export function StatusIcon({ status }: { readonly status: Status }): VNode {
  return (
    <svg class={`icon ${status}`} viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" focusable="false">
      <StatusShape status={status} />
    </svg>
  );
}

export function StatusBadge({ status }: { readonly status: Status }): VNode {
  return (
    <span class={`badge ${status}`}>
      <StatusIcon status={status} />
      <span>{STATUS_WORDS[status]}</span>
    </span>
  );
}

/** Fourteen by fourteen, for a picture that has more in it. */
export function StatusShape({ status }: { readonly status: Status }): VNode {
  switch (status) {
    case 'achieved':
      return (
        <g>
          <circle class="mark" cx="7" cy="7" r="5.4" />
          <polyline class="tick" points="4.6,7.3 6.5,9.2 9.7,5.1" />
        </g>
      );
    case 'on_track':
      return <circle class="mark" cx="7" cy="7" r="5" />;
    case 'at_risk':
      return <polygon class="mark" points="7,1.3 12.8,11.6 1.2,11.6" />;
    case 'off_track':
      return <polygon class="mark" points="7,0.8 13.2,7 7,13.2 0.8,7" />;
    case 'stale':
      return <polygon class="mark" points="2.4,1.6 11.6,1.6 2.4,12.4 11.6,12.4" />;
    case 'not_due':
      return <circle class="ring" cx="7" cy="7" r="4.6" />;
    case 'no_data':
      return <path class="ring" d="M2.7 2.7 11.3 11.3M2.7 11.3 11.3 2.7" />;
  }
}
