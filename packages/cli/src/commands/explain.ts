// `kpi explain`: the tree behind a number and why it changed; and what a code of a finding means.
import { defineCommand, type Given } from '../command-line/command.js';
import { sayProblem } from '../command-line/say-problem.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { wantsColour, type Host } from '../host.js';
import { endingWith, sayBeside, sayNoAnswer, sourcesOf, untilInterrupted } from '../asking/ask-project.js';
import type { Explanation } from '../engine-port.js';
import { explainCode, isCode, isLikeACode, listCodes } from '../explain/explain-code.js';
import { explainOptions } from '../explain/explain-options.js';
import { explanationJson } from '../explain/json.js';
import { explanationMarkdown } from '../explain/markdown.js';
import { openExplaining, type Explaining } from '../explain/open-explaining.js';
import { relocateExplanation } from '../explain/relocate-explanation.js';
import { explanationText } from '../explain/text.js';
import { relocateDiagnostics, shownPath } from '../project/relocate.js';
import { glyphsFor } from '../scorecards/glyphs.js';
import { withProgress } from '../progress.js';

export const explain = defineCommand({
  name: 'explain',
  summary: 'explain a number and its change, or the code of a finding',
  usage: '[NAME|CODE] [options]',
  most: 1,
  description: [
    'NAME is a metric, a KPI or a formula in quotes. Shown is the tree behind its number: every part in its own context, the ' +
      'windows, the rows that entered, and where each definition stands.',
    'With `--versus` the change is taken apart exactly: by the operands of the formula, and by the groups of dimensions. What ' +
      'cannot add up, such as distinct counts and medians, is shown without each group instead, and says so.',
    'A CODE such as KPI3012 is explained with an example; without NAME and CODE all codes are listed.',
  ],
  options: explainOptions,
  example: [
    'kpi explain revenue --at 2026-05',
    'kpi explain cac --at 2026-05 --versus prior --by channel',
    'kpi explain KPI3012',
  ],
  run: async ({ positionals, options }, host) => {
    const [asked] = positionals;
    if (asked === undefined || isCode(asked) || isLikeACode(asked)) {
      const beside = givenOption(options);
      if (beside !== null) {
        const of = asked === undefined ? 'without a NAME' : `beside a code`;
        return sayProblem(host, `\`--${beside}\` says nothing ${of}`, 'name a metric or a KPI: `kpi explain revenue`');
      }
      return asked === undefined ? listCodes(host) : explainCode(asked, host);
    }
    const explaining = await openExplaining(asked, options, host);
    return explaining.kind === 'exit' ? explaining.exit : explainOne(explaining, options.format ?? 'text', host);
  },
});

function givenOption(options: Given<typeof explainOptions>): string | null {
  const given = Object.entries(options).find(
    ([, value]) => value !== null && value !== false && (!Array.isArray(value) || value.length > 0),
  );
  return given?.[0] ?? null;
}

async function explainOne(
  { engine, project, request, session }: Explaining,
  format: 'text' | 'json' | 'markdown',
  host: Host,
): Promise<ExitCode> {
  const { graph, root } = project;
  const texts = engine.requestSources(request);
  return untilInterrupted(host, async (interrupts) => {
    const outcome = await withProgress(host, 'computing', () =>
      engine.explainNumber(graph, request, endingWith(session, interrupts)),
    );
    if (interrupts.signal.aborted) return EXIT.interrupted;
    if (outcome.value === null) return sayNoAnswer(outcome.diagnostics, project, texts, host);
    const diagnostics = [...outcome.value.diagnostics, ...outcome.diagnostics];
    const moved: Explanation = {
      ...relocateExplanation(outcome.value, (path) => shownPath(root, host.cwd, path)),
      diagnostics: relocateDiagnostics(diagnostics, project.files, root, host.cwd),
    };
    // In JSON they are part of the answer.
    if (format !== 'json') sayBeside(diagnostics, project, texts, host);
    switch (format) {
      case 'text':
        host.out.write(
          explanationText(moved, { colour: wantsColour(host.out, host.env), glyphs: glyphsFor(host.out, host.env) }),
        );
        break;
      case 'json':
        host.out.write(explanationJson(graph.project.name, moved, sourcesOf(project, texts, host)));
        break;
      case 'markdown':
        host.out.write(explanationMarkdown(moved));
        break;
    }
    return EXIT.fine;
  });
}
