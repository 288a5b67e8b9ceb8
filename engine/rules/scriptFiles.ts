/** Scripts as a form names them: is the file in the project, and is it the one that was approved? */
import { ALL, type Get, index } from '../base/queries.ts';
import { sha256Hex } from '../base/sha256.ts';
import { asPath, type Path } from '../base/text.ts';
import type { Words } from '../base/words.ts';
import { type Entry, placeOf } from '../model/entry.ts';
import { outline } from '../model/outline.ts';
import { atStart } from '../model/place.ts';
import { catalogue, documentPaths } from '../model/config/projectConfig.ts';
import { leavesOf } from '../model/read/references.ts';
import type { Project } from './project.ts';
import type { Fix, Report } from './rule.ts';

export interface NamedScript {
  readonly path?: string | undefined;
  readonly sha256?: string | undefined;
  /** Where the form names it: `/scripts/0`. */
  readonly pointer: string;
}

/** Nothing but a text names a file. */
export function scriptPath(written: unknown): Path {
  return asPath(typeof written === 'string' ? written.trim() : '');
}

export function isSqlFile(path: string): boolean {
  return /\.(?:sql|pks|pkb|prc|fnc|trg)$/i.test(path);
}

/** Who lists a script, by its path. */
export const listedScripts = index<string>('listedScripts', documentPaths, function* (path, get): Iterable<
  [string, string]
> {
  for (const entry of get(outline, asPath(path)).entries)
    for (const script of scriptsOf(entry, get)) if (scriptPath(script) !== '') yield [scriptPath(script), entry.id];
});

/** Values of the fields that a kind calls scripts, in lists and maps too. */
function scriptsOf({ kind, data }: Entry, get: Get): readonly string[] {
  const fields = get(catalogue, ALL).kinds.get(kind)?.fields;
  if (fields === undefined) return [];
  return leavesOf(fields, data).flatMap(({ field, value }) =>
    field.script && typeof value === 'string' ? [value] : [],
  );
}

/** A file that is not there: one report at the place that names it. */
export function* missingScript(
  entry: Entry,
  pointer: string,
  path: string | undefined,
  what: Words,
  project: Project,
): Iterable<Report> {
  if (!path || project.exists(scriptPath(path))) return;
  const { id } = entry;
  const zh = `${id} 的${what.zh} ${path} 不在项目中；请补入文件，或改正路径。`;
  const en = `${path}, the ${what.en} of ${id}, is not in the project: add the file or correct the path.`;
  yield { at: placeOf(entry, pointer), id, say: { zh, en } };
}

/** A file that differs from the one whose digest the form records; `reopen` is the state from which it is approved anew. */
export function* changedScript(entry: Entry, script: NamedScript, project: Project, reopen?: string): Iterable<Report> {
  const digests = digestsOf(script.path, project);
  if (digests === undefined || typeof script.sha256 !== 'string' || digests.includes(script.sha256.toLowerCase()))
    return;
  const { id } = entry;
  const [now = ''] = digests;
  const zh = `${script.path} 与 ${id} 登记的脚本不一致：登记摘要 ${short(script.sha256)}，现为 ${short(now)}；请恢复原脚本${reopen ? '，或重新报批' : ''}。`;
  const en = `${script.path} is not the script ${id} records: its digest was ${short(script.sha256)} and is ${short(now)}. Restore it${reopen ? ', or have it approved again' : ''}.`;
  const related = [
    { at: atStart(scriptPath(script.path ?? '')), say: { zh: '现在的脚本', en: 'The script as it is' } },
  ];
  yield {
    at: placeOf(entry, `${script.pointer}/sha256`),
    id,
    say: { zh, en },
    related,
    fixes: reopen === undefined ? [] : [approveAnew(entry, script, now, reopen)],
  };
}

function approveAnew(entry: Entry, { pointer }: NamedScript, digest: string, state: string): Fix {
  const title = { zh: '按现在的脚本重新报批', en: 'Have the script approved as it is now' };
  return {
    title,
    safe: false,
    edits: [
      { do: 'set', at: placeOf(entry, '/status'), value: state },
      { do: 'set', at: placeOf(entry, `${pointer}/sha256`), value: digest },
    ],
  };
}

/**
 * Of the bytes as they lie there and, should a checkout have written CRLF, of the bytes git holds; undefined when there is
 * no file.
 */
function digestsOf(path: string | undefined, project: Project): readonly string[] | undefined {
  const bytes = path ? project.bytes(scriptPath(path)) : undefined;
  if (bytes === undefined) return undefined;
  const plain = withoutCarriageReturns(bytes);
  return plain.length === bytes.length ? [sha256Hex(bytes)] : [sha256Hex(bytes), sha256Hex(plain)];
}

function withoutCarriageReturns(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, n) => !(byte === 13 && bytes[n + 1] === 10));
}

function short(digest: string): string {
  return digest.length > 12 ? `${digest.slice(0, 12)}…` : digest;
}
