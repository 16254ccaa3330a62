export type Arguments = {
  /** undefined: the default laboratory of this user */
  readonly lab: string | undefined;
  readonly demo: boolean;
  /** another place for settings and logs; tests use it */
  readonly userData: string | undefined;
};

/** Reads `--lab <folder>`, `--demo` and `--user-data <folder>`; `--name=value` is understood too. Chromium's own switches are left alone. */
export function parseArguments(argv: readonly string[]): Arguments {
  const valueAfter = (name: string): string | undefined => {
    const inline = argv.find((word) => word.startsWith(`${name}=`));
    if (inline !== undefined) return inline.slice(name.length + 1) || undefined;
    const at = argv.indexOf(name);
    const next = at < 0 ? undefined : argv[at + 1];
    return next === undefined || next.startsWith('--') ? undefined : next;
  };
  return { lab: valueAfter('--lab'), demo: argv.includes('--demo'), userData: valueAfter('--user-data') };
}
