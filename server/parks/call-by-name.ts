import type { TitleFinding } from '../core/title';

type Test = TitleFinding['tests'][number];
type Message = Test['notes'][number];

/** Where a message names plots or units; the core knows them by id alone. */
const naming = new Set(['from', 'to', 'units']);

/** The same finding with plots and units in its messages called as readers know them, not by the database's ids. */
export function callByName(finding: TitleFinding, names: ReadonlyMap<string, string>): TitleFinding {
  const call = (message: Message): Message => ({ ...message, args: renamed(message.args, names) });
  const tests = finding.tests.map((test) => ({
    ...test,
    notes: test.notes.map(call),
    missing: test.missing.map(call),
  }));
  return { ...finding, tests };
}

function renamed(args: Message['args'], names: ReadonlyMap<string, string>): Message['args'] {
  if (!args) return args;
  const entries = Object.entries(args).map(([key, value]) => {
    if (!naming.has(key)) return [key, value] as const;
    const called = String(value)
      .split(', ')
      .map((id) => names.get(id) ?? id);
    return [key, called.join(', ')] as const;
  });
  return Object.fromEntries(entries);
}
