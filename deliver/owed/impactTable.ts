/** What a change approval says about documents, drafted from the change itself: one row a kind that the code reaches. */
import type { Language } from '../../engine/base/words.ts';
import type { Debt } from '../../engine/links/debts.ts';
import { codeOfSort } from '../../engine/links/declarations.ts';
import { trailersNamed } from '../../engine/links/trailers.ts';
import { codeGroup } from '../../engine/model/config/codeGroups.ts';
import { yaml } from '../../engine/writing/yamlValue.ts';
import type { ChangeAnalysis } from '../../engine/session/change/changeAnalysis.ts';

/** Frontmatter keys to paste into a form: `change_kind`, `scripts`, `doc_impact`, `links`. What cannot be derived is left to fill in. */
export function impactTable(analysis: ChangeAnalysis, language: Language): string {
  const { change } = analysis;
  const groups = new Set(change.files.map(({ path }) => change.after.get(codeGroup, path)?.kind));
  const sorts = [...codeOfSort(change.after.get)];
  const kinds = ['program', 'script', 'ops'].flatMap(group =>
    groups.has(group as never) ? (sorts.find(([, code]) => code === group)?.[0] ?? []) : [],
  );
  const scripts = change.files.filter(
    ({ path, how }) => how !== 'deleted' && change.after.get(codeGroup, path)?.kind === 'script',
  );
  const tickets = [...new Set(change.commits.flatMap(({ message }) => trailersNamed(message, 'refs')))];
  return [
    kinds.length > 0 ? `change_kind: [${kinds.join(', ')}]\n` : '',
    scripts.length > 0 ? `scripts:\n${scripts.map(({ path }) => `  - path: ${yaml(path)}\n`).join('')}` : '',
    tickets.length > 0 ? `links:\n  ticket: [${tickets.join(', ')}]\n` : '',
    rowsOf(analysis.debts(), change.after, language),
  ].join('');
}

function rowsOf(debts: readonly Debt[], after: ChangeAnalysis['change']['after'], language: Language): string {
  const byKind = Map.groupBy(debts, ({ owed }) => owed.kind);
  const rows = [...byKind].map(([kind, all]) => {
    const ids = [...new Set(all.map(({ owed }) => owed.id))].filter(id => after.find(id) !== undefined);
    const moved = all.some(({ status }) => status === 'paid');
    const reason = {
      zh: '写明不涉及的理由，或改为 updated 并写版本',
      en: 'why it is not affected, or updated with the version',
    }[language];
    const document = after.find(ids[0] ?? '')?.item?.document;
    const rest = moved
      ? `result: updated, ref: ${document ?? ''}, version: `
      : `result: not-affected, reason: 【${reason}】`;
    return `  - { kind: ${kind}, ${ids.length > 0 ? `sections: "${ids.join('、')}", ` : ''}${rest} }\n`;
  });
  return rows.length === 0 ? '' : `doc_impact:\n${rows.join('')}`;
}
