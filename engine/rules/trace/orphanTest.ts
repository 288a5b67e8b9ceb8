import { namesIn } from '../../measure/facts/facts.ts';
import { itemRule } from '../rule.ts';
import { atItem } from '../../model/place.ts';
import { report } from './examples.ts';

const srs = (attributes = '') => ({
  'docs/ZZGL-SRS.md': `---\ntype: srs\nid: ZZGL-SRS\nstatus: approved\n---\n# 需求规格说明书\n\n### REQ-REV-012 超期预警规则\n\n${attributes}\n`,
});

export const orphanTest = itemRule({
  id: 'trace/orphan-test',
  says: {
    zh: '每个测试用例都验证一个有效的需求条目。',
    en: 'Every test case verifies a requirement item that is still valid.',
  },
  why: {
    zh: '说不出验证哪条需求的用例，通过了也证明不了什么；需求删除后，用例也应停用。',
    en: 'A case without a requirement proves nothing when it passes; when the requirement is deleted, the case must go too.',
  },
  basis: 'practice',
  severity: 'warning',
  kinds: ['test-case'],
  examples: [
    {
      bad: report('| «TC-REV-012» | 黄色预警 |  | 通过 |'),
      message: 'TC-REV-012 没有写明验证哪个需求条目；请填写“需求条目”。',
    },
    {
      bad: { ...report('| «TC-REV-012» | 黄色预警 | REQ-REV-012 | 通过 |'), ...srs('- 状态：deleted') },
      message: 'TC-REV-012 验证的 REQ-REV-012 已删除；请改为现行的条目，或停用该用例。',
    },
    { good: { ...report('| TC-REV-012 | 黄色预警 | REQ-REV-012 | 通过 |'), ...srs() } },
    // ref/broken reports an identifier that does not exist.
    { good: report('| TC-REV-012 | 黄色预警 | REQ-REV-099 | 通过 |') },
    { good: report('| TC-REV-012 | 黄色预警 |  |  |', 'v2.4.0', 'draft') },
  ],

  *check(item, project) {
    const { id, path, document, attributes } = item;
    const owner = project.entry(document);
    if (owner !== undefined && !project.reached(owner, 'reviewed')) return;
    const named = namesIn(attributes['requirement'] as readonly string[]);
    const gone = named.filter(name => project.find(name)?.item?.attributes['status'] === 'deleted');
    const at = atItem(path, id);
    if (named.length === 0) {
      yield {
        at,
        id,
        say: {
          zh: `${id} 没有写明验证哪个需求条目；请填写“需求条目”。`,
          en: `${id} names no requirement item: name the one it verifies.`,
        },
      };
    } else if (gone.length === named.length) {
      const zh = `${id} 验证的 ${gone.join('、')} 已删除；请改为现行的条目，或停用该用例。`;
      yield {
        at,
        id,
        say: {
          zh,
          en: `${id} verifies ${gone.join(', ')}, which is deleted: name a valid item, or retire the case.`,
        },
      };
    }
  },
});
