// Holds back a fault of what is inside: the rest of the page goes on.
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useErrorBoundary } from 'preact/hooks';

interface Props {
  /** When it changes, what is inside is tried again. */
  readonly of: string;
  readonly children: ComponentChildren;
  readonly instead: (message: string, again: () => void) => VNode;
}

export function Guard({ of, children, instead }: Props): VNode {
  const [error, again] = useErrorBoundary((found: unknown) => reportError(found));
  useEffect(() => {
    if (error !== undefined) again();
  }, [of]);
  if (error === undefined) return <>{children}</>;
  return instead(error instanceof Error ? error.message : String(error), again);
}
