/** Tells one short line, Chinese first, to the terminal. */
export function say(line) {
  process.stdout.write(`${line.zh} · ${line.en}\n`);
}

/** Tells why nothing can be started, and ends with an error. */
export function refuse(line) {
  process.stderr.write(`\n✗ ${line.zh}\n✗ ${line.en}\n\n`);
  process.exit(1);
}
