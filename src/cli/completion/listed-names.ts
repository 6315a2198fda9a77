/**
 * The names that a description lists, where it begins with them: "text, md or html (default: text)" → text, md, html. Help
 * is then the one place that knows them. Empty for a description of any other kind.
 */
export function listedNames(description: string): string[] {
  const [list = ''] = description.split(/ \(|;/);
  const names = list.split(/, | or /);
  return names.length > 1 && names.every((name) => /^[\w.=+-]+$/.test(name)) ? names : [];
}
