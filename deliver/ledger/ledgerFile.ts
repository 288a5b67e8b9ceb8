/** The ledger of a month as a file of the project. */
import type { Project } from '../../engine/rules/project.ts';
import type { Instant } from '../../engine/measure/time/instant.ts';
import { ledgerText } from '../../engine/measure/ledger/document.ts';
import { ledgerId, ledgerOf } from '../../engine/measure/ledger/ledger.ts';
import type { Period } from '../../engine/measure/time/period.ts';
import { type Unwritten, unwritten } from '../../engine/writing/frontmatter.ts';
import { type NewText, planned } from '../filePlan.ts';

/** The plan of the ledger of a period, or why the file that is there cannot be written. */
export function ledgerFile(project: Project, period: Period, cutoff: Instant, day: string): NewText | Unwritten {
  const ledger = ledgerOf(project.get, period, cutoff);
  const path = project.entry(ledger.id)?.path ?? `ledgers/${ledger.id}.md`;
  const text = ledgerText(project.get, ledger, project.text(path), day);
  return typeof text === 'string' ? planned(project, path, text) : unwritten(path, text);
}

/** The identifier of the ledger of a period. */
export function ledgerIdOf({ get }: Project, period: Period): string {
  return ledgerId(period, get);
}

/** What `--format json` prints. */
export function ledgerData({ get }: Project, period: Period, asked: Instant): object {
  const { id, cutoff, sheets } = ledgerOf(get, period, asked);
  return { version: 1, id, period: period.key, data_cutoff: cutoff, sheets };
}
