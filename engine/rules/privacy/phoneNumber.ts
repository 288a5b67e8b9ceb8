import { masked, MOBILE } from '../runner/mask.ts';
import { documentRule } from '../rule.ts';
import type { Modelled } from '../../model/read/modelled.ts';
import { atSpan } from '../../model/place.ts';

export const phoneNumber = documentRule({
  id: 'privacy/phone-number',
  says: {
    zh: '手机号只写在 docket.yml 允许的字段里。',
    en: 'Mobile numbers are only in fields that docket.yml allows.',
  },
  why: {
    zh: '手机号是个人信息；单据里写联系方式索引即可，值班表等确需的字段在配置中列明。',
    en: 'A mobile number is personal data; records refer to the contact list, and docket.yml names the fields that need a number.',
  },
  clauses: ['C4.9-06'],
  severity: 'warning',
  examples: [
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: registered\nreporter: { org: 市局, contact_ref: "«13800138000»" }\n---\n# 登录失败\n',
      },
      message: '出现手机号 138********：请改写联系方式索引，或在 docket.yml 的 privacy.phone_fields 中允许该字段。',
    },
    {
      good: {
        'docket.yml': 'privacy:\n  phone_fields: [contact_ref]\n',
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: registered\nreporter: { org: 市局, contact_ref: "13800138000" }\n---\n# 登录失败\n\n业务流水号 2013800138000，SHA 4f13800138000。\n',
      },
    },
  ],

  *check(page, { config }) {
    const { path, text } = page.document;
    const allowed = allowedSpans(page, config.privacy.phone_fields ?? []);
    for (const match of text.matchAll(MOBILE)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (allowed.some(({ start, end }) => start <= span.start && span.end <= end)) continue;
      const shown = masked(match[0]);
      yield {
        at: atSpan(path, span),
        say: {
          zh: `出现手机号 ${shown}：请改写联系方式索引，或在 docket.yml 的 privacy.phone_fields 中允许该字段。`,
          en: `Replace this mobile number, ${shown}, by a reference to the contact list, or allow the field under privacy.phone_fields in docket.yml.`,
        },
      };
    }
  },
});

/** Spans of the fields with these names; a name may have a path: `contact_ref` or `reporter/contact_ref`. */
function allowedSpans({ entries }: Modelled, fields: readonly string[]) {
  const isAllowed = (pointer: string) => fields.some(field => pointer.endsWith(`/${field.replaceAll('.', '/')}`));
  return entries.flatMap(({ normalised }) =>
    [...normalised.places].filter(([pointer]) => isAllowed(pointer)).map(([, { span }]) => span),
  );
}
