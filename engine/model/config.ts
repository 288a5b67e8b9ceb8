/** `docket.yml` as the engine uses it. What is not written has a value that never accuses anybody. */
import type { Language } from '../base/words.ts';
import type { Data } from './entry.ts';

export interface Config {
  readonly language: Language;
  readonly preset: string;
  readonly project: {
    readonly name: string;
    readonly contract: string;
    readonly purchaser: string;
    readonly contractor: string;
    readonly period: Period | undefined;
  };
  readonly systems: readonly System[];
  readonly people: readonly Person[];
  /** Whose signed commits count as signatures. */
  readonly signingKeys: readonly SigningKey[];
  readonly documents: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  readonly code: readonly CodeGroup[];
  /** The parts that one namespace of rules reads, as written. */
  readonly sla: Data;
  readonly calendar: Data;
  readonly duties: Data;
  readonly thresholds: Data;
  readonly kpi: Data;
  readonly git: Data;
  readonly privacy: Data;
  readonly owes: Data;
  readonly comments: Data;
  readonly rules: Readonly<Record<string, string>>;
  readonly baseline: string | undefined;
}

/** Both days belong to it; `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export interface System {
  readonly code: string;
  readonly name: string;
  readonly modules: readonly string[];
  /** Names of the modules that have one. */
  readonly moduleNames: Readonly<Record<string, string>>;
  readonly servers: readonly Equipment[];
  readonly databases: readonly Equipment[];
}

/** A server with its volumes, or a database with its tablespaces. */
export interface Equipment {
  readonly name: string;
  readonly parts: readonly string[];
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** A person of the purchaser. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly org: string | undefined;
  readonly dept: string | undefined;
  readonly dept_type: string | undefined;
  readonly may: readonly string[];
}

export interface SigningKey {
  /** Id or name. */
  readonly person: string;
  /** As written: an ssh public key, or a fingerprint. */
  readonly key: string;
}

export interface CodeGroup {
  readonly kind: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Of SQL scripts: oracle, mysql, postgresql, sqlserver. */
  readonly dialect: string | undefined;
}

const EVERY_DOCUMENT = ['**/*.md'];

export function configOf(data: Data): Config {
  const project = mapOf(data['project']);
  const period = mapOf(project['period']);
  const documents = mapOf(data['documents']);
  return {
    language: String(data['language'] ?? 'zh-CN').startsWith('en') ? 'en' : 'zh',
    preset: String(data['extends'] ?? 'docket:contract').replace(/^docket:/, ''),
    project: {
      name: textOf(project['name']),
      contract: textOf(project['contract']),
      purchaser: textOf(project['purchaser']),
      contractor: textOf(project['contractor']),
      period: period['from'] && period['to'] ? { from: textOf(period['from']), to: textOf(period['to']) } : undefined,
    },
    systems: mapsOf(data['systems']).map(systemOf),
    people: mapsOf(data['people']).map(personOf),
    signingKeys: mapsOf(data['signing_keys']).map(({ person, key }) => ({ person: textOf(person), key: textOf(key) })),
    documents: { include: listOr(documents['include'], EVERY_DOCUMENT), exclude: listOr(documents['exclude'], []) },
    code: mapsOf(data['code']).map(group => ({
      kind: textOf(group['kind']),
      include: listOr(group['include'], []),
      exclude: listOr(group['exclude'], []),
      dialect: group['dialect'] === undefined ? undefined : textOf(group['dialect']),
    })),
    sla: mapOf(data['sla']),
    calendar: mapOf(data['calendar']),
    duties: mapOf(data['duties']),
    thresholds: mapOf(data['thresholds']),
    kpi: mapOf(data['kpi']),
    git: mapOf(data['git']),
    privacy: mapOf(data['privacy']),
    owes: mapOf(data['owes']),
    comments: mapOf(data['comments']),
    rules: mapOf(data['rules']) as Record<string, string>,
    baseline: data['baseline'] === undefined ? undefined : textOf(data['baseline']),
  };
}

function systemOf(data: Data): System {
  const modules = listOf(data['modules']).map(moduleOf);
  return {
    code: textOf(data['code']),
    name: textOf(data['name']),
    modules: modules.map(([code]) => code),
    moduleNames: Object.fromEntries(modules.filter(([, name]) => name !== '')),
    servers: mapsOf(data['servers']).map(server => equipmentOf(server, 'volumes')),
    databases: mapsOf(data['databases']).map(database => equipmentOf(database, 'tablespaces')),
  };
}

/** `review`, `{ code: review, name: 审批流转 }` or `review: 审批流转`: its code, and its name or nothing. */
function moduleOf(module: unknown): readonly [code: string, name: string] {
  if (typeof module !== 'object' || module === null) return [textOf(module), ''];
  const data = mapOf(module);
  if (data['code'] !== undefined) return [textOf(data['code']), textOf(data['name'])];
  const [code = '', name] = Object.entries(data)[0] ?? [];
  return [code, textOf(name)];
}

function equipmentOf(data: Data, parts: string): Equipment {
  const optional = (value: unknown) => (value === undefined ? undefined : textOf(value));
  return { name: textOf(data['name']), parts: listOr(data[parts], []), from: optional(data['from']), to: optional(data['to']) };
}

function personOf(data: Data): Person {
  const optional = (key: string) => (data[key] === undefined ? undefined : textOf(data[key]));
  return {
    id: textOf(data['id']),
    name: textOf(data['name']),
    org: optional('org'),
    dept: optional('dept'),
    dept_type: optional('dept_type'),
    may: listOr(data['may'], []),
  };
}

/** A map as written, or an empty one. */
export function mapOf(value: unknown): Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {};
}

/** The maps of a list, leaving out what is none. */
export function mapsOf(value: unknown): readonly Data[] {
  return listOf(value).filter((element): element is Data => typeof element === 'object' && element !== null && !Array.isArray(element));
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function listOr(value: unknown, otherwise: readonly string[]): readonly string[] {
  return value === undefined || value === null ? otherwise : listOf(value).map(textOf);
}

export function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
