import { defineCommand } from '../command-line/command.js';
export const evaluateCommand = defineCommand({
  name: 'eval',
  summary: '',
  usage: '',
  most: 0,
  description: [],
  options: {},
  example: [],
  run: async () => 0,
});
