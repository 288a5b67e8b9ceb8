/**
 * Freezes and thaws embeds: the quotation with the shown text is written behind the embed when its document is signed,
 * and removed when the document is reopened.
 */
import type { Get } from '../base/queries.ts';
import type { TextEdit } from '../base/text.ts';
import { quotationOf } from '../documents/frozen.ts';
import { embeddedText } from '../links/embeds/embedded.ts';
import type { LinkPlace } from '../model/place.ts';
import { modelled } from '../model/read/modelled.ts';

/** The edit that writes or renews the quotation of an embed; undefined when the embed shows nothing. */
export function freeze(get: Get, { path, link: n }: LinkPlace): TextEdit | undefined {
  const { document, links } = get(modelled, path);
  const mention = links[n]?.mention;
  if (mention?.behind === undefined) return undefined;
  const shown = embeddedText(get, mention);
  if (shown === undefined || shown === '') return undefined;
  const { behind, frozen } = mention;
  const span = frozen?.span ?? { start: behind, end: behind };
  const lines =
    frozen === undefined ? `\n\n${quotationOf(shown)}${gapBefore(document.text.slice(behind))}` : quotationOf(shown);
  return { span, text: document.text.includes('\r\n') ? lines.replaceAll('\n', '\r\n') : lines };
}

/** Without an empty line, a paragraph directly behind a quotation would become part of it. */
function gapBefore(rest: string): string {
  return /^\s*$|^\r?\n[ \t]*\r?\n/.test(rest) ? '' : '\n';
}

/** The edit that removes the quotation of an embed; undefined when it has none. */
export function thaw(get: Get, { path, link: n }: LinkPlace): TextEdit | undefined {
  const { behind, frozen } = get(modelled, path).links[n]?.mention ?? {};
  return behind === undefined || frozen === undefined
    ? undefined
    : { span: { start: behind, end: frozen.span.end }, text: '' };
}
