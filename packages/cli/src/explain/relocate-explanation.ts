// Names the files of an explanation as they are seen from where the person stands.
import type { EffectNode, Explanation, ExplainNode, Place } from '../engine-port.js';

export function relocateExplanation(explanation: Explanation, shown: (path: string) => string): Explanation {
  const at = (place: Place | null): Place | null => (place === null ? null : { ...place, file: shown(place.file) });
  const node = (one: ExplainNode): ExplainNode => ({ ...one, place: at(one.place), children: one.children.map(node) });
  const effect = (one: EffectNode): EffectNode => ({
    ...one,
    place: at(one.place),
    children: one.children.map(effect),
  });
  const { change, subject, tree } = explanation;
  return {
    ...explanation,
    subject: { ...subject, place: at(subject.place) },
    tree: node(tree),
    change:
      change === null || change.operands === null
        ? change
        : { ...change, operands: { ...change.operands, root: effect(change.operands.root) } },
  };
}
