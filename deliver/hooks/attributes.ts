/**
 * `docket.lock merge=union eol=lf` in .gitattributes: branches that record different agreements merge without a conflict. Whoever
 * says there how docket.lock merges is left to it.
 */
import { hasMarked, withMarked, withoutMarked } from './marked.ts';
import type { HookFiles, Step } from './plan.ts';

export const ATTRIBUTES = '.gitattributes';

/** Docket writes LF; a checkout that wrote CRLF would have git warn at every commit. */
const UNION = 'docket.lock merge=union eol=lf';

const SAYS_HOW = /^[ \t]*(?:\S*\/)?docket\.lock[ \t](?:.*[ \t])?(?:[-!]?merge|binary)(?=[=\s]|$)/m;

/** With the line at its end, in the line ends of the text; undefined where it says how already. */
export function withUnion(attributes: string): string | undefined {
  if (SAYS_HOW.test(attributes)) return undefined;
  const end = attributes.includes('\r\n') ? '\r\n' : '\n';
  return `${attributes}${attributes === '' || attributes.endsWith('\n') ? '' : end}${UNION}${end}`;
}

/** Marked, so that it can be taken back. */
export function installingUnion(files: HookFiles): readonly Step[] {
  const present = files(ATTRIBUTES);
  if (present === undefined) return [{ does: 'create', file: ATTRIBUTES, text: withMarked('', 0, [UNION]), isPlain: true }];
  const { text } = present;
  // Git follows no link there.
  if (text === undefined) return [];
  if (SAYS_HOW.test(text)) return [{ does: 'keep', file: ATTRIBUTES }];
  return [{ does: 'update', file: ATTRIBUTES, text: withMarked(text, text.length, [UNION]) }];
}

export function uninstallingUnion(files: HookFiles): readonly Step[] {
  const text = files(ATTRIBUTES)?.text;
  if (text === undefined || !hasMarked(text)) return [];
  const rest = withoutMarked(text);
  return [rest === '' ? { does: 'remove', file: ATTRIBUTES } : { does: 'update', file: ATTRIBUTES, text: rest }];
}
