// What the benchmark tells the person who waits: results on stdout, progress on stderr.

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function say(line: string): void {
  process.stderr.write(`# ${line}\n`);
}
