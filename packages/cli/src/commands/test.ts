// `kpi test`: do the definitions mean what their tests say.
import { defineCommand } from '../command-line/command.js';
import { sayProblem } from '../command-line/say-problem.js';
import { oneProject } from '../project/find-projects.js';
import { readOutputs } from '../checking/read-outputs.js';
import { TEST_FORMATS, testOnce } from '../testing/test-once.js';
import { testWatching } from '../testing/test-watching.js';

export const test = defineCommand({
  name: 'test',
  summary: 'run the tests of the definitions, on two engines that must agree',
  usage: '[NAME...] [options]',
  most: Infinity,
  description: [
    'NAME selects the tests whose name holds it. Tests bring their own rows: no data of the project is read. Each is computed ' +
      'by the reference evaluator, straight from the meaning of the language, and by DuckDB; both must give what is expected.',
    'With `--coverage` a run of all tests also says which metrics, branches and filters none of them reaches. A filter is ' +
      'reached where it kept a row and left one out.',
  ],
  options: {
    file: { kind: 'list', value: 'FILE', help: 'only tests in this file or folder of definitions' },
    format: {
      kind: 'list',
      value: 'FORMAT[=FILE]',
      help: `how results are written, and where: ${TEST_FORMATS.join(', ')}`,
      default: 'text',
    },
    coverage: { kind: 'flag', help: 'say what no test reaches' },
    verbose: { kind: 'flag', help: 'name the tests that pass, too' },
    watch: { kind: 'flag', help: 'test again whenever a file changes; Ctrl-C ends it' },
    project: { kind: 'text', value: 'DIR', help: 'a folder of the project', default: 'the current one' },
  },
  example: [
    'kpi test',
    "kpi test 'refund' --file sales.kpi.yaml",
    'kpi test --coverage --format text --format junit=tests.xml',
  ],
  run: async ({ positionals, options }, host) => {
    const found = oneProject(options.project, host.cwd);
    if (found.kind === 'problem') return sayProblem(host, found.message, found.help);
    const read = readOutputs(options.format, host, { formats: TEST_FORMATS, fallback: 'text' });
    if (read.kind === 'problem') return sayProblem(host, read.message, read.help);
    const { coverage, verbose, file } = options;
    const settings = { names: positionals, files: file, outputs: read.outputs, coverage, verbose };
    return options.watch ? testWatching(found.root, settings, host) : testOnce(found.root, settings, host);
  },
});
