/**
 * Reports of `commit/docs-owed` about debts that the code of the commit did not cause: one per item, one per approval.
 */
import { ALL } from '../../base/queries.ts';
import { asPath } from '../../base/text.ts';
import type { Language, Words } from '../../base/words.ts';
import type { Debt } from '../../links/debts.ts';
import { plainName } from '../../links/items/itemBindings.ts';
import type { DueStage } from '../../model/config/owes.ts';
import { catalogue } from '../../model/config/projectConfig.ts';
import type { Project } from '../project.ts';
import type { Change, Remark, Severity } from '../rule.ts';
import { atItem, atValue } from '../../model/place.ts';
import { fellDue } from './fellDue.ts';

/** The report about an item that changed under no change approval, with the items that have to follow it. */
export function ofItem(id: string, debts: readonly Debt[], { after, stage }: Change): Remark {
  const [first] = debts;
  const names = debts.map(({ owed }) => owed.id);
  const [list, listEn] = [names.join('、'), names.join(', ')];
  const ways = names.map(plainName).join(' ');
  return {
    at: atItem(first?.because.path ?? asPath(''), id),
    id,
    severity: severityAt(stage, first?.due ?? 'release'),
    say: {
      zh: `${id} 变了，${list} 没有跟着改；请更新，或写上变更单并在它的文档影响表说明，或 docket settle ${ways} --because 理由。`,
      en: `Update ${listEn}: ${id} changed and they did not follow. Or name the change in the commit and state the reason in its table of documents, or run docket settle ${ways} --because REASON.`,
    },
    related: debts.flatMap(({ owed }) => relatedTo(owed.id, after)),
  };
}

function relatedTo(name: string, after: Project): NonNullable<Remark['related']> {
  const item = after.find(name)?.item;
  return item === undefined
    ? []
    : [{ at: atItem(item.path, item.id), say: { zh: `要跟着改的 ${name}`, en: `${name}, which has to follow` } }];
}

/**
 * The reports about one change approval. The kinds of documents it owes are rows of one table, so they share a finding.
 */
export function* ofChange(id: string, debts: readonly Debt[], change: Change): Iterable<Remark> {
  const { after } = change;
  const entry = after.entry(id);
  if (entry === undefined) return;
  const isDue = debts.some(({ due }) => due === 'range' || fellDue(due, id, after));
  const [list, listEn] = [owedWords(debts, 'zh', change).join('、'), owedWords(debts, 'en', change).join(', ')];
  const [what, whatEn] = debts.some(({ because }) => because.item === undefined)
    ? ['代码', 'code']
    : ['改动', 'change'];
  yield {
    at: atValue(entry.path, '/doc_impact'),
    id,
    severity: isDue ? 'error' : 'info',
    say: {
      zh: `${id} 的${what}涉及${list}，既没有更新，也没有说明不涉及；${isDue ? '已到期，' : '发布前'}请更新文档，或在文档影响表写明理由。`,
      en: `Update ${listEn}${isDue ? ' now' : ' before the release'}, or give the reason in the table of documents of ${id}: the ${whatEn} reaches them.`,
    },
    related: debts.flatMap(({ owed, because }) => (because.item === undefined ? [] : relatedTo(owed.id, after))),
  };
}

/** `概要设计说明书（HD-REV-03）`: the kinds of documents, with the items known to owe. */
function owedWords(debts: readonly Debt[], language: Language, change: Change): readonly string[] {
  const kinds = Map.groupBy(debts, ({ owed }) => owed.kind);
  return [...kinds].map(([kind, owing]) => {
    const items = owing.flatMap(({ owed, because }) => (because.item === undefined ? [] : [owed.id]));
    const label = kindWords(kind, change)[language];
    if (items.length === 0) return label;
    return language === 'zh' ? `${label}（${items.join('、')}）` : `${label} (${items.join(', ')})`;
  });
}

function kindWords(kind: string, { after }: Change): Words {
  return after.get(catalogue, ALL).kinds.get(kind)?.label ?? { zh: kind, en: kind };
}

const STAGES: readonly DueStage[] = ['commit', 'range', 'release'];

/** The severity of a debt: error when it is due now, warning when due at the next stage, info when later. */
export function severityAt(stage: Change['stage'], due: DueStage): Severity {
  const ahead = STAGES.indexOf(due.startsWith('release') ? 'release' : due) - STAGES.indexOf(stage);
  return ahead <= 0 ? 'error' : ahead === 1 ? 'warning' : 'info';
}
