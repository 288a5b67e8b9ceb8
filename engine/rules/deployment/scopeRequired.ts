import type { Deployment } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const BS = 'records/deployment/2026/BS-2026-003.md';
const SOFTWARE = '| 软件组件 | 原版本 | 新版本 |\n|---|---|---|\n| 应用程序包 | v2.3.5 | v2.4.0 |\n';
const ENVIRONMENT = '| 环境类别 | 环境组件 | 调整内容 |\n|---|---|---|\n| 中间件 | JVM 参数 | 未调整 |\n';
const success = (tables: string, status = 'success') =>
  `---\nstatus: ${status}\n---\n# 上线\n\n## 部署概况\n\n${tables}`;

export const scopeRequired = entryRule<Deployment>({
  id: 'deployment/scope-required',
  says: {
    zh: '部署记录列明软件组件和相关环境组件。',
    en: 'A deployment lists the software and the parts of the environment it concerned.',
  },
  why: {
    zh: '合同的部署服务包括软件服务及相关环境；只记一半，日后查不出环境何时变过。',
    en: 'By contract a deployment covers software and environment; if only one is recorded, a change of the other cannot be traced.',
  },
  clauses: ['C3.1.3-02'],
  severity: 'error',
  kinds: ['deployment'],
  examples: [
    {
      bad: { [BS]: success(SOFTWARE, '«success»') },
      message: 'BS-2026-003 缺少“环境组件”（env_components）：状态已到“成功”。',
    },
    {
      bad: { [BS]: success(ENVIRONMENT, '«success»') },
      message: 'BS-2026-003 缺少“软件组件”（software_components）：状态已到“成功”。',
    },
    { good: { [BS]: success(`${SOFTWARE}\n${ENVIRONMENT}`) } },
    { good: { [BS]: success('', 'planned') } },
  ],
  check: page => unmetFor('deployment/scope-required', page),
});
