/**
 * What an embed shows: the section of another document as it stands now, with what that section embeds in turn.
 *
 * In: what `![[WX-2026-0003#问题原因分析]]` names. Out: Markdown without comments and hints.
 */
import type { Get } from '../../base/queries.ts';
import type { Span, TextEdit } from '../../base/text.ts';
import type { Mention } from '../../documents/document.ts';
import { saidIn } from '../../model/read/headings.ts';
import { modelled, type Modelled } from '../../model/read/modelled.ts';
import { type EmbeddedPlace, embeddedPlace, type Embed } from './embeddedPlace.ts';

/** Empty when the section says nothing yet; undefined when the embed leads nowhere. */
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

/** An inner embed gives way to what it shows or is frozen to; it stays as written when it leads nowhere or round to itself. */
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

/** A row is no table without its head. */
function headOf({ document: { text, tables } }: Modelled, { start, end }: Span): string {
  const table = tables.find(({ rows }) => rows.some(({ span }) => span.start === start && span.end === end));
  return table === undefined ? '' : text.slice(table.span.start, table.rows[0]?.span.start);
}
