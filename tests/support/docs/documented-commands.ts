/** A command line as a page of the documentation has it. */
export interface DocumentedCommand {
  /** The page, such as docs/ci.md. */
  readonly page: string;
  /** The line without what runs it ("npx falsematch") and without its comment. */
  readonly line: string;
  readonly args: readonly string[];
}

/** What a page shows of the output of a command. */
export interface ShownOutput extends DocumentedCommand {
  /** Runs of lines that stand without a gap; "..." on a line of its own is a gap. */
  readonly parts: readonly string[];
}

/** A file that a page gives whole, by the name behind the language of its block. */
export interface DocumentedFile {
  readonly page: string;
  readonly path: string;
  readonly text: string;
}

const RUNNER = /^(?:npx falsematch|falsematch|node dist\/cli\/main\.js) +/;

/** Every falsematch command of the sh blocks of a page, in order. */
export function documentedCommands(page: string, text: string): DocumentedCommand[] {
  return blocks(text, /^sh$/).flatMap(({ body }) =>
    joined(body)
      .filter((line) => RUNNER.test(line))
      .map((line) => command(page, line)),
  );
}

/** Every text block of a page that begins with "$ falsematch", with what it shows. */
export function shownOutputs(page: string, text: string): ShownOutput[] {
  return blocks(text, /^text$/)
    .filter(({ body }) => body.startsWith('$ falsematch '))
    .map(({ body }) => {
      const [first = '', ...shown] = joined(body);
      const parts = shown.join('\n').split(/^\.\.\.$/m);
      return {
        ...command(page, first.slice(2)),
        parts: parts.map((part) => part.replace(/^\n|\n$/g, '')).filter(Boolean),
      };
    });
}

/** Every file of a page: a block whose language is followed by a path, as in "yaml my-limits.yaml". */
export function documentedFiles(page: string, text: string): DocumentedFile[] {
  return blocks(text, /^(?:yaml|csv) [\w./-]+$/).map(({ info, body }) => ({
    page,
    path: info.slice(info.indexOf(' ') + 1),
    text: body,
  }));
}

function blocks(text: string, wanted: RegExp): { info: string; body: string }[] {
  return [...text.matchAll(/^```([^\n`]*)\n([\s\S]*?)^```$/gm)]
    .map(([, info = '', body = '']) => ({ info, body }))
    .filter(({ info }) => wanted.test(info));
}

/** The lines of a block, those that end in a backslash joined with the next. */
function joined(body: string): string[] {
  return body.replace(/ *\\\n */g, ' ').split('\n');
}

function command(page: string, line: string): DocumentedCommand {
  // A quoted "#" would be no comment; no page has one.
  const bare = line
    .replace(RUNNER, '')
    .replace(/\s+#.*$/, '')
    .trim();
  const args = [...bare.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '');
  return { page, line: bare, args };
}
