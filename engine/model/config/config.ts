/** `docket.yml` as the engine uses it. What is not written has a value by which no person is blamed. */
import type { Language } from '../../base/words.ts';
import type { Settings } from '../../../docs-schema/generated/settings.ts';
import type { Data } from '../entry.ts';
import type { ReadSettings } from './readSettings.ts';
import { spanFaults } from './datedSpans.ts';

/** Everything the engine reads of docket.yml. Keys inside the parts taken over from `Settings` are those of the file. */
export interface Config {
  readonly language: Language;
  readonly preset: string;
  readonly project: {
    readonly name: string;
    readonly contract: string;
    readonly purchaser: string;
    readonly contractor: string;
    readonly period: ServicePeriod | undefined;
    /** How many months the contract runs. */
    readonly months: number;
  };
  readonly systems: readonly System[];
  readonly people: readonly Person[];
  /** Whose signed commits count as signatures. */
  readonly signingKeys: readonly SigningKey[];
  readonly documents: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  readonly code: readonly CodeGroup[];
  readonly sla: Settings['sla'];
  readonly calendar: Settings['calendar'];
  readonly duties: Settings['duties'];
  readonly thresholds: Settings['thresholds'];
  readonly kpi: Settings['kpi'];
  readonly git: Settings['git'];
  readonly privacy: Settings['privacy'];
  readonly owes: Settings['owes'];
  readonly comments: Settings['comments'];
  readonly rules: Readonly<Record<string, string>>;
  readonly baseline: string | undefined;
  /** Pointers of settings that were written and could not be read: nothing is judged by what would take their place. */
  readonly unread: readonly string[];
}

/** Both days belong to it; `YYYY-MM-DD`. */
interface ServicePeriod {
  readonly from: string;
  readonly to: string;
}

/** A system that the contract covers. */
interface System {
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

/** The key of a person whose signed commits count as signatures. */
interface SigningKey {
  /** Id or name. */
  readonly person: string;
  /** As written: an ssh public key, or a fingerprint. */
  readonly key: string;
}

/** A group of source files, by patterns of paths from the folder of the project. */
export interface CodeGroup {
  readonly kind: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Of SQL scripts: oracle, mysql, postgresql, sqlserver. */
  readonly dialect: string | undefined;
}

const EVERY_DOCUMENT = ['**/*.md'];

/** Typed settings → the configuration. A period or other span whose days are in the wrong order is left out, and its pointer is in `unread`. */
export function configOf({ settings, unread }: ReadSettings): Config {
  const { project, documents } = settings;
  const spans = spanFaults(settings).map(({ pointer }) => pointer);
  return {
    ...partsOf(settings),
    language: settings.language.startsWith('en') ? 'en' : 'zh',
    preset: settings.extends.replace(/^docket:/, ''),
    project: {
      name: project.name ?? '',
      contract: project.contract ?? '',
      purchaser: project.purchaser ?? '',
      contractor: project.contractor ?? '',
      period: spans.includes('/project/period') ? undefined : periodOf(project.period),
      months: project.months,
    },
    systems: settings.systems.map(systemOf),
    people: settings.people.map(personOf),
    signingKeys: settings.signing_keys.map(({ person = '', key = '' }) => ({ person, key })),
    documents: { include: documents.include ?? EVERY_DOCUMENT, exclude: documents.exclude ?? [] },
    code: settings.code.map(groupOf),
    rules: settings.rules as Record<string, string>,
    baseline: settings.baseline,
    unread: [...unread, ...spans],
  };
}

/** The parts that rules read as they are written. */
function partsOf({ sla, calendar, duties, thresholds, kpi, git, privacy, owes, comments }: Settings) {
  return { sla, calendar, duties, thresholds, kpi, git, privacy, owes, comments };
}

function periodOf(period: Settings['project']['period']): ServicePeriod | undefined {
  return period?.from === undefined || period.to === undefined ? undefined : { from: period.from, to: period.to };
}

function groupOf({ kind, include = [], exclude = [], dialect }: Settings['code'][number]): CodeGroup {
  return { kind: kind ?? '', include, exclude, dialect };
}

function systemOf({
  code = '',
  name = '',
  modules = [],
  servers = [],
  databases = [],
}: Settings['systems'][number]): System {
  return {
    code,
    name,
    modules: modules.map(module => module.code),
    moduleNames: Object.fromEntries(
      modules.filter(module => module.name !== '').map(module => [module.code, module.name]),
    ),
    servers: servers.map(server => ({
      name: server.name ?? '',
      parts: server.volumes ?? [],
      from: server.from,
      to: server.to,
    })),
    databases: databases.map(database => ({
      name: database.name ?? '',
      parts: database.tablespaces ?? [],
      from: database.from,
      to: database.to,
    })),
  };
}

function personOf({ id = '', name = '', org, dept, dept_type, may = [] }: Settings['people'][number]): Person {
  return { id, name, org, dept, dept_type, may };
}

/** A map as written, or an empty one. */
export function mapOf(value: unknown): Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {};
}

/** The maps of a list, leaving out what is none. */
export function mapsOf(value: unknown): readonly Data[] {
  return listOf(value).filter(
    (element): element is Data => typeof element === 'object' && element !== null && !Array.isArray(element),
  );
}

/** A list as written; one value as a list of one, nothing as an empty list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** A value as text; nothing as an empty text. */
export function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
