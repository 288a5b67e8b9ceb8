import type { Confirmation } from '../../../docs-schema/generated/types.ts';
import { namesIn, rowsIn } from '../../measure/facts/facts.ts';
import { placeOf } from '../../model/entry.ts';
import type { Project } from '../project.ts';
import { crossRule } from '../rule.ts';
import type { EntryOf } from '../../model/entry.ts';

const sheet = (rows: string) =>
  `---\nstatus: signed\nrequirements: [XQ-2026-0001]\n---\n# 确认单\n\n## 需求内容\n\n| 条目编号 | 条目名称 | 验收准则 |\n|---|---|---|\n${rows}`;
const srs = (items: string) => `---\ntype: srs\nid: ZZGL-SRS\nstatus: approved\n---\n# 需求规格说明书\n\n${items}`;
const RULE = '### REQ-REV-012 预警规则\n\n- 来源：QR-2026-001\n\n黄色、红色两级。\n\n';
const STATISTICS = '### REQ-REV-014 预警统计\n\n- 来源：QR-2026-001\n\n按地区汇总。\n';
const ROW = '| REQ-REV-012 | 预警规则 | 标色正确 |\n';
const QR = 'records/confirmation/2026/QR-2026-001.md';

export const scopeMatch = crossRule<Confirmation>({
  id: 'confirmation/scope-match',
  says: {
    zh: '需求确认单所列条目与需求规格说明书中以它为来源的条目一致。',
    en: 'A confirmation lists exactly the items of the requirements specification that have it as their source.',
  },
  why: {
    zh: '确认单多一条，开发漏做；规格说明书多一条，做了没有确认过的内容。',
    en: 'An extra item in the confirmation is not built; an extra item in the specification was never agreed.',
  },
  basis: 'practice',
  severity: 'warning',
  kinds: ['confirmation'],
  examples: [
    {
      bad: {
        [QR]: sheet(ROW).replace('| 条目编号 | 条目名称 | 验收准则 |', '| «条目编号 | 条目名称 | 验收准则» |'),
        'docs/ZZGL-SRS.md': srs(RULE + STATISTICS),
      },
      message: 'REQ-REV-014 的来源是 QR-2026-001，但确认单未列该条目；请补签确认，或改正来源。',
    },
    {
      bad: {
        [QR]: sheet(ROW.replace('REQ-REV-012', '«REQ-REV-012»')),
        'docs/ZZGL-SRS.md': srs(RULE.replace('QR-2026-001', 'QR-2026-004')),
      },
      message: 'QR-2026-001 列有 REQ-REV-012，而该条目的来源不是本确认单；请在规格说明书中把来源写为 QR-2026-001。',
    },
    {
      good: {
        [QR]: sheet(`${ROW}| REQ-REV-014 | 预警统计 | 数字一致 |\n`),
        'docs/ZZGL-SRS.md': srs(RULE + STATISTICS),
      },
    },
    { good: { [QR]: sheet(ROW), 'docs/ZZGL-SRS.md': srs(RULE.replace('QR-2026-001', 'XQ-2026-0001')) } },
    { good: { [QR]: sheet(ROW), 'docs/ZZGL-SRS.md': srs(RULE.replace('来源：QR-2026-001', '状态：已变更')) } },
    // trace/req-in-srs reports an item that the specification lacks.
    { good: { [QR]: sheet(ROW), 'docs/ZZGL-SRS.md': srs('') } },
  ],

  *check(confirmation, project) {
    const { id, data, broken } = confirmation;
    const listed = rowsIn(data.items).map(({ req_item }) => req_item);
    if (broken || listed.length === 0 || !project.reached(confirmation, 'signed')) return;
    for (const item of derivedFrom(id, project)) {
      if (listed.includes(item)) continue;
      const zh = `${item} 的来源是 ${id}，但确认单未列该条目；请补签确认，或改正来源。`;
      const en = `${item} derives from ${id}, but ${id} does not list it: have the item confirmed, or correct its source.`;
      yield { at: placeOf(confirmation, '/items'), id, say: { zh, en } };
    }
    for (const [n, item] of listed.entries()) {
      if (item === undefined || !isElsewhere(item, confirmation, project)) continue;
      const zh = `${id} 列有 ${item}，而该条目的来源不是本确认单；请在规格说明书中把来源写为 ${id}。`;
      const en = `${id} lists ${item}, but the specification gives it another source: name ${id} as the source of the item.`;
      yield { at: placeOf(confirmation, `/items/${n}/req_item`), id, say: { zh, en } };
    }
  },
});

function derivedFrom(id: string, project: Project): ReadonlySet<string> {
  const items = project
    .linksTo(id)
    .filter(({ relation }) => relation === 'derives')
    .map(({ from }) => from);
  return new Set(items.filter(item => project.find(item)?.item?.attributes['status'] !== 'deleted'));
}

/**
 * Whether an item of the specification has another source than this confirmation and its requirements. False for a
 * changed item, which keeps its source.
 */
function isElsewhere(item: string, { id, data }: EntryOf<Confirmation>, project: Project): boolean {
  const held = project.find(item)?.item;
  if (held === undefined || held.attributes['status'] === 'changed') return false;
  const origins = new Set([id, ...namesIn(data.requirements)]);
  return !project.linksFrom(item).some(({ relation, target }) => relation === 'derives' && origins.has(target));
}
