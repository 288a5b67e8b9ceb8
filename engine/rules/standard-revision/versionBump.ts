import type { StandardRevision } from '../../../docs-schema/generated/types.ts';
import { compareVersions } from '../../trace/versions.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const BZ = 'records/standard-revision/2026/BZ-2026-001.md';
const revision = (from: string, to: string) =>
  `---\nstatus: draft\nversion_from: ${from}\nversion_to: ${to}\n---\n# 证照目录编码规范修订\n`;

export const versionBump = entryRule<StandardRevision>({
  id: 'standard-revision/version-bump',
  says: {
    zh: '修订后的标准规范版本更高，并附修订内容对照表。',
    en: 'A revised standard has a higher version and a table of what changed.',
  },
  why: {
    zh: '版本不变或倒退，使用的人分不清哪一份有效；没有对照表，不知道改了什么。',
    en: 'With the same or a lower version it is unclear which one is valid; without the table it is unclear what changed.',
  },
  clauses: ['C3.1.4-02'],
  severity: 'error',
  kinds: ['standard-revision'],
  examples: [
    {
      bad: { [BZ]: revision('V2.0', '«V2.0»') },
      message: 'BZ-2026-001 的新版本 V2.0 不高于原版本 V2.0；请改为更高的版本号。',
    },
    {
      bad: { [BZ]: revision('V2.10', '«V2.9»') },
      message: 'BZ-2026-001 的新版本 V2.9 不高于原版本 V2.10；请改为更高的版本号。',
    },
    {
      bad: { [BZ]: revision('V2.0', 'V2.1').replace('draft', '«approved»') },
      message: 'BZ-2026-001 缺少“修订内容”（differences）：状态已到“评审中”。',
    },
    {
      good: {
        [BZ]: `${revision('V2.0', 'V2.1').replace('draft', 'approved')}\n## 修订内容对照表\n\n| 条款 | 修订前 | 修订后 |\n|---|---|---|\n| 4.2 | 编码 9 位 | 编码 11 位 |\n`,
      },
    },
    { good: { [BZ]: revision('V2.9', 'V2.10') } },
  ],

  *check(page) {
    yield* unmetFor('standard-revision/version-bump', page);
    const { version_from: from, version_to: to } = page.data;
    const { id, broken } = page.entry;
    if (broken || from === undefined || to === undefined || (compareVersions(to, from) ?? 1) > 0) return;
    yield {
      at: page.at('/version_to'),
      id,
      say: {
        zh: `${id} 的新版本 ${to} 不高于原版本 ${from}；请改为更高的版本号。`,
        en: `${id} goes from ${from} to ${to}, which is not higher: give it a higher version.`,
      },
    };
  },
});
