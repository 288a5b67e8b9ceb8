/** The YAML of docs-schema is whole: what it names exists, what people read has both languages, identifiers never overlap. */
import { describe, expect, it } from 'vitest';
import { loadSchemaData } from '../docs-schema/load.ts';

type Data = Readonly<Record<string, unknown>>;

const raw = loadSchemaData();
const kinds = Object.entries(raw.kinds);
const items = Object.entries(raw.items);
const relations = Object.keys(raw.relations);
const profiles = Object.entries(raw.profiles);
const targets = new Set([...Object.keys(raw.kinds), ...Object.keys(raw.items), 'code']);

const NAMES = new Set(['zh', 'en', 'aliases', 'code']);
/** Maps whose keys are names of things people read. */
const LABELLED = new Set(['fields', 'sections', 'attributes', 'states']);
const CONDITIONS = new Set(['required_if', 'if', 'table', 'owes', 'set']);

interface Place {
  readonly path: string;
  readonly data: Data;
}

function isMap(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly string[] {
  return value === undefined || value === null ? [] : [value].flat().map(String);
}

/** Every map in a tree of data, with its path. */
function* maps(data: unknown, path: string): Iterable<Place> {
  if (Array.isArray(data)) for (const [n, value] of data.entries()) yield* maps(value, `${path}[${n}]`);
  if (!isMap(data)) return;
  yield { path, data };
  for (const [key, value] of Object.entries(data)) yield* maps(value, `${path}.${key}`);
}

const everything = [...maps({ ...raw, config: {} }, 'docs-schema')];

/** Fields of a kind with its groups under them. */
function fieldsOf(data: Data): Readonly<Record<string, Data>> {
  const layers = [...list(data['takes']).map(name => raw.base.groups[name]?.['fields']), data['fields']];
  const fields: Record<string, Data> = {};
  for (const layer of layers)
    for (const [key, field] of Object.entries((layer ?? {}) as Data))
      fields[key] = { ...fields[key], ...(field as Data) };
  return fields;
}

function statesOf(data: Data): Data {
  const { states } = data;
  return (typeof states === 'string' ? raw.base.states?.[states] : states) as Data;
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_\-（）()【】[\]、，,。.：:/*`]/g, '');
}

/** Words that two fields of one map both claim. */
function ambiguous(fields: Readonly<Record<string, Data>>): readonly string[] {
  const owner = new Map<string, string>();
  return Object.entries(fields).flatMap(([key, field]) =>
    [key, field['zh'], field['en'], ...list(field['aliases'])].flatMap(word => {
      const folded = fold(String(word));
      const before = owner.get(folded);
      owner.set(folded, before ?? key);
      return before !== undefined && before !== key ? [`${String(word)}: ${before}, ${key}`] : [];
    }),
  );
}

/** Texts an id pattern accepts: each way through its alternatives once, counts at their least. */
function examplesOf(pattern: string): readonly string[] {
  let rest = pattern;
  const examples = alternatives();
  if (rest !== '') throw new Error(`cannot read ${rest} of ${pattern}`);
  return examples;

  function alternatives(): readonly string[] {
    const all = [...sequence()];
    while (rest.startsWith('|')) {
      rest = rest.slice(1);
      all.push(...sequence());
    }
    return all;
  }
  function sequence(): readonly string[] {
    let texts: readonly string[] = [''];
    while (rest !== '' && !/^[|)]/.test(rest)) {
      const parts = repeated(atom());
      texts = texts.flatMap(text => parts.map(part => text + part));
    }
    return texts;
  }
  function atom(): readonly string[] {
    if (rest.startsWith('(')) {
      rest = rest.slice(1);
      const inner = alternatives();
      rest = rest.slice(1);
      return inner;
    }
    const [token = ''] = /^(\\.|\[[^\]]+\]|.)/.exec(rest) ?? [];
    rest = rest.slice(token.length);
    if (token === String.raw`\d`) return ['2'];
    if (token.startsWith('[')) return [token[1] ?? ''];
    return [token.replace('\\', '')];
  }
  function repeated(parts: readonly string[]): readonly string[] {
    const [count = ''] = /^(\{\d+(,\d*)?\}|[+*?])/.exec(rest) ?? [];
    rest = rest.slice(count.length);
    if (count === '*' || count === '?') return ['', ...parts];
    const least = Number(/^\{(\d+)/.exec(count)?.[1] ?? 1);
    return parts.map(part => part.repeat(least));
  }
}

describe('docs-schema', () => {
  it('has the kinds of a maintenance contract', () => {
    expect(kinds.length).toBeGreaterThanOrEqual(38);
    for (const [key, data] of kinds) expect(data['kind'], key).toBe(key);
  });

  it('labels everything people read in both languages', () => {
    const specs = everything.filter(
      ({ path }) => !LABELLED.has(path.split('.').at(-1) ?? '') && !path.includes('.takes_over.'),
    );
    const labelled = specs.flatMap(({ path, data }) =>
      Object.entries(data).flatMap(([key, value]): Place[] => {
        if (key === 'label' || key === 'inverse') return [{ path: `${path}.${key}`, data: value as Data }];
        if (!LABELLED.has(key) || !isMap(value) || path === 'docs-schema.base') return [];
        return Object.entries(value).map(([name, spec]) => ({ path: `${path}.${key}.${name}`, data: spec as Data }));
      }),
    );
    const values = Object.entries(raw.enums).flatMap(([name, data]) =>
      Object.entries(data as Data).map(([key, value]) => ({ path: `enums.${name}.${key}`, data: value as Data })),
    );
    const links = Object.entries(raw.relations).map(([key, data]) => ({ path: `relations.${key}`, data }));
    expect(labelled.length).toBeGreaterThan(500);
    for (const { path, data } of [...labelled, ...values, ...links]) {
      if (isOverlay(path)) continue;
      expect(String(data['zh'] ?? ''), path).toMatch(/\S/);
      expect(String(data['en'] ?? ''), path).toMatch(/\S/);
    }
  });

  /** A field that only changes one of a group below it takes the labels from there. */
  function isOverlay(path: string): boolean {
    const [, kind, field] = /\.kinds\.([\w-]+)\.fields\.([\w-]+)$/.exec(path) ?? [];
    if (kind !== undefined && field !== undefined) return fieldsOf(raw.kinds[kind] ?? {})[field]?.['zh'] !== undefined;
    const [, group = '', below = ''] = /\.groups\.([\w-]+)\.fields\.([\w-]+)$/.exec(path) ?? [];
    const record = raw.base.groups['record']?.['fields'] as Data | undefined;
    return group !== '' && group !== 'record' && record?.[below] !== undefined;
  }

  it('names only value lists, relations and kinds that exist', () => {
    expect(everything.length).toBeGreaterThan(0);
    for (const { path, data } of everything) {
      if ([...CONDITIONS].some(key => path.includes(`.${key}`))) continue;
      if (typeof data['enum'] === 'string')
        expect([...Object.keys(raw.enums), 'impacted_kinds'], path).toContain(data['enum']);
      if (data['relation'] !== undefined) expect(relations, path).toContain(data['relation']);
      if (data['type'] === 'ref' || 'inverse' in data)
        for (const target of [...list(data['to']), ...list(data['from'])]) expect(targets, path).toContain(target);
    }
  });

  it('gives every record relation a kind that may write it', () => {
    const written = new Set(everything.flatMap(({ data }) => [...list(data['links']), ...list(data['relation'])]));
    const orphans = relations.filter(name => raw.relations[name]?.['from'] === undefined && !written.has(name));
    expect(orphans).toEqual([]);
  });

  it.each(kinds)('%s: groups, states, event, times and links exist', (_key, data) => {
    const states = statesOf(data);
    expect(Object.keys(states).length).toBeGreaterThan(1);
    for (const [name, state] of Object.entries(states)) {
      const { to, reached, side } = state as Data;
      for (const next of [...list(to), ...list(reached)]) expect(Object.keys(states), name).toContain(next);
      if (side === true) expect(reached, `${name} is a side state and must say what it has reached`).toBeDefined();
      if ((state as Data)['final'] !== true) expect(list(to).length, `${name} leads nowhere`).toBeGreaterThan(0);
    }
    for (const group of list(data['takes'])) expect(Object.keys(raw.base.groups)).toContain(group);
    for (const field of [...list(data['event']), ...list(data['times'])])
      expect(Object.keys(fieldsOf(data))).toContain(field);
    for (const link of list(data['links'])) expect(relations).toContain(link);
  });

  it.each(kinds)('%s: milestones are states, tables stand in sections, conditions ask for fields', (_key, data) => {
    const states = Object.keys(statesOf(data));
    const fields = fieldsOf(data);
    const sections = [...maps(data['sections'], '')].flatMap(({ data: map }) => Object.keys(map));
    for (const { path, data: spec } of [
      ...maps(fields, 'fields'),
      ...maps(data['sections'], 'sections'),
      ...maps(data['signers'], 'signers'),
    ]) {
      for (const milestone of list(spec['required_from'])) expect(states, path).toContain(milestone);
      for (const key of isMap(spec['table']) ? Object.keys(spec['table']) : list(spec['table']))
        if (spec['type'] === 'list') expect(sections, path).toContain(key);
      for (const name of Object.keys((spec['required_if'] ?? spec['if'] ?? {}) as Data))
        expect(Object.keys(fields), path).toContain(name);
    }
    for (const signer of (data['signers'] ?? []) as Data[]) {
      expect(states).toContain(signer['from']);
      expect(Object.keys(raw.enums['sign_role'] as Data)).toContain(signer['role']);
    }
  });

  it.each(kinds)('%s: what it takes over, lists and counts as done is there', (_key, data) => {
    const [fields, states] = [fieldsOf(data), Object.keys(statesOf(data))];
    const sections = (of: Data) =>
      [...maps(of['sections'], ''), ...maps(profilesOf(String(of['kind'])), '')].flatMap(({ data: map }) =>
        Object.keys(map),
      );
    for (const milestone of list(data['finished'])) expect(states).toContain(milestone);
    for (const [source, taken] of Object.entries((data['takes_over'] ?? {}) as Readonly<Record<string, Data>>)) {
      const from = raw.kinds[source] ?? {};
      for (const [own, theirs] of Object.entries((taken['sections'] ?? {}) as Data)) {
        expect(sections(data), source).toContain(own);
        expect(sections(from), source).toContain(theirs);
      }
      for (const [own, { of }] of Object.entries((taken['values'] ?? {}) as Readonly<Record<string, { of: string }>>)) {
        expect(Object.keys(fields), source).toContain(own);
        expect(Object.keys(fieldsOf(from)), source).toContain(of);
      }
    }
    const { within, columns } = (data['ledger'] ?? {}) as { within?: unknown; columns?: readonly Data[] };
    for (const name of [
      ...list(within),
      ...(columns ?? []).flatMap(({ field, after }) => [...list(field), ...list(after)]),
    ])
      expect(Object.keys(fields)).toContain(name);
    for (const { path, data: field } of [...maps(fields, 'fields')].filter(
      ({ data: { derived } }) => derived === 'value_of_id',
    ))
      for (const value of Object.keys(field['by_id'] as Data))
        expect(Object.keys(raw.enums[String(field['enum'])] as Data), path).toContain(value);
  });

  /** Sections of the template profiles for a kind. */
  function profilesOf(kind: string): readonly unknown[] {
    return profiles.map(([, profile]) => (profile['kinds'] as Data)[kind]);
  }

  it('asks of items only columns that some items, or code, fill', () => {
    const columns = ['code', ...items.flatMap(([, { column }]) => list((column as Data | undefined)?.['key']))];
    for (const { path, data } of maps(raw.items, 'items'))
      for (const column of [...list(data['covered_by']), ...list(data['spares'])])
        expect(columns, path).toContain(column);
    expect(columns.length).toBeGreaterThan(4);
  });

  it.each(kinds)('%s: no word means two fields of one map', (_key, data) => {
    expect(ambiguous(fieldsOf(data))).toEqual([]);
    for (const { path, data: map } of maps(data['fields'], 'fields')) {
      if (isMap(map['fields'])) expect(ambiguous(map['fields'] as Record<string, Data>), path).toEqual([]);
    }
  });

  it('gives no name to two kinds', () => {
    const names = kinds.flatMap(([key, data]) => {
      const { zh, en } = data['label'] as { zh: string; en: string };
      return [...new Set([key, zh, en, ...list(data['aliases'])].map(fold))];
    });
    expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
  });

  it('lays profiles over kinds that exist, and items into them', () => {
    for (const [name, profile] of profiles) {
      expect(Object.keys(raw.enums['template_profile'] as Data)).toContain(name);
      for (const key of Object.keys(profile['kinds'] as Data)) expect(Object.keys(raw.kinds), name).toContain(key);
      for (const { path, data } of maps(profile['kinds'], name))
        if (path.split('.').length > 2 && 'required' in data) expect(data['zh'], path).toBeDefined();
    }
    for (const [name, item] of items)
      for (const key of list(item['kinds'])) expect(Object.keys(raw.kinds), name).toContain(key);
  });

  it('keeps the identifiers of kinds and items apart', () => {
    const patterns = [...kinds, ...items].flatMap(([key, data]) =>
      data['id'] === undefined ? [] : [{ key, id: String(data['id']) }],
    );
    for (const { key, id } of patterns) {
      const examples = examplesOf(id);
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) {
        const owners = patterns.filter(other => new RegExp(`^(?:${other.id})$`).test(example)).map(other => other.key);
        expect(owners, example).toEqual([key]);
      }
    }
  });

  it('names rules as namespace/kebab-case', () => {
    const rules = everything.flatMap(({ path, data }) =>
      typeof data['rule'] === 'string' ? [{ path, rule: data['rule'] }] : [],
    );
    expect(rules.length).toBeGreaterThan(60);
    for (const { path, rule } of rules) expect(rule, path).toMatch(/^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const [name, preset] of Object.entries(raw.presets)) {
      const { rules: on, set } = preset;
      for (const rule of [...list(on), ...Object.keys((set ?? {}) as Data)])
        expect(rule, name).toMatch(/^(all|[a-z-]+\/(\*|[a-z0-9-]+))$/);
      for (const below of list(preset['extends'])) expect(Object.keys(raw.presets)).toContain(below);
    }
  });

  it('uses only the keys that have a meaning', () => {
    for (const [name, data] of Object.entries(raw.enums)) {
      for (const [key, value] of Object.entries(data as Data))
        for (const word of Object.keys(value as Data)) expect(NAMES, `${name}.${key}`).toContain(word);
    }
  });
});
