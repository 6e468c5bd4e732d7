import { defineCommand } from '../command-line/command.js';
export const sql = defineCommand({
  name: 'sql',
  summary: '',
  usage: '',
  most: 0,
  description: [],
  options: {},
  example: [],
  run: async () => 0,
});
