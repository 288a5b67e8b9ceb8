/** Scripts that a form names: whether the file is in the project, and whether it is the approved file. */
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
import type { Fix, Remark } from './rule.ts';

/** A script as a form names it: path and SHA-256 digest. */
interface NamedScript {
  readonly path?: string | undefined;
  readonly sha256?: string | undefined;
  /** JSON pointer of its row in the form: `/scripts/0`. */
  readonly pointer: string;
}

/** The path written in a field; empty when the value is not a text. */
export function scriptPath(written: unknown): Path {
  return asPath(typeof written === 'string' ? written.trim() : '');
}

/** Whether the name of a file has an ending of SQL or PL/SQL. */
export function isSqlFile(path: string): boolean {
  return /\.(?:sql|pks|pkb|prc|fnc|trg)$/i.test(path);
}

/** Records that list a script, by the path of the script. */
export const listedScripts = index<string>('listedScripts', documentPaths, function* (path, get): Iterable<
  [string, string]
> {
  for (const entry of get(outline, asPath(path)).entries)
    for (const script of scriptsOf(entry, get)) if (scriptPath(script) !== '') yield [scriptPath(script), entry.id];
});

/** Values of the fields that a kind marks as scripts, also in lists and maps. */
function scriptsOf({ kind, data }: Entry, get: Get): readonly string[] {
  const fields = get(catalogue, ALL).kinds.get(kind)?.fields;
  if (fields === undefined) return [];
  return leavesOf(fields, data).flatMap(({ field, value }) =>
    field.script && typeof value === 'string' ? [value] : [],
  );
}

/** One report at the place that names a script when the file does not exist. */
export function* missingScript(
  entry: Entry,
  pointer: string,
  path: string | undefined,
  what: Words,
  project: Project,
): Iterable<Remark> {
  if (!path || project.exists(scriptPath(path))) return;
  const { id } = entry;
  const zh = `${id} 的${what.zh} ${path} 不在项目中；请补入文件，或改正路径。`;
  const en = `${path}, the ${what.en} of ${id}, is not in the project: add the file or correct the path.`;
  yield { at: placeOf(entry, pointer), id, say: { zh, en } };
}

/**
 * One report when the file differs from the recorded digest. `reopen` is the state in which the script is approved
 * again.
 */
export function* changedScript(entry: Entry, script: NamedScript, project: Project, reopen?: string): Iterable<Remark> {
  const digests = digestsOf(script.path, project);
  if (digests === undefined || typeof script.sha256 !== 'string' || digests.includes(script.sha256.toLowerCase()))
    return;
  const { id } = entry;
  const [now = ''] = digests;
  const zh = `${script.path} 与 ${id} 登记的脚本不一致：登记摘要 ${short(script.sha256)}，现为 ${short(now)}；请恢复原脚本${reopen ? '，或重新报批' : ''}。`;
  const en = `${script.path} is not the script ${id} records: the recorded digest is ${short(script.sha256)}, the present one ${short(now)}. Restore it${reopen ? ', or have it approved again' : ''}.`;
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
 * SHA-256 digests of a file as it is and, when a checkout wrote CRLF, of the bytes that git stores; undefined when
 * there is no file.
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
