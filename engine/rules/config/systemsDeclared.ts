import { CONFIG_PATH } from '../../model/config/projectConfig.ts';
import { projectRule } from '../rule.ts';
import { atKey, atValue } from '../../model/place.ts';

export const systemsDeclared = projectRule({
  id: 'config/systems-declared',
  says: {
    zh: 'docket.yml 登记了合同范围内的系统和模块。',
    en: 'docket.yml registers the systems and modules of the contract.',
  },
  why: {
    zh: '合同按系统和功能模块约定服务范围，单据要能对到登记的系统。',
    en: 'The contract covers named systems and modules, and every record has to fall under one.',
  },
  clauses: ['C3.0-01'],
  severity: 'error',
  examples: [
    {
      bad: { 'docket.yml': '«docket:» 1\n' },
      message: '没有登记系统：在 systems 下至少写一个系统的 code、name 和 modules。',
    },
    {
      bad: { 'docket.yml': 'systems:\n  - «code: ZZGL\n    name: 证照系统»\n' },
      message: '系统 ZZGL 没有写模块（modules）。',
    },
    {
      bad: { 'docket.yml': 'systems:\n  - «name: 证照系统\n    modules: review»\n' },
      message: '第 1 个系统没有写代码（code）。',
    },
    { good: { 'docket.yml': 'systems:\n  - { code: ZZGL, name: 证照系统, modules: [review] }\n' } },
  ],

  *check({ config: { systems }, exists }) {
    if (!exists(CONFIG_PATH)) return;
    if (systems.length === 0) {
      yield {
        at: atKey(CONFIG_PATH, '/systems'),
        say: {
          zh: '没有登记系统：在 systems 下至少写一个系统的 code、name 和 modules。',
          en: 'No system is registered: put at least one under systems, with code, name and modules.',
        },
      };
    }
    for (const [n, { code, name, modules }] of systems.entries()) {
      const missing =
        code === '' ? LACKS.code : name === '' ? LACKS.name : modules.length === 0 ? LACKS.modules : undefined;
      if (missing === undefined) continue;
      const [zh, en] = code === '' ? [`第 ${n + 1} 个系统`, `System ${n + 1}`] : [`系统 ${code} `, `System ${code}`];
      yield {
        at: atValue(CONFIG_PATH, `/systems/${n}`),
        say: { zh: `${zh}${missing.zh}。`, en: `${en} ${missing.en}.` },
      };
    }
  },
});

const LACKS = {
  code: { zh: '没有写代码（code）', en: 'has no code' },
  name: { zh: '没有写名称（name）', en: 'has no name' },
  modules: { zh: '没有写模块（modules）', en: 'has no modules' },
};
