/**
 * A file of `docket/kinds/` → the part of it that can be used, and what is wrong with the rest.
 *
 * Invariant: what comes out compiles, whatever the file says; a wrong part is left out and the others stay in force.
 */
import type { Span } from '../../base/text.ts';
import type { Problem, YamlMap, YamlNode } from '../../documents/document.ts';
import { parseYaml } from '../../documents/yaml.ts';
import type { Raw } from '../../../docs-schema/raw.ts';
import { builtInCatalogueData } from './builtInCatalogue.ts';
import { type Choice, FIELD_TYPES, type Form, KIND_FORM, type Scalar } from './kindForm.ts';

/** A kind file as far as it can be used, and its faults in the order of the file. */
interface ReadKind {
  /** Undefined when there is no kind in it at all. */
  readonly kind: Raw | undefined;
  readonly faults: readonly KindFault[];
}

/** What is wrong at a place of the file, with the names that would be right. */
export type KindFault = { readonly span: Span } & (
  | { readonly fault: 'yaml'; readonly problem: Problem }
  | { readonly fault: 'no-kind' }
  | { readonly fault: 'unknown-key'; readonly name: string; readonly known: readonly string[] }
  | {
      readonly fault: 'unknown-name';
      readonly choice: Choice;
      readonly name: string;
      readonly known: readonly string[];
    }
  | { readonly fault: 'wrong-pattern'; readonly name: string }
  | { readonly fault: 'wrong-shape'; readonly name: string; readonly form: Form }
);

/** Reads the text of a kind file. A wrong part is left out and told; without a `kind` nothing is used. */
export function readKind(text: string): ReadKind {
  const { root, problems } = parseYaml(text.replace(/^\uFEFF/, ''), text.startsWith('\uFEFF') ? 1 : 0);
  const faults: KindFault[] = problems.map(problem => ({ fault: 'yaml', problem, span: problem.span }));
  if (root?.sort !== 'map' || typeof valueOf(root, 'kind') !== 'string') {
    return { kind: undefined, faults: problems.length > 0 ? faults : [{ fault: 'no-kind', span: firstWord(text) }] };
  }
  const reader: Reader = { known: namesKnown(root), faults };
  return { kind: usable(root, KIND_FORM, '', root.span, reader) as Raw, faults };
}

interface Reader {
  readonly known: Readonly<Record<Choice, readonly string[]>>;
  readonly faults: KindFault[];
}

/** The value without its wrong parts; undefined when it is wrong as a whole. */
function usable(node: YamlNode, form: Form, name: string, span: Span, reader: Reader): unknown {
  if (node.sort === 'scalar') {
    if (node.value === null && form.filled !== true) return null;
    const fault =
      form.scalar === undefined || node.value === null
        ? wrongShape(form, name, span)
        : scalarFault(form.scalar, node.raw, node.value, name, node.span, reader);
    if (fault === undefined) return node.value;
    reader.faults.push(fault);
    return undefined;
  }
  if (node.sort === 'map' && form.map !== undefined) return usableMap(node, form, reader);
  if (node.sort === 'list' && form.list !== undefined) {
    const { list } = form;
    return node.items
      .map(item => usable(item, list, name, item.span, reader))
      .filter(value => value !== undefined && value !== null)
      .map(withoutEmpty);
  }
  reader.faults.push(wrongShape(form, name, span));
  return undefined;
}

/** In a row of a list there is nothing below that an empty value could take away. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== null));
}

function usableMap(node: YamlMap, { map: { keys, others } = {} }: Form, reader: Reader): Raw {
  const named = keys?.() ?? {};
  const pairs = node.pairs.flatMap(({ key, keySpan, value }) => {
    const form = Object.hasOwn(named, key) ? named[key] : others;
    if (form === undefined) {
      if (!OWN.test(key))
        reader.faults.push({ fault: 'unknown-key', name: key, known: Object.keys(named), span: keySpan });
      return [];
    }
    const held = usable(value, form, key, keySpan, reader);
    return held === undefined ? [] : [[key, held] as const];
  });
  return Object.fromEntries(pairs);
}

/** Names of a project's own begin so, here as everywhere. */
const OWN = /^x-/;

function scalarFault(
  scalar: Scalar,
  raw: string,
  value: unknown,
  name: string,
  span: Span,
  { known }: Reader,
): KindFault | undefined {
  switch (scalar) {
    case 'text':
      return undefined;
    case 'flag':
      return typeof value === 'boolean' ? undefined : wrongShape({ scalar }, name, span);
    case 'number':
      return typeof value === 'number' ? undefined : wrongShape({ scalar }, name, span);
    case 'id':
    case 'pattern':
      return compiles(raw, scalar) ? undefined : { fault: 'wrong-pattern', name: raw, span };
    default:
      return known[scalar].length === 0 || known[scalar].includes(raw)
        ? undefined
        : { fault: 'unknown-name', choice: scalar, name: raw, known: known[scalar], span };
  }
}

/** The pattern of a field goes into a JSON Schema, whose expressions are Unicode ones. */
function compiles(source: string, scalar: 'id' | 'pattern'): boolean {
  try {
    return new RegExp(`^(?:${source})$`, scalar === 'pattern' ? 'u' : '') instanceof RegExp;
  } catch {
    return false;
  }
}

function wrongShape(form: Form, name: string, span: Span): KindFault {
  return { fault: 'wrong-shape', name, form, span };
}

function namesKnown(root: YamlMap): Reader['known'] {
  const { base, enums, relations, kinds } = builtInCatalogueData;
  const below = kinds[String(valueOf(root, 'kind'))]?.['states'];
  const inherited = typeof below === 'string' ? base.states?.[below] : below;
  return {
    type: FIELD_TYPES,
    numbered: ['year', 'month', 'week', 'plain', 'none'],
    versions: ['revisions', 'own', 'none'],
    impact: ['stated', 'possible'],
    form: ['heading', 'row', 'section', 'field'],
    reach: ['along', 'back'],
    code: ['program', 'script', 'test', 'ops', 'generated'],
    enum: [...Object.keys(enums), 'impacted_kinds', ...keysOf(root, 'enums')],
    relation: [...Object.keys(relations), ...keysOf(root, 'relations')],
    group: Object.keys(base.groups),
    states: Object.keys(base.states ?? {}),
    state: [...Object.keys((inherited as Raw | undefined) ?? {}), ...statesOf(root)],
  };
}

function statesOf(root: YamlMap): readonly string[] {
  const named = builtInCatalogueData.base.states?.[String(valueOf(root, 'states'))];
  return named === undefined ? keysOf(root, 'states') : Object.keys(named);
}

function valueOf({ pairs }: YamlMap, key: string): unknown {
  const value = pairs.find(pair => pair.key === key)?.value;
  return value?.sort === 'scalar' ? value.value : undefined;
}

function keysOf({ pairs }: YamlMap, key: string): readonly string[] {
  const value = pairs.find(pair => pair.key === key)?.value;
  return value?.sort === 'map' ? value.pairs.map(pair => pair.key) : [];
}

function firstWord(text: string): Span {
  const start = /^\s*/.exec(text)?.[0].length ?? 0;
  return { start, end: start + (/^\S*/.exec(text.slice(start))?.[0].length ?? 0) };
}
