// Who works there.
import { employees as people } from '../vocabulary.js';
import type { Table } from '../table.js';

export const employees: Table = {
  name: 'employees',
  header: ['employee_id', 'name', 'team', 'hired_on'],
  rows: () => people.map((e) => [e.id, e.name, e.team, e.hiredOn]),
};
