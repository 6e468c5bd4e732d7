// A scorecard's questions put to data that is open.
import { askValues, isPlanned } from './ask.js';
import { readRows } from './execute/load-rows.js';
import type { Row } from './reference/rows.js';
import type { Session } from './session.js';
import type { Asker } from './status/asker.js';

export function sessionAsker(session: Session): Asker {
  const known = new Map<string, readonly Row[]>();
  return {
    values: (question) => askValues(session, question),
    isPlanned: (question) => isPlanned(session, question),
    async rowsOf(name) {
      const found = known.get(name);
      const prepared = session.data.datasets.get(name);
      if (found !== undefined || prepared === undefined) return found ?? [];
      const rows = await readRows(session.executor, prepared);
      known.set(name, rows);
      return rows;
    },
  };
}
