/** Debts as faces show them: with titles, lines, and ways to pay. `docket owed --format json` prints this. */
import { positionsIn } from '../../base/lines.ts';
import type { Path } from '../../base/text.ts';
import type { Words } from '../../base/words.ts';
import type { Debt } from '../../links/debts.ts';
import { documentOf, plainName } from '../../links/items/itemBindings.ts';
import { isFinal } from '../../links/items/itemDebts.ts';
import { trailersNamed } from '../../links/trailers.ts';
import { modelled } from '../../model/read/modelled.ts';
import type { Project } from '../../rules/project.ts';
import type { Change } from '../../rules/rule.ts';

export { symbolWords } from '../../code/symbolWords.ts';

/** The debts of a change. */
export interface Owed {
  readonly version: 1;
  /** The first ticket that the commits name. */
  readonly ticket: string | null;
  readonly debts: readonly OwedDebt[];
}

/** A debt with the places of both sides. Lines count from 1; null when unknown. */
export interface OwedDebt {
  readonly owed: {
    readonly kind: string;
    readonly id: string;
    readonly path: string | null;
    readonly line: number | null;
  };
  /** The code or the item that moved. */
  readonly because: {
    readonly path: string;
    readonly symbol: string | null;
    readonly item: string | null;
    readonly line: number | null;
  };
  /** The stage at which it must be paid: `commit`, `range`, `release`, or `release+5d` (workdays after). */
  readonly due: string;
  readonly status: Debt['status'];
  /** What pays it: an item, an approval, or `docket.lock`. */
  readonly paidBy: string | null;
  /** The approval that owes, when the debt belongs to a change approval. */
  readonly change: string | null;
  /** Title of the item that must follow, or the name of its kind of document. */
  readonly title: string;
  /** How the debt can be paid. */
  readonly pay: Words;
}

/** The debts of a change, ready to show. */
export function owedBy({ after, commits }: Change, debts: readonly Debt[]): Owed {
  const [ticket = null] = commits.flatMap(({ message }) => trailersNamed(message, 'refs'));
  return { version: 1, ticket, debts: debts.map(debt => shown(debt, after)) };
}

function shown({ owed, because, due, status, paidBy, change }: Debt, after: Project): OwedDebt {
  const holder = after.find(owed.id);
  const kind = after.kind(owed.kind)?.label;
  const path = holder?.item?.path ?? documentOf(owed.id, after.get)?.path ?? null;
  const { path: reason, symbol = null, item = null } = because;
  return {
    owed: { ...owed, path, line: path === null ? null : lineOf(path, owed.id, after) },
    because: {
      path: reason,
      symbol,
      item,
      line: item === null ? lineOfCode(because, after) : lineOf(reason, item, after),
    },
    due,
    status,
    paidBy: paidBy ?? null,
    change: change ?? null,
    title: holder?.item?.title ?? kind?.zh ?? owed.kind,
    pay: waysOut({
      id: plainName(owed.id),
      kind: kind ?? { zh: owed.kind, en: owed.kind },
      change,
      isOver: isFinal(owed.id, after.get),
    }),
  };
}

/** The line (from 1) of an item or a manual section; null for a whole document. */
function lineOf(path: Path, name: string, { get }: Project): number | null {
  const { document, items, sectionLinks } = get(modelled, path);
  const span =
    items.find(({ id }) => id === name)?.span ??
    sectionLinks.find(({ section }) => name.endsWith(`#${section.title}`))?.section.titleSpan;
  return span === undefined ? null : positionsIn(document.text)(span).start.line + 1;
}

function lineOfCode({ path, span }: Debt['because'], after: Project): number | null {
  const text = span === undefined ? undefined : after.text(path);
  return span === undefined || text === undefined ? null : positionsIn(text)(span).start.line + 1;
}

interface Owing {
  readonly id: string;
  readonly kind: Words;
  readonly change: string | undefined;
  /** A finished test is not changed; a new one is made. */
  readonly isOver: boolean;
}

function waysOut({ id, kind, change, isOver }: Owing): Words {
  if (change !== undefined) {
    const [first, firstEn] = isOver
      ? [`补一份${kind.zh}`, `Add a ${kind.en}`]
      : [`更新${kind.zh}`, `Update the ${kind.en}`];
    return {
      zh: `${first}，或在 ${change} 的文档影响表写一行：${kind.zh}，不涉及，理由。`,
      en: `${firstEn}, or add a row to the table of documents of ${change}: ${kind.en}, not affected, the reason.`,
    };
  }
  const [first, firstEn] = isOver
    ? ['再测一次，写进新的测试报告', 'Test again, in a new report']
    : ['更新这一节', 'Update its section'];
  return {
    zh: `${first}；或在变更审批单的文档影响表写明不涉及的理由；或 docket settle ${id} --because 理由。`,
    en: `${firstEn}; or give the reason in the change approval's table of documents; or docket settle ${id} --because REASON.`,
  };
}
