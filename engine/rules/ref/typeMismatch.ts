import { placeOf } from '../../model/entry.ts';
import { leavesOf, referencesOf } from '../../model/read/references.ts';
import { kindNames } from '../names.ts';
import { outlineRule, type Remark } from '../rule.ts';
import type { Project } from '../project.ts';
import { atItem, type Place } from '../../model/place.ts';

export const typeMismatch = outlineRule({
  id: 'ref/type-mismatch',
  says: { zh: '引用指向规定类型的单据或条目。', en: 'A reference leads to a record or item of a permitted kind.' },
  why: {
    zh: '“变更审批单”一栏填了工单号，审批就无从证明；追踪矩阵也会断开。',
    en: 'When a ticket is named in place of an approval, no approval is proved, and the matrix has a gap.',
  },
  clauses: ['C5.1-02'],
  severity: 'error',
  examples: [
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md': '---\nlinks:\n  change: [«WX-2026-0002»]\n---\n# 一\n',
        'records/ticket/2026/WX-2026-0002.md': '---\nstatus: registered\n---\n# 二\n',
      },
      message: '“变更审批单”应填程序修改（升级）/数据库脚本执行审批单，WX-2026-0002 是维护任务处理单。',
    },
    {
      bad: {
        'docs/ZZGL-HLD.md':
          '---\ntype: hld\nstatus: draft\n---\n# 概要设计\n\n### HD-REV-01 预警\n\n- 满足：«LD-REV-01»\n',
        'docs/ZZGL-LLD.md': '---\ntype: lld\nstatus: draft\n---\n# 详细设计\n\n### LD-REV-01 预警任务\n',
      },
      message: '“满足”应填需求条目，LD-REV-01 是设计单元。',
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nlinks:\n  change: [BG-2026-0001]\n  tests: [CS-2026-009]\n---\n# 一\n',
        'records/change-approval/2026/BG-2026-0001.md': '---\nstatus: draft\n---\n# 修复\n',
      },
    },
  ],

  *check({ entries, items, path }, project) {
    for (const entry of entries) {
      const kind = project.kind(entry.kind);
      if (kind === undefined || entry.broken) continue;
      for (const { pointer, target, relation, to } of referencesOf(kind.fields, entry.data, project.catalogue)) {
        // Running text may name anything; only fields and links have permitted kinds.
        const label = labelAt(kind.fields, entry.data, pointer) ?? project.catalogue.relations.get(relation)?.label;
        yield* mismatch(project, placeOf(entry as never, pointer), target, to, label);
      }
    }
    for (const item of items) {
      const attributes = project.catalogue.items.get(item.kind)?.attributes;
      if (attributes === undefined) continue;
      for (const { pointer, field, value } of leavesOf(attributes, item.attributes)) {
        const relation = project.catalogue.relations.get(field.relation ?? '');
        if (field.type !== 'ref' || relation === undefined) continue;
        yield* mismatch(
          project,
          atItem(path, item.id, pointer.split('/')[1] ?? ''),
          String(value),
          relation.to,
          relation.label,
        );
      }
    }
  },
});

function labelAt(fields: Parameters<typeof leavesOf>[0], data: Parameters<typeof leavesOf>[1], pointer: string) {
  for (const leaf of leavesOf(fields, data))
    if (leaf.pointer === pointer) return leaf.field.relation === undefined ? leaf.field.label : undefined;
  return undefined;
}

function* mismatch(
  project: Project,
  at: Place,
  target: string,
  to: readonly string[],
  label: { zh: string; en: string } | undefined,
): Iterable<Remark> {
  if (to.length === 0) return;
  const holder = project.find(target);
  const key = holder?.entry?.kind ?? holder?.item?.kind;
  if (key === undefined || to.includes(key)) return;
  const { catalogue } = project;
  const wanted = kindNames(to.map(name => catalogue.kinds.get(name) ?? catalogue.items.get(name)));
  const found = (catalogue.kinds.get(key) ?? catalogue.items.get(key))?.label;
  yield {
    at,
    say: {
      zh: `“${label?.zh}”应填${wanted.zh}，${target} 是${found?.zh}。`,
      en: `${label?.en} should name a ${wanted.en}, but ${target} is a ${found?.en}.`,
    },
  };
}
