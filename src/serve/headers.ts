/** What every answer carries: nothing is kept, guessed, framed, or given to pages from elsewhere. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

const CLOSED = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The policy of a page that this server makes itself, whose one style has this hash. */
export function ownPolicy(styleHash: string): string {
  return `${CLOSED}; style-src 'sha256-${styleHash}'`;
}

/** The policy of plain answers: nothing is loaded. */
export const PLAIN_POLICY = CLOSED;

/**
 * The policy of a file of a run directory. No script runs but that of report.html, which asks for nothing, and in an
 * origin of its own: a run that came from somebody else cannot read the other runs that are served beside it.
 */
export function filePolicy(path: string): string {
  const shown = `${CLOSED}; style-src 'unsafe-inline'; img-src data:; font-src data:`;
  return path === 'report.html'
    ? `${shown}; script-src 'unsafe-inline'; sandbox allow-scripts allow-downloads allow-modals`
    : shown;
}
