/**
 * The trailers of a commit message that name identifiers (`Refs: WX-2026-0003`), with their places.
 *
 * Trailers are the `Key: value` lines of the last paragraph, as git reads them. Chinese keys and full-width colons are
 * accepted too.
 */
import type { Span } from '../base/text.ts';
import { idsIn } from '../model/read/references.ts';

/** Which trailer: `Refs`, `Change`, `Req` or `Doc`. */
export type TrailerKey = 'refs' | 'change' | 'req' | 'doc';

/** One identifier of a trailer. */
interface Trailer {
  readonly key: TrailerKey;
  /** The identifier. Of `Doc: ZZGL-LLD@V1.3` it is that of the document, without the version. */
  readonly id: string;
  /** Offsets of the identifier in the message. */
  readonly span: Span;
}

const KEYS: Readonly<Record<string, TrailerKey>> = {
  refs: 'refs',
  ref: 'refs',
  工单: 'refs',
  change: 'change',
  变更: 'change',
  req: 'req',
  需求: 'req',
  doc: 'doc',
  文档: 'doc',
};

/** The identifiers in the trailers of a message, in order. Web addresses are left out. */
export function trailersOf(message: string): readonly Trailer[] {
  return linesOf(message).flatMap(({ key, value, at }) => {
    const named = value.split(/[\s,，、;；]+/).filter(word => word !== '' && !ADDRESS.test(word));
    let from = 0;
    return named.map(word => {
      const start = at + value.indexOf(word, from);
      from = value.indexOf(word, from) + word.length;
      const id = idsIn(word)[0] ?? word.replace(/@.*$/, '');
      return { key, id, span: { start, end: start + id.length } };
    });
  });
}

/** The identifiers under one key of the trailers, each once. */
export function trailersNamed(message: string, key: TrailerKey): readonly string[] {
  return [...new Set(trailersOf(message).flatMap(trailer => (trailer.key === key ? [trailer.id] : [])))];
}

/** `Ref: https://…` names a page, not a record. */
const ADDRESS = /^[<(]?[a-z]+:\/\//i;

const LINE = /^([A-Za-z-]+|[\u4e00-\u9fff]{2})[ \t]*[:：][ \t]*(.+)$/;

function linesOf(
  message: string,
): readonly { readonly key: TrailerKey; readonly value: string; readonly at: number }[] {
  const start = lastParagraph(message);
  const found: { key: TrailerKey; value: string; at: number }[] = [];
  let at = start;
  for (const line of message.slice(start).split('\n')) {
    const match = LINE.exec(line.trimEnd());
    const key = KEYS[match?.[1]?.toLowerCase() ?? ''];
    if (match && key) found.push({ key, value: match[2] ?? '', at: at + line.indexOf(match[2] ?? '') });
    at += line.length + 1;
  }
  return found;
}

/** The offset of the last paragraph. A message of one paragraph has a subject and no trailers. */
function lastParagraph(message: string): number {
  const text = message.trimEnd();
  const breaks = [...text.matchAll(/\n[ \t]*\r?\n/g)];
  const last = breaks.at(-1);
  return last === undefined ? text.length : last.index + last[0].length;
}
