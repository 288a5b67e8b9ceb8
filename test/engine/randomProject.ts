/** Projects made of dice: a few documents that point at each other, right and wrong. */

/** A repeatable stream of numbers, so that a failure can be run again from its seed. */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return sides => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

export type Roll = (sides: number) => number;
export const pick = <T>(roll: Roll, list: readonly T[]): T => list[roll(list.length)] as T;

export const PATHS = [
  'records/ticket/2026/WX-2026-0001.md',
  'records/ticket/2026/WX-2026-0002.md',
  'records/ticket/2026/WX-2026-0003.md',
  'records/change-approval/2026/BG-2026-0001.md',
  'records/change-approval/2026/BG-2026-0002.md',
  'records/service-order/2026/FW-2026-01.md',
  'docs/ZZGL-SRS.md',
  'docs/ZZGL-HLD.md',
  'docs/notes.md',
  'docket.yml',
];

export const IDS = [
  'WX-2026-0001',
  'WX-2026-0002',
  'WX-2026-0009',
  'BG-2026-0001',
  'REQ-REV-001',
  'REQ-REV-002',
  'HD-REV-01',
  'FW-2026-0001',
];

export function someText(path: string, roll: Roll): string {
  if (path === 'docket.yml') return someConfig(roll);
  if (path.includes('SRS'))
    return `---\ntype: srs\nstatus: ${pick(roll, ['draft', 'approved'])}\nversion: V1.${roll(3)}\n---\n# SRS\n${someItems('REQ-REV-00', roll)}`;
  if (path.includes('HLD'))
    return `---\ntype: hld\nstatus: draft\n---\n# HLD\n${someItems('HD-REV-0', roll, `- 满足：${pick(roll, IDS)}\n`)}`;
  if (path.includes('service-order')) return someJournal(roll);
  if (path.endsWith('notes.md'))
    return `# Notes\n\n${someWords(roll)}\n${roll(4) === 0 ? '<!-- docket allow ref/broken: old -->\n' : ''}`;
  return someRecord(roll);
}

export function someConfig(roll: Roll): string {
  const rules = roll(3) === 0 ? 'rules:\n  ref/broken: warning\n' : '';
  const broken = roll(6) === 0 ? 'people: [\n' : '';
  return `docket: 1\nextends: docket:${pick(roll, ['core', 'contract', 'strict'])}\nsystems: [{ code: ZZGL, name: 证照 }]\n${rules}${broken}`;
}

function someRecord(roll: Roll): string {
  const id = roll(4) === 0 ? `id: ${pick(roll, IDS)}\n` : '';
  const closing = roll(10) === 0 ? '' : '---\n';
  const links = roll(2) === 0 ? `links:\n  ticket: [${pick(roll, IDS)}]\n` : '';
  const status = pick(roll, ['registered', 'resolved', 'closed', 'draft', '已关闭']);
  return `---\n${id}status: ${status}\nreported_at: "2026-05-${10 + roll(9)}T09:0${roll(9)}:00+08:00"\n${links}${closing}# 标题${roll(3)}\n\n## 问题原因分析\n\n${someWords(roll)}\n`;
}

function someJournal(roll: Roll): string {
  const rows = Array.from(
    { length: roll(4) },
    () => `| FW-2026-000${roll(4)} | 咨询 | 已完成 | ${pick(roll, IDS)} |\n`,
  ).join('');
  return `---\nstatus: open\nof: service-order\ntype: journal\n---\n# 工单\n\n| 编号 | 标题 | 状态 | 关联工单 |\n|---|---|---|---|\n${rows}`;
}

function someItems(prefix: string, roll: Roll, attributes = ''): string {
  return Array.from(
    { length: roll(4) },
    () => `\n### ${prefix}${roll(3)} 条目\n\n${attributes}\n${someWords(roll)}\n`,
  ).join('');
}

function someWords(roll: Roll): string {
  return pick(roll, [
    '一些说明文字，足够长，说明原因在会话缓存。',
    `参见 [[${pick(roll, IDS)}]]。`,
    `![[${pick(roll, IDS)}#问题原因分析]]`,
    `提到 ${pick(roll, IDS)}。`,
    '',
  ]);
}
