// Preloaded into every measured process: says on file descriptor 3, at its end, what it used.
const { writeSync } = require('node:fs');
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  try {
    writeSync(3, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, rss: maxRSS / 1024 }));
  } catch {
    // Started by hand, without the harness.
  }
});
