// `kpi graph`: what depends on what.
import { defineCommand } from '../command-line/command.js';
import { sayProblem } from '../command-line/say-problem.js';
import { EXIT } from '../exit-codes.js';
import { oneProject } from '../project/find-projects.js';
import { graphDot, graphJson, graphMermaid, graphText, graphTree, pictureOf, sliceGraph } from '@sextant/parser';
import { checkProject } from '../project/check-project.js';
import { findNode } from '../project/find-node.js';

export const graph = defineCommand({
  name: 'graph',
  summary: 'show what depends on what: data, metrics, KPIs, goals, owners',
  usage: '[NODE] [options]',
  most: 1,
  description: [
    'NODE is a name such as `revenue` or `orders.amount`, with its kind before it where several have the name: ' +
      '`metric:revenue`. Without a direction both are shown.',
  ],
  options: {
    format: {
      kind: 'text',
      value: 'FORMAT',
      choices: ['text', 'json', 'mermaid', 'dot'],
      help: 'how it is written',
      default: 'text',
    },
    upstream: { kind: 'flag', help: 'what NODE needs' },
    downstream: { kind: 'flag', help: 'what changes when NODE does' },
    project: { kind: 'text', value: 'DIR', help: 'a folder of the project', default: 'the current one' },
  },
  example: [
    'kpi graph revenue --downstream',
    'kpi graph kpi:cac --upstream --format mermaid',
    'kpi graph --format dot | dot -Tsvg > graph.svg',
  ],
  run: async ({ positionals, options }, host) => {
    const found = oneProject(options.project, host.cwd);
    if (found.kind === 'problem') return sayProblem(host, found.message, found.help);
    const { graph, files, diagnostics } = checkProject(found.root, host);
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    if (errors > 0) {
      host.err.write(`note: the definitions have ${errors} ${errors === 1 ? 'error' : 'errors'}, see \`kpi check\`\n`);
    }
    let picture = pictureOf(graph);
    const [asked] = positionals;
    const directions = (['upstream', 'downstream'] as const).filter((one) => options[one]);
    if (asked === undefined && directions[0] !== undefined) {
      return sayProblem(host, `\`--${directions[0]}\` needs a NODE to start from`, `kpi graph NODE --${directions[0]}`);
    }
    const format = options.format ?? 'text';
    if (asked !== undefined) {
      const node = findNode(picture, asked);
      if (node.kind === 'problem') return sayProblem(host, node.message, node.help);
      const wanted = directions.length === 0 ? (['upstream', 'downstream'] as const) : directions;
      if (format === 'text') {
        const trees = wanted.map((one) => `${one}:\n${graphTree(picture, node.id, one)}`);
        host.out.write(trees.join('\n'));
        return EXIT.fine;
      }
      const slices = wanted.map((one) => sliceGraph(picture, node.id, one));
      const nodes = new Set(slices.flatMap((slice) => slice.nodes));
      const edges = new Set(slices.flatMap((slice) => slice.edges));
      picture = {
        ...picture,
        nodes: picture.nodes.filter((one) => nodes.has(one)),
        edges: picture.edges.filter((one) => edges.has(one)),
      };
    }
    switch (format) {
      case 'text':
        host.out.write(graphText(picture));
        break;
      case 'json':
        host.out.write(graphJson(picture, files));
        break;
      case 'mermaid':
        host.out.write(graphMermaid(picture));
        break;
      case 'dot':
        host.out.write(graphDot(picture));
        break;
    }
    return EXIT.fine;
  },
});
