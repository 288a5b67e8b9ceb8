/** Trailers a commit message can begin with: from the branch's name, or the active ticket. */
import { trailersOf, type TrailerKey } from '../../engine/links/trailers.ts';
import { linkedIds } from '../../engine/rules/linked.ts';
import type { Project } from '../../engine/rules/project.ts';

interface Proposed {
  readonly key: TrailerKey;
  readonly id: string;
}

/** What the branch names; where it names nothing, the active ticket. Records that are closed are no longer worked on. */
export function proposedBy(branch: string, activeTicket: string, project: Project): readonly Proposed[] {
  const named = idsNamedIn(branch, project);
  const ids = named.length > 0 ? named : idsNamedIn(activeTicket, project);
  const own = ids.map(id => ({ key: keyOf(id, project), id }));
  const changes = own.some(({ key }) => key === 'change') ? [] : ids.flatMap(id => onlyOpenChange(id, project));
  return [...own, ...[...new Set(changes)].map(id => ({ key: 'change' as const, id }))];
}

/** `feature/wx-2026-0003-login`: with any text around it, in any case. When two begin alike, the longer one counts. */
function idsNamedIn(text: string, project: Project): readonly string[] {
  const found = new Set<string>();
  for (const chunk of text.toUpperCase().split(/[^A-Z0-9-]+/)) {
    const words = chunk.split('-');
    for (let from = 0; from < words.length; from++) {
      const ends = words.map((_, n) => words.length - n).filter(end => end > from + 1);
      const end = ends.find(to => isWorkedOn(words.slice(from, to).join('-'), project));
      if (end === undefined) continue;
      found.add(words.slice(from, end).join('-'));
      from = end - 1;
    }
  }
  return [...found];
}

function isWorkedOn(id: string, project: Project): boolean {
  const { entry, item } = project.find(id) ?? {};
  if (entry === undefined) return item !== undefined;
  return project.kind(entry.kind)?.states.get(entry.status ?? '')?.final !== true;
}

function keyOf(id: string, project: Project): TrailerKey {
  const { entry, item } = project.find(id) ?? {};
  if (entry?.kind === 'change-approval') return 'change';
  return item?.kind === 'srs-item' ? 'req' : 'refs';
}

/** The only open one; with two it cannot be told which is meant. */
function onlyOpenChange(id: string, project: Project): readonly string[] {
  const linked = [...linkedIds(project, id, 'change', 'change-approval')];
  const open = linked.filter(
    change => project.entry(change)?.kind === 'change-approval' && isWorkedOn(change, project),
  );
  return open.length === 1 ? open : [];
}

/** The message with the trailers it lacks, before the comments of the editor. `comment`: what these begin with, where there are any. */
export function withTrailers(message: string, proposed: readonly Proposed[], comment: string | undefined): string {
  const end = endOfWords(message, comment);
  const words = message.slice(0, end);
  const present = new Set(trailersOf(words).map(({ key }) => key));
  const lines = proposed.filter(({ key }) => !present.has(key)).map(({ key, id }) => `${WRITTEN[key]}: ${id}\n`);
  if (lines.length === 0) return message;
  // The message is still empty: a line for the subject, and an empty one.
  const between =
    words === '' ? '\n\n' : `${words.endsWith('\n') ? '' : '\n'}${endsInTrailers(words, comment) ? '' : '\n'}`;
  return words + between + lines.join('') + message.slice(end);
}

const WRITTEN: Readonly<Record<TrailerKey, string>> = { refs: 'Refs', change: 'Change', req: 'Req', doc: 'Doc' };

/** After the last line that is neither blank nor a comment; what follows the scissors is the change itself. */
function endOfWords(message: string, comment: string | undefined): number {
  let [at, end] = [0, 0];
  for (const line of message.split(/(?<=\n)/)) {
    at += line.length;
    const isComment = comment !== undefined && line.startsWith(comment);
    if (isComment && line.includes(' >8 ')) break;
    if (!isComment && line.trim() !== '') end = at;
  }
  return end;
}

function endsInTrailers(words: string, comment: string | undefined): boolean {
  const lines = words.split('\n').filter(line => comment === undefined || !line.startsWith(comment));
  const paragraphs = lines
    .join('\n')
    .trim()
    .split(/\n\s*\n/);
  return (
    paragraphs.length > 1 &&
    (paragraphs.at(-1) ?? '').split('\n').every(line => /^(?:[\p{L}\d-]+[ \t]*[:：][ \t]*|[ \t]+)\S/u.test(line))
  );
}

/** The editor was closed on the proposed text alone: the commit is given up. */
export function saysNothing(message: string): boolean {
  const lines = message.split('\n').filter(line => line.trim() !== '');
  return lines.length > 0 && lines.every(line => /^(?:Refs|Change|Req): \S+$/.test(line));
}
