// Where a KPI is heading: up or down as the value went, better or worse as it counts.
import type { VNode } from 'preact';
import type { KpiCardView } from '../../state/views.js';

const WORDS = { improving: 'better', worsening: 'worse', flat: 'unchanged' } as const;

export function Trend({ card }: { readonly card: KpiCardView }): VNode {
  const { trend } = card;
  if (trend === null) return <span class="soft">no comparison</span>;
  // A minus sign, or a hyphen in its place.
  const arrow = /^[-\u2212]/.test(trend.text)
    ? '1,3 9,3 5,9'
    : trend.text.startsWith('+')
      ? '1,7 9,7 5,1'
      : '1,4 9,4 9,6 1,6';
  return (
    <span class={`trend ${trend.direction}`} title={`against ${trend.versus}`}>
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" focusable="false">
        <polygon points={arrow} />
      </svg>
      {WORDS[trend.direction]} <span class="soft">{trend.text}</span>
    </span>
  );
}
