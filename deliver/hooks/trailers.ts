/** Trailers a commit message can begin with: from the branch's name, or the ticket somebody works on. */
import { named, trailersOf } from '../../engine/links/trailers.ts';
import { linkedIds } from '../../engine/rules/linked.ts';
import type { Project } from '../../engine/rules/project.ts';

/** In a branch's name words may follow at once: `WX-2026-0003-login`. */
const ID = /[A-Z]+(?:-[A-Z0-9]+)+/g;

/** The message with what it lacks, before the comments of the editor; the message itself where nothing can be told. */
export function withTrailers(message: string, sources: readonly string[], project: Project): string {
  const ids = [...new Set(sources.flatMap(text => text.match(ID) ?? []))].filter(id => project.entry(id) !== undefined);
  const kindOf = (id: string) => project.entry(id)?.kind;
  const tickets = ids.filter(id => kindOf(id) !== 'change-approval');
  const changes = [...ids.filter(id => kindOf(id) === 'change-approval'), ...tickets.flatMap(id => onlyOpenChange(id, project))];
  const refs = trailersOf(message).some(({ key }) => key === 'refs') ? [] : tickets.map(id => `Refs: ${id}\n`);
  const change = named(message, 'change').length > 0 ? [] : [...new Set(changes)].map(id => `Change: ${id}\n`);
  const lines = [...refs, ...change].join('');
  return lines === '' ? message : inserted(message, lines);
}

/** One that is open and no other: which of two is meant nobody can tell. */
function onlyOpenChange(ticket: string, project: Project): readonly string[] {
  const open = [...linkedIds(project, ticket, 'change', 'change-approval')].filter(id => {
    const entry = project.entry(id);
    return entry?.kind === 'change-approval' && project.kind(entry.kind)?.states.get(entry.status ?? '')?.final === false;
  });
  return open.length === 1 ? open : [];
}

function inserted(message: string, lines: string): string {
  const at = /^#/m.exec(message)?.index ?? message.length;
  const words = message.slice(0, at).trimEnd();
  const goesOn = trailersOf(`${words}\n`).length > 0;
  return `${words}${words === '' ? '\n\n' : goesOn ? '\n' : '\n\n'}${lines}${at < message.length ? '\n' : ''}${message.slice(at)}`;
}
