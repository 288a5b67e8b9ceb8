/**
 * Changes single values of a frontmatter by their places. Comments, order and layout of all the rest stay as written.
 */
import type { Span, TextEdit } from '../base/text.ts';
import type { YamlMap, YamlNode } from '../documents/document.ts';
import type { Modelled } from '../model/modelled.ts';
import type { ValuePlace } from '../model/normalise.ts';

/** Sets the value at a pointer (`/reporter/org`), adding what is missing on the way there. */
export function setValue(page: Modelled, pointer: string, value: unknown): TextEdit | undefined {
  const { text, frontmatter } = page.document;
  if (!frontmatter) return undefined;
  const place = placesOf(page).get(pointer);
  if (place) return replaceValue(text, place, value);
  const names = pointer.split('/').slice(1);
  for (let known = names.length - 1; known > 0; known--) {
    const parent = placesOf(page).get(`/${names.slice(0, known).join('/')}`);
    if (!parent) continue;
    const added = nested(names.slice(known + 1), value);
    return addTo(text, nodeAt(frontmatter, parent.span), parent, names[known] ?? '', added);
  }
  return addLine(page, `${names[0]}: ${yaml(nested(names.slice(1), value))}`);
}

export function renameKey(page: Modelled, pointer: string, to: string): TextEdit | undefined {
  const place = placesOf(page).get(pointer);
  return place && { span: place.keySpan, text: to };
}

function placesOf(page: Modelled): ReadonlyMap<string, ValuePlace> {
  return page.entries.find(({ entry }) => entry.row === undefined)?.normalised.places ?? new Map();
}

function replaceValue(text: string, { span, keySpan }: ValuePlace, value: unknown): TextEdit {
  if (span.end > span.start) return { span, text: yaml(value) };
  const colon = text.indexOf(':', keySpan.end) + 1;
  return { span: { start: colon, end: colon }, text: ` ${yaml(value)}` };
}

/** `key: …` into a map that is there: `{ … }` on one line, or one line a key. */
function addTo(text: string, node: YamlNode | undefined, parent: ValuePlace, key: string, value: unknown): TextEdit | undefined {
  if (node?.sort !== 'map') return node?.sort === 'list' ? undefined : replaceValue(text, parent, { [key]: value });
  const last = node.pairs.at(-1);
  if (text[node.span.start] === '{' || !last) return intoBraces(text, node, key, value);
  const indent = last.keySpan.start - (text.lastIndexOf('\n', last.keySpan.start) + 1);
  const end = endOfLine(text, endOf(last.value, last.keySpan.end));
  return { span: { start: end, end }, text: `${newlineOf(text)}${' '.repeat(indent)}${key}: ${yaml(value)}` };
}

function intoBraces(text: string, { span, pairs }: YamlMap, key: string, value: unknown): TextEdit {
  const brace = closingBrace(text, span.start);
  const start = text.slice(0, brace).trimEnd().length;
  return { span: { start, end: brace }, text: `${pairs.length > 0 ? ',' : ''} ${key}: ${yaml(value)} ` };
}

function closingBrace(text: string, from: number): number {
  let depth = 0;
  for (const { 0: mark, index } of text.slice(from).matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[{}]/g)) {
    if (mark === '{') depth++;
    if (mark === '}' && --depth === 0) return from + index;
  }
  return from;
}

/** Before the closing `---`. */
function addLine({ document: { text, head } }: Modelled, line: string): TextEdit {
  const start = text.lastIndexOf('\n', head.end - 1) + 1;
  return { span: { start, end: start }, text: line + newlineOf(text) };
}

function nodeAt(node: YamlNode, span: Span): YamlNode | undefined {
  if (node.span.start === span.start && node.span.end === span.end && node.sort !== 'scalar') return node;
  const children = node.sort === 'map' ? node.pairs.map(({ value }) => value) : node.sort === 'list' ? node.items : [];
  for (const child of children) {
    const found = nodeAt(child, span);
    if (found) return found;
  }
  return node.sort === 'scalar' && node.span.start === span.start ? node : undefined;
}

function endOf(node: YamlNode, otherwise: number): number {
  const last = node.sort === 'map' ? node.pairs.at(-1)?.value : node.sort === 'list' ? node.items.at(-1) : undefined;
  return Math.max(otherwise, last ? endOf(last, otherwise) : node.span.end);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : text[end - 1] === '\r' ? end - 1 : end;
}

const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

function nested(names: readonly string[], value: unknown): unknown {
  return names.reduceRight((inner: unknown, name) => ({ [name]: inner }), value);
}

/** Words that are nothing but themselves in YAML; all else is quoted. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{Pd}_./（）、，。；《》“”]| (?=[^ #]))*$/u;
const OTHERWISE_MEANT = /^(?:true|false|null|yes|no|on|off|[-+.\d][\d.eE+_xo]*)$/i;

/** A value on one line. */
export function yaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(yaml).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${key}: ${yaml(inner)}`)
      .join(', ')} }`;
  }
  if (typeof value !== 'string') return String(value);
  return PLAIN.test(value) && !OTHERWISE_MEANT.test(value) ? value : JSON.stringify(value);
}
