/** What `commit/docs-owed` says of debts that no code of the commit itself brought: one finding an item, one an approval. */
import { ALL } from '../../base/queries.ts';
import { asPath } from '../../base/text.ts';
import type { Language, Words } from '../../base/words.ts';
import type { Debt } from '../../links/debts.ts';
import { plainName } from '../../links/items/itemBindings.ts';
import type { Due } from '../../model/config/owes.ts';
import { catalogue } from '../../model/config/projectConfig.ts';
import type { Project } from '../project.ts';
import type { Change, Report, Severity } from '../rule.ts';
import { atItem, atValue } from '../../model/place.ts';
import { fellDue } from './fellDue.ts';

/** Of an item that moved outside of every change approval: whoever answers to it stands beside it. */
export function ofItem(id: string, debts: readonly Debt[], { after, stage }: Change): Report {
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
      en: `${id} changed and ${listEn} did not follow. Update them, or name the change in the commit and say why not in its table of documents, or docket settle ${ways} --because REASON.`,
    },
    related: debts.flatMap(({ owed }) => relatedTo(owed.id, after)),
  };
}

function relatedTo(name: string, after: Project): NonNullable<Report['related']> {
  const item = after.find(name)?.item;
  return item === undefined
    ? []
    : [{ at: atItem(item.path, item.id), say: { zh: `要跟着改的 ${name}`, en: `${name}, which has to follow` } }];
}

/** Of an approval: the kinds it owes are rows of one table. */
export function* ofChange(id: string, debts: readonly Debt[], change: Change): Iterable<Report> {
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
      en: `The ${whatEn} of ${id} reaches ${listEn}, neither updated nor declared unaffected: ${isDue ? 'this is due now' : 'do it before the release'}, or give the reason in its table of documents.`,
    },
    related: debts.flatMap(({ owed, because }) => (because.item === undefined ? [] : relatedTo(owed.id, after))),
  };
}

/** `概要设计说明书（HD-REV-03）`: the kinds, with the items that are known to owe. */
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

const STAGES: readonly Due[] = ['commit', 'range', 'release'];

/** Due now is an error, due at the next stage a warning, later a note. */
export function severityAt(stage: Change['stage'], due: Due): Severity {
  const ahead = STAGES.indexOf(due.startsWith('release') ? 'release' : due) - STAGES.indexOf(stage);
  return ahead <= 0 ? 'error' : ahead === 1 ? 'warning' : 'info';
}
