import type { Confirmation } from '../../../docs-schema/generated/types.ts';
import { rowsIn } from '../../measure/facts/facts.ts';
import { placeOf } from '../../model/entry.ts';
import { approvedAmong } from '../../trace/moved.ts';
import { linkedIds } from '../linked.ts';
import type { Project } from '../project.ts';
import { crossRule } from '../rule.ts';
import type { EntryOf } from '../../model/entry.ts';
import { atItem } from '../../model/place.ts';

const QR = 'records/confirmation/2026/QR-2026-001.md';
const BG = 'records/change-approval/2026/BG-2026-0005.md';
const SRS = 'docs/ZZGL-SRS.md';
const sheet = (status: string, item = 'REQ-REV-014') =>
  `---\nstatus: ${status}\nitems:\n  - { req_item: ${item}, title: 预警统计, acceptance_criteria: 数字一致 }\n---\n# 确认单\n`;
const srs = (items: string) => `---\ntype: srs\nid: ZZGL-SRS\nstatus: approved\n---\n# 需求规格说明书\n\n${items}`;
const change = (status: string) => `---\nstatus: ${status}\nlinks:\n  confirmation: [QR-2026-001]\n---\n# 超期预警\n`;

export const reqInSrs = crossRule<Confirmation>({
  id: 'trace/req-in-srs',
  says: {
    zh: '已确认需求的每个条目都写入需求规格说明书。',
    en: 'Every item of a confirmed requirement is in the requirements specification.',
  },
  why: {
    zh: '合同要求新增开发内容更新需求规格说明书；确认单实施以后（或变更已批准）还查不到的条目，就是漏写。',
    en: 'New development must be written into the specification; when its change is approved or the confirmation is carried out, a missing item was forgotten.',
  },
  clauses: ['C3.2-15'],
  severity: 'error',
  kinds: ['confirmation'],
  examples: [
    {
      bad: { [QR]: sheet('closed', '«REQ-REV-014»'), [SRS]: srs('### REQ-REV-012 预警规则\n') },
      message: 'QR-2026-001 确认的 REQ-REV-014 不在需求规格说明书中；请补入条目。',
    },
    {
      bad: { [QR]: sheet('signed', '«REQ-REV-014»'), [SRS]: srs(''), [BG]: change('approved') },
      message: 'QR-2026-001 确认的 REQ-REV-014 不在需求规格说明书中；请补入条目。',
    },
    {
      bad: { [QR]: sheet('closed', '«REQ-REV-014»'), [SRS]: srs('### REQ-REV-014 预警统计\n\n- 状态：deleted\n') },
      message: 'QR-2026-001 确认的 REQ-REV-014 在需求规格说明书中已标为删除；请恢复条目，或改正确认单。',
    },
    { good: { [QR]: sheet('closed'), [SRS]: srs('### REQ-REV-014 预警统计\n') } },
    // The confirmation was just signed; the specification follows later.
    { good: { [QR]: sheet('signed'), [SRS]: srs(''), [BG]: change('draft') } },
  ],

  *check(confirmation, project) {
    const { id, data, broken } = confirmation;
    if (broken || !isDue(confirmation, project)) return;
    for (const [n, { req_item: name }] of rowsIn(data.items).entries()) {
      if (!name || project.catalogue.kindOfId(name) !== 'srs-item') continue;
      const item = project.find(name)?.item;
      const at = placeOf(confirmation, `/items/${n}/req_item`);
      if (item === undefined) {
        const say = {
          zh: `${id} 确认的 ${name} 不在需求规格说明书中；请补入条目。`,
          en: `${name}, confirmed by ${id}, is not in the requirements specification: add it.`,
        };
        yield { at, id, say };
      } else if (item.attributes['status'] === 'deleted') {
        const zh = `${id} 确认的 ${name} 在需求规格说明书中已标为删除；请恢复条目，或改正确认单。`;
        const en = `${name}, confirmed by ${id}, is marked as deleted in the specification: restore it, or correct the confirmation.`;
        yield {
          at,
          id,
          say: { zh, en },
          related: [{ at: atItem(item.path, name), say: { zh: '已删除的条目', en: 'The deleted item' } }],
        };
      }
    }
  },
});

function isDue(confirmation: EntryOf<Confirmation>, project: Project): boolean {
  if (!project.reached(confirmation, 'signed')) return false;
  const changes = [...linkedIds(project, confirmation.id, 'change', 'change-approval')];
  return project.reached(confirmation, 'implemented') || approvedAmong(changes, project.get).length > 0;
}
