import type { Staff } from '../../../docs-schema/generated/types.ts';
import { placeOf } from '../../model/entry.ts';
import { crossRule } from '../rule.ts';
import { owesUndertaking, undertakingsOf } from './undertakings.ts';

const [RY, BM] = ['people/staff/RY-007.md', 'people/nda/BM-007.md'];
const person = (more = '', status = 'active') => `---\nid: «RY-007»\nstatus: ${status}\n${more}---\n# 郑七\n`;
const calm = (more = '', status = 'active') => person(more, status).replace(/[«»]/g, '');
const nda = (status: string) =>
  `---\nstatus: ${status}\nlevel: person\nperson: RY-007\nsigned_at: 2025-09-22\n---\n# 保密协议\n`;

export const missing = crossRule<Staff>({
  id: 'nda/missing',
  says: {
    zh: '须签保密协议的在岗人员都已签署。',
    en: 'Every person who must sign an undertaking of confidentiality has signed it.',
  },
  why: {
    zh: '合同要求审查通过后签署保密协议或承诺；没有签署，泄密时不能追究责任。',
    en: 'The contract requires a signed undertaking; without one no person is liable for a leak.',
  },
  clauses: ['C4.9-04'],
  severity: 'error',
  kinds: ['staff'],
  examples: [
    {
      bad: { [RY]: person('key_data_post: true\n') },
      message: 'RY-007 在关键数据岗位，没有已签署的保密协议或承诺书；请签署后登记（BM-）。',
    },
    {
      bad: { 'docket.yml': 'duties: { nda: everybody }\n', [RY]: person(), [BM]: nda('draft') },
      message: 'RY-007 在岗，保密协议 BM-007 尚未签署。',
    },
    { good: { [RY]: calm('key_data_post: true\n'), [BM]: nda('signed') } },
    { good: { [RY]: calm() } },
    { good: { [RY]: calm('key_data_post: true\n', 'approved') } },
  ],

  *check(entry, project) {
    if (!owesUndertaking(entry, project)) return;
    const all = undertakingsOf(entry.id, project);
    if (all.some(nda => project.reached(nda, 'signed'))) return;
    const { id } = entry;
    const draft = all[0]?.id;
    const post =
      entry.data.key_data_post === true
        ? { zh: '在关键数据岗位', en: 'holds a key data post' }
        : { zh: '在岗', en: 'is in service' };
    yield {
      at: placeOf(entry, '/id'),
      id,
      say: {
        zh: draft
          ? `${id} ${post.zh}，保密协议 ${draft} 尚未签署。`
          : `${id} ${post.zh}，没有已签署的保密协议或承诺书；请签署后登记（BM-）。`,
        en: draft
          ? `${id} ${post.en} and has not signed ${draft}: have it signed.`
          : `${id} ${post.en} without a signed undertaking: have it signed and register it (BM-).`,
      },
    };
  },
});
