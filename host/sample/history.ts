/**
 * The history of a sample as text: one file a month, each commit with its date, author, message and what it did to which
 * file. A file that is added has no text here: its text follows from the final file by taking back later patches.
 *
 *     commit 2026-03-16T17:20:00+08:00 RY-004
 *     tag v2.4.0
 *     add src/main/java/cn/example/zzgl/review/OverdueReminderJob.java
 *
 *         feat(review): 超期预警规则与定时任务
 *
 *         Refs: XQ-2026-0001
 *
 *     patch docs/ZZGL-LLD.md
 *     @@ -12,3 +12,9 @@
 *      …
 */
export interface SampleCommit {
  /** RFC 3339 with offset; author and committer date. */
  readonly date: string;
  /** Staff id. */
  readonly author: string;
  readonly message: string;
  readonly tag: string | undefined;
  readonly added: readonly string[];
  /** Hunks by path; a deleted file has one that takes everything away. */
  readonly patches: ReadonlyMap<string, string>;
  readonly deleted: readonly string[];
}

/** Reads a month of the history of a sample. */
export function parseHistory(text: string): readonly SampleCommit[] {
  return text
    .split(/^(?=commit \d{4}-)/m)
    .filter(part => part.startsWith('commit '))
    .map(parseCommit);
}

function parseCommit(text: string): SampleCommit {
  const [head = '', ...patches] = text.split(/^(?=patch )/m);
  const lines = head.split('\n');
  const [, date = '', author = ''] = lines[0]?.split(' ') ?? [];
  const words = (name: string) =>
    lines.filter(line => line.startsWith(`${name} `)).map(line => line.slice(name.length + 1));
  const message = lines
    .filter(line => line.startsWith('    ') || line === '')
    .map(line => line.slice(4))
    .join('\n')
    .trim();
  return {
    date,
    author,
    message: `${message}\n`,
    tag: words('tag')[0],
    added: words('add'),
    deleted: words('delete'),
    patches: new Map(patches.map(parsePatch)),
  };
}

function parsePatch(text: string): [string, string] {
  const end = text.indexOf('\n');
  return [text.slice('patch '.length, end), text.slice(end + 1).replace(/\n+$/, '\n')];
}

/** Writes commits in the form that `parseHistory` reads. */
export function writeHistory(commits: readonly SampleCommit[]): string {
  return commits.map(writeCommit).join('\n');
}

function writeCommit({ date, author, message, tag, added, deleted, patches }: SampleCommit): string {
  const head = [
    `commit ${date} ${author}`,
    ...(tag === undefined ? [] : [`tag ${tag}`]),
    ...added.map(path => `add ${path}`),
    ...deleted.map(path => `delete ${path}`),
  ];
  const words = message
    .trimEnd()
    .split('\n')
    .map(line => (line === '' ? '' : `    ${line}`));
  const hunks = [...patches].map(([path, patch]) => `\npatch ${path}\n${patch}`);
  return `${head.join('\n')}\n\n${words.join('\n')}\n${hunks.join('')}`;
}
