/** Writes plain data as YAML on one line. A text that YAML would read as another type gets double quotes. */
import { isScalar, Scalar, stringify } from 'yaml';

/** Texts that need no quotes in YAML; all others are quoted. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{Pd}_./（）、，。；《》“”]| (?=[^ #]))*$/u;
const OTHERWISE_MEANT = /^(?:true|false|null|yes|no|on|off|[-+.\d][\d.eE+_xo]*)$/i;

type Quoting = NonNullable<Scalar['type']>;

/**
 * A value in flow style: `[a, "b: c"]`, `{ org: 住建局 }`. A `Scalar` keeps its own quotes; undefined and null become
 * empty text.
 */
export function yaml(value: unknown): string {
  if (isScalar(value)) return scalarText(value.value, value.type);
  if (Array.isArray(value)) return `[${value.map(yaml).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${yaml(key)}: ${yaml(inner)}`)
      .join(', ')} }`;
  }
  return scalarText(value, undefined);
}

/** A text that always gets double quotes: `"2026-05"`. */
export function quoted(text: string): Scalar<string> {
  const scalar = new Scalar(text);
  scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

/** A text that gets quotes only where YAML needs them, such as a title with a comma. */
export function unquoted(text: string): Scalar<string> {
  const scalar = new Scalar(text);
  scalar.type = Scalar.PLAIN;
  return scalar;
}

/** A single value, with the quotes it had before where these still fit. */
export function scalarText(value: unknown, before: Quoting | undefined): string {
  if (typeof value !== 'string') return String(value);
  const type = quotingOf(value, before);
  if (type === Scalar.PLAIN) return value;
  const scalar = new Scalar(value);
  scalar.type = type;
  return stringify(scalar, { lineWidth: 0, doubleQuotedAsJSON: true }).trimEnd();
}

function quotingOf(value: string, before: Quoting | undefined): Quoting {
  if (before === Scalar.QUOTE_SINGLE && !/[\n\r]/.test(value)) return before;
  if (before === Scalar.QUOTE_DOUBLE) return before;
  if (before === Scalar.PLAIN && stringify(unquoted(value), { lineWidth: 0 }) === `${value}\n`) return before;
  return PLAIN.test(value) && !OTHERWISE_MEANT.test(value) ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE;
}
