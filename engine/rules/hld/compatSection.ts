import type { Hld } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const HLD = 'docs/ZZGL-HLD.md';
const design = (status: string, sections: string) =>
  `---\ntype: hld\nid: ${status === 'approved' && !sections.includes('兼容') ? '«ZZGL-HLD»' : 'ZZGL-HLD'}\nstatus: ${status}\ntemplate_profile: custom\n---\n# 概要设计说明书\n\n${sections}`;

export const compatSection = entryRule<Hld>({
  id: 'hld/compat-section',
  says: {
    zh: '概要设计说明书有“技术选型与兼容性说明”。',
    en: 'The high-level design has a section on technology and compatibility.',
  },
  why: {
    zh: '合同要求采用的技术具备通用性和兼容性；设计里不写，验收时无从说明。',
    en: 'The contract requires technology that is widely used and compatible; the design shows that it is.',
  },
  clauses: ['C4.6-01'],
  severity: 'warning',
  kinds: ['hld'],
  examples: [
    {
      bad: { [HLD]: design('approved', '## 总体设计\n\n三层结构。\n') },
      message: 'ZZGL-HLD 已批准，但缺少章节“技术选型与兼容性说明”。',
    },
    { good: { [HLD]: design('approved', '## 7 技术选型与兼容性\n\n全部采用开放标准与开源组件。\n') } },
    { good: { [HLD]: design('draft', '## 总体设计\n\n三层结构。\n') } },
  ],
  check: page => unmetFor('hld/compat-section', page),
});
