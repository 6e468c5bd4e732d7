// Owners belong to teams, and teams to larger ones: never to a person or a role, and never in a circle.
import { dependencyOrder } from '../names/dependency-order.js';
import { noTeam, teamCycle } from './errors.js';
import type { Rule } from './rule.js';

export const ownerTeams: Rule = {
  name: 'owner-teams',
  check({ owners }, report) {
    for (const { team } of owners.values()) {
      const above = team === null ? undefined : owners.get(team.text);
      if (team === null || above === undefined || above.kind === null || above.kind.value === 'team') continue;
      report(noTeam(team, above.kind.value, above.name.span));
    }
    const needs = new Map(
      [...owners.values()].map(({ name, team }) => [name.text, team === null ? [] : [team.text]] as const),
    );
    for (const cycle of dependencyOrder(needs).cycles) {
      const diagnostic = teamCycle(cycle.flatMap((name) => owners.get(name)?.name ?? []));
      if (diagnostic !== null) report(diagnostic);
    }
  },
};
