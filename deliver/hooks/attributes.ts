/**
 * `docket.lock merge=union eol=lf` in .gitattributes: branches that record different agreements merge without a conflict. Whoever
 * says there how docket.lock merges is left to it.
 */
import type { Plan } from '../../engine/base/plan.ts';
import { hasMarked, withMarked, withoutMarked } from './marked.ts';
import { deleted, type HookFiles, written } from './hookPlan.ts';

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
export function installingUnion(files: HookFiles): Plan {
  const present = files(ATTRIBUTES);
  if (present === undefined) return [written(ATTRIBUTES, withMarked('', 0, [UNION]), files)];
  const { text } = present;
  // Git follows no link there.
  if (text === undefined) return [];
  if (SAYS_HOW.test(text)) return [written(ATTRIBUTES, text, files)];
  return [written(ATTRIBUTES, withMarked(text, text.length, [UNION]), files)];
}

/** The plan that takes the line out of .gitattributes again. */
export function uninstallingUnion(files: HookFiles): Plan {
  const text = files(ATTRIBUTES)?.text;
  if (text === undefined || !hasMarked(text)) return [];
  const rest = withoutMarked(text);
  return [rest === '' ? deleted(ATTRIBUTES, files) : written(ATTRIBUTES, rest, files)];
}
