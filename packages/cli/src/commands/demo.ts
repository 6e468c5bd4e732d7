import { defineCommand } from '../command-line/command.js';
export const demo = defineCommand({
  name: 'demo',
  summary: '',
  usage: '',
  most: 0,
  description: [],
  options: {},
  example: [],
  run: async () => 0,
});
