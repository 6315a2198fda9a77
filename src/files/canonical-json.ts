type Ancestors = ReadonlySet<object>;

function refuse(where: string, what: string): never {
  throw new TypeError(`Cannot write ${where || 'the value'} as JSON: ${what}.`);
}

/** `parent.key`, or `parent["a key"]` when the key is not a plain name. */
function below(where: string, key: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `${where}[${JSON.stringify(key)}]`;
  return where === '' ? key : `${where}.${key}`;
}

function printList(value: readonly unknown[], where: string, indent: string, above: Ancestors): string {
  if (value.length === 0) return '[]';
  const deeper = `${indent}  `;
  const items = Array.from(value, (item, index) => `${deeper}${print(item, `${where}[${index}]`, deeper, above)}`);
  return `[\n${items.join(',\n')}\n${indent}]`;
}

function printObject(value: object, where: string, indent: string, above: Ancestors): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    refuse(where, `expected a plain object, found ${value.constructor?.name ?? 'another kind'}`);
  }
  const deeper = `${indent}  `;
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${deeper}${JSON.stringify(key)}: ${print(item, below(where, key), deeper, above)}`);
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`;
}

function print(value: unknown, where: string, indent: string, above: Ancestors): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') {
    return Number.isFinite(value) ? JSON.stringify(value) : refuse(where, `${value} is not a finite number`);
  }
  if (typeof value !== 'object') return refuse(where, `expected a JSON value, found ${typeof value}`);
  if (above.has(value)) refuse(where, 'it contains itself');
  const inside = new Set(above).add(value);
  return Array.isArray(value) ? printList(value, where, indent, inside) : printObject(value, where, indent, inside);
}

/**
 * JSON that is the same for the same value wherever it is written: keys sorted by UTF-16 units (as in RFC 8785), two
 * spaces of indentation, LF, a line break at the end. Keys whose value is undefined are left out. Throws a `TypeError`
 * that names the place for NaN, an infinity, a typed array, a Map or anything else that JSON cannot carry.
 */
export function canonicalJson(value: unknown): string {
  return `${print(value, '', '', new Set())}\n`;
}
