/**
 * Sections that a document leaves out and says so: in `tailoring:` of the frontmatter, or by “本章无内容” with a reason in
 * the text.
 */
import { fold } from '../model/kinds/compileFields.ts';
import { mapsOf } from '../model/config/config.ts';
import { contentOf, withoutNumber } from '../model/read/headings.ts';
import type { SectionSpec } from '../model/kinds/kinds.ts';
import type { EntryPage } from './rule.ts';

/** A test for the sections of a document: true when the document leaves the section out and says so. */
export function tailoredSections(page: EntryPage): (spec: SectionSpec) => boolean {
  const rows = page.data['tailoring'];
  const named = new Set(mapsOf(rows).map(row => fold(withoutNumber(String(row['section'] ?? '')))));
  return spec =>
    [spec.key, spec.label.zh, spec.label.en, ...spec.aliases].some(name => named.has(fold(name))) ||
    saysNothingOnPurpose(page, spec);
}

function saysNothingOnPurpose(page: EntryPage, spec: SectionSpec): boolean {
  const section = page.section(spec.key);
  return (
    section !== undefined &&
    /^(本[章节]无内容|不适用|not applicable)[，,：:；;（(]\s*\S{2,}/i.test(contentOf(page.document, section))
  );
}
