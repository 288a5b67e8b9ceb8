/** The ledger as a file: its frontmatter keeps what people write there (state, submission, receipt), the rest is generated. */
import { ALL, type Get } from '../../base/queries.ts';
import type { Language } from '../../base/words.ts';
import { entriesByKind } from '../../model/outline.ts';
import { config } from '../../model/project.ts';
import { overlay, splitHead } from '../markdown.ts';
import { type Ledger, ledgerBody, rowCounts } from './ledger.ts';

/** The text of the file. `existing` is what stands there now, `day` the day it is first written. */
export function ledgerText(get: Get, ledger: Ledger, existing: string | undefined, day: string): string {
  const { head } = splitHead(existing ?? '');
  return `${overlay(head === '' ? firstHead(get, ledger, day) : head, generatedKeys(ledger))}${ledgerBody(ledger, languageOf(get))}`;
}

function languageOf(get: Get): Language {
  return get(config, ALL).language;
}

function generatedKeys(ledger: Ledger): ReadonlyMap<string, string> {
  const counts = rowCounts(ledger).map(({ sheet, rows }) => `\n  - { sheet: ${sheet}, rows: ${rows} }`);
  return new Map([
    ['period', ` "${ledger.period.key}"`],
    ['data_cutoff', ` "${ledger.cutoff}"`],
    ['row_counts', counts.join('')],
  ]);
}

function firstHead(get: Get, { id, title }: Ledger, day: string): string {
  const author = projectManager(get);
  const lines = [`id: ${id}`, 'type: ledger', `title: ${title}`, 'status: generated', `created: ${day}`, ...(author ? [`author: ${author}`] : [])];
  return `---\n${lines.join('\n')}\nclassification: internal\n---\n`;
}

/** Who answers for what is generated: the project manager in charge. */
export function projectManager(get: Get): string | undefined {
  const managers = get(entriesByKind, 'staff').filter(({ data }) => Array.isArray(data['roles']) && data['roles'].includes('project_manager'));
  return (managers.find(({ status }) => status === 'active') ?? managers[0])?.id;
}
