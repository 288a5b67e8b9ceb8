import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';
import { wrongValues } from './values.ts';

export const schema = entryRule({
  id: 'doc/schema',
  says: {
    zh: '单据的必填字段齐全，字段的值符合其类型。',
    en: 'A record has the fields that its kind and state require, with values of the right form.',
  },
  why: {
    zh: '台账、报告和指标都由字段计算；缺一个字段或写错一个值，结果就不可信。',
    en: 'Ledgers, reports and figures are computed from the fields; a missing or wrong field makes them wrong.',
  },
  clauses: ['C4.1-04', 'C4.5-01'],
  severity: 'error',
  examples: [
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: registered\nkind: fault\nseverity: «P5»\nchannel: phone\nreporter: { org: 市局 }\nreported_at: 2026-05-20T09:42:00+08:00\nauthor: RY-002\nsystem: ZZGL\n---\n# 登录失败\n\n## 问题描述\n\n无法登录。\n',
      },
      message: 'WX-2026-0001 的“级别”写作“P5”，应为以下之一：P1（特别紧急）、P2（紧急）、P3（一般）、P4（轻微）。',
    },
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: registered\nkind: fault\nseverity: P3\nchannel: phone\nreporter: { org: 市局 }\nreported_at: 2026-05-20T09:42:00+08:00\nid: «WX-2026-0001»\nsystem: ZZGL\n---\n# 登录失败\n\n## 问题描述\n\n无法登录。\n',
      },
      message: 'WX-2026-0001 缺少“编制人”（author）。',
    },
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: registered\nkind: fault\nseverity: P3\nchannel: phone\nreporter: { org: 市局 }\nreported_at: «2026-05-20 09:42»\nauthor: RY-002\nsystem: ZZGL\n---\n# 登录失败\n\n## 问题描述\n\n无法登录。\n',
      },
      message: 'WX-2026-0001 的“受理时间”写作“2026-05-20 09:42”，应为带时区的时间，如 2026-05-20T09:42:00+08:00。',
    },
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: registered\nkind: fault\nseverity: P3\nchannel: phone\nreporter: { org: 市局 }\nreported_at: 2026-05-20T09:42:00+08:00\nauthor: RY-002\nsystem: ZZGL\ncreated: «2026-02-30»\nsatisfaction: «6»\n---\n# 登录失败\n\n## 问题描述\n\n无法登录。\n',
      },
      message: 'WX-2026-0001 的“编制日期”写作“2026-02-30”，应为日期，如 2026-05-20。',
    },
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: «closd»\nkind: fault\nseverity: P3\nchannel: phone\nreporter: { org: 市局 }\nreported_at: 2026-05-20T09:42:00+08:00\nauthor: RY-002\nsystem: ZZGL\n---\n# 登录失败\n\n## 问题描述\n\n无法登录。\n',
      },
      message:
        'WX-2026-0001 的“状态”写作“closd”，应为以下之一：registered（已登记）、accepted（已受理）、processing（处理中）、escalated（已升级二线）、resolved（已解决）、fed_back（已反馈）、closed（已关闭）、reopened（重开）等。是否指 closed？',
    },
    // A row of a journal.
    {
      bad: {
        'records/ticket/2026/WX-2026-05.md':
          '---\nid: WX-2026-05\ntype: journal\nof: ticket\nsystem: ZZGL\nauthor: RY-002\ncreated: 2026-05-01\nstatus: open\n---\n# 登记簿\n\n| 编号 | 状态 | 类别 | 级别 | 受理渠道 | 提出人 | 受理时间 | 问题描述 |\n|---|---|---|---|---|---|---|---|\n| WX-2026-0001 | «登记» | fault | P3 | phone | 市局 | 2026-05-20 09:42 | 无法登录。 |\n',
      },
      message:
        'WX-2026-0001 的“状态”写作“登记”，应为以下之一：registered（已登记）、accepted（已受理）、processing（处理中）、escalated（已升级二线）、resolved（已解决）、fed_back（已反馈）、closed（已关闭）、reopened（重开）等。是否指 registered？',
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\n状态: 已登记\nkind: fault\nseverity: 三级\nchannel: phone\nreporter: { org: 市局 }\nreported_at: 2026-05-20T09:42:00+08:00\nauthor: RY-002\nsystem: ZZGL\n---\n# 登录失败\n\n## 问题描述\n\n无法登录。\n',
      },
    },
  ],

  *check(page, settings) {
    yield* unmetFor('doc/schema', page);
    yield* wrongValues(page, settings);
  },
});
