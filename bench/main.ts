// `pnpm bench <workload>`: reads the command line, runs the workload, prints its tables.
import { readArguments, USAGE } from './harness/read-arguments.js';
import type { BenchContext } from './harness/context.js';
import { gitRevision, machineLine, versions } from './harness/machine.js';
import { openResults, readResults } from './harness/results-file.js';
import { renderSummary } from './harness/render-summary.js';
import { print, say } from './harness/say.js';
import { summarise } from './harness/summarise.js';
import { WORKLOADS } from './workloads/registry.js';
import { makeData } from './workloads/make-data.js';
import { report } from './workloads/report.js';
import { smoke } from './workloads/smoke.js';

const given = readArguments(process.argv.slice(2));
if (typeof given === 'string') {
  print(given === '' ? USAGE : `${given}\n\n${USAGE}`);
  process.exitCode = given === '' ? 0 : 2;
} else if (given.command === 'report') {
  print(report());
} else {
  const run = `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${given.command}`;
  const context: BenchContext = { ...given, results: openResults(run), versions: versions(), revision: gitRevision() };
  say(`${machineLine()}; revision ${context.revision}`);
  const summaryOfRun = (): ReturnType<typeof summarise> =>
    summarise(readResults().filter((record) => record.run === run));
  if (given.command === 'data') {
    await makeData(context);
  } else if (given.command === 'smoke') {
    process.exitCode = await smoke(context, summaryOfRun);
  } else {
    const workload = WORKLOADS[given.command];
    if (workload === undefined) {
      print(`${given.command} is not one of ${Object.keys(WORKLOADS).join(', ')}\n\n${USAGE}`);
      process.exitCode = 2;
    } else {
      const ran = await workload(context);
      if (ran !== undefined) print(ran);
      else {
        print(renderSummary(summaryOfRun(), 'text'));
        say(`samples: ${context.results.path}`);
      }
    }
  }
  // Peers keep threads and handles of their own.
  process.exit();
}
