/**
 * The ledger as a file. Its frontmatter keeps the fields that people write (state, submission, receipt); the rest is
 * generated.
 */
import { ALL, type Get } from '../../base/queries.ts';
import type { Language } from '../../base/words.ts';
import { entriesByKind } from '../../model/outline.ts';
import { catalogue, config } from '../../model/config/projectConfig.ts';
import { frontmatterText, inLineEndsOf, splitHead, withValues } from '../../writing/frontmatter.ts';
import type { EditRefusal } from '../../writing/yamlBlock.ts';
import { quoted, unquoted } from '../../writing/yamlValue.ts';
import { type Ledger, ledgerBody, rowCounts } from './ledger.ts';

/**
 * The text of the ledger. `existing` is the text of the file now; `day` is the date of creation for a new file. Refused
 * when the frontmatter cannot be changed.
 */
export function ledgerText(get: Get, ledger: Ledger, existing: string | undefined, day: string): string | EditRefusal {
  const { head } = splitHead(existing ?? '');
  const written = withValues(
    head === '' ? firstHead(get, ledger, day) : head,
    generatedValues(ledger),
    get(catalogue, ALL).kinds.get('ledger')?.fields,
  );
  return 'refused' in written
    ? written
    : inLineEndsOf(existing, `${written.text}${ledgerBody(ledger, languageOf(get))}`);
}

function languageOf(get: Get): Language {
  return get(config, ALL).language;
}

function generatedValues(ledger: Ledger): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([
    ['period', quoted(ledger.period.key)],
    ['data_cutoff', quoted(ledger.cutoff)],
    ['row_counts', rowCounts(ledger)],
  ]);
}

function firstHead(get: Get, { id, title }: Ledger, day: string): string {
  const author = projectManager(get);
  return frontmatterText([
    ['id', id],
    ['type', 'ledger'],
    ['title', unquoted(title)],
    ['status', 'generated'],
    ['created', day],
    ...(author ? [['author', author] as const] : []),
    ['classification', 'internal'],
  ]);
}

/** The id of the author of generated documents: the active project manager; undefined when there is none. */
export function projectManager(get: Get): string | undefined {
  const managers = get(entriesByKind, 'staff').filter(
    ({ data }) => Array.isArray(data['roles']) && data['roles'].includes('project_manager'),
  );
  return (managers.find(({ status }) => status === 'active') ?? managers[0])?.id;
}
