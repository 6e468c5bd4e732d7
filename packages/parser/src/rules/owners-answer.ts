// Every owner answers for something, or is the team of one who does.
import { answeringOwners } from '../graph/owners/answering-owners.js';
import { idleOwner } from './set-errors.js';
import type { Rule } from './rule.js';

export const ownersAnswer: Rule = {
  name: 'owners-answer',
  check(graph, report) {
    const answering = answeringOwners(graph);
    for (const { name } of graph.owners.values()) if (!answering.has(name.text)) report(idleOwner(name));
  },
};
