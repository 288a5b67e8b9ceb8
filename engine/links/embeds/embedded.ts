/**
 * The text an embed shows: the section of another document at this moment, with its own embeds filled in.
 *
 * In: what `![[WX-2026-0003#问题原因分析]]` names. Out: Markdown without comments and hints.
 */
import type { Get } from '../../base/queries.ts';
import type { Span, TextEdit } from '../../base/text.ts';
import type { Mention } from '../../documents/document.ts';
import { saidIn } from '../../model/read/headings.ts';
import { modelled, type Modelled } from '../../model/read/modelled.ts';
import { type EmbeddedPlace, embeddedPlace, type Embed } from './embeddedPlace.ts';

/** The text an embed shows. Empty when the section has no text yet; undefined when the embed leads nowhere. */
export function embeddedText(get: Get, embed: Embed): string | undefined {
  const place = embeddedPlace(get, embed);
  return place && textAt(get, place, []);
}

function textAt(get: Get, place: EmbeddedPlace, around: readonly string[]): string {
  const page = get(modelled, place.path);
  const way = [...around, keyOf(place)];
  const { start, end } = place.span;
  const edits = embedsIn(page, place.span).flatMap(inner => shown(get, page, inner, way));
  const text = edits
    .sort((a, b) => b.span.start - a.span.start)
    .reduce(
      (whole, { span, text: insert }) => whole.slice(0, span.start - start) + insert + whole.slice(span.end - start),
      page.document.text.slice(start, end),
    );
  return saidIn(headOf(page, place.span) + text);
}

function embedsIn({ document: { mentions } }: Modelled, { start, end }: Span): readonly Mention[] {
  return mentions.filter(({ form, span }) => form === 'embed' && start <= span.start && span.end <= end);
}

/**
 * Replaces an inner embed by its text or its frozen text. It stays as written when it leads nowhere or back to itself.
 */
function shown(
  get: Get,
  { document: { text } }: Modelled,
  { target, section, span, behind, frozen }: Mention,
  around: readonly string[],
): TextEdit[] {
  if (frozen !== undefined && behind !== undefined) {
    return [
      { span, text: frozen.text },
      { span: { start: behind, end: frozen.span.end }, text: '' },
    ];
  }
  const place = embeddedPlace(get, { target, section });
  const leadsOn = place !== undefined && !around.includes(keyOf(place));
  return [{ span, text: leadsOn ? textAt(get, place, around) : text.slice(span.start, span.end) }];
}

function keyOf({ path, span }: EmbeddedPlace): string {
  return `${path}:${span.start}`;
}

/** The header of the table of a row, without which a row is no table. */
function headOf({ document: { text, tables } }: Modelled, { start, end }: Span): string {
  const table = tables.find(({ rows }) => rows.some(({ span }) => span.start === start && span.end === end));
  return table === undefined ? '' : text.slice(table.span.start, table.rows[0]?.span.start);
}
