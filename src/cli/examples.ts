/** The part of a help text that shows a command at work, for `addHelpText('after', ...)`. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}
