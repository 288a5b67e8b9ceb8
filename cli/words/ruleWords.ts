/** How a rule's severity, footing and examples are put into words, on the command line and on the pages about rules. */
import type { ExampleCommit, ExampleRepository, Rule, Words } from '../../engine/session/types.ts';

const LEVELS: Readonly<Record<string, Words>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
  off: { zh: '关闭', en: 'off' },
};

/** A level of severity in both languages. */
export function levelWords(level: string): Words {
  return LEVELS[level] ?? { zh: level, en: level };
}

/** `合同条款 C4.5-02`, or what else the rule rests on. */
export function footing({ clauses, basis }: Rule): Words {
  const list = (clauses ?? []).join('、');
  if (list !== '') return { zh: `合同条款 ${list}`, en: `contract clauses ${(clauses ?? []).join(', ')}` };
  return basis === 'standard' ? { zh: '国家或行业标准', en: 'a standard' } : { zh: '工程惯例', en: 'good practice' };
}

/** What the git repository of an example holds besides the files. */
export function repositoryLines({
  remotes = {},
  tags = [],
  commits = [],
}: ExampleRepository): readonly (readonly [label: Words, what: string])[] {
  return [
    ...Object.entries(remotes).map(([name, host]) => [{ zh: '远程', en: 'remote' }, `${name} ${host}`] as const),
    ...tags.map(tag => [{ zh: '标签', en: 'tag' }, tag] as const),
    ...commits.map(commit => [{ zh: '提交', en: 'commit' }, commitWords(commit)] as const),
  ];
}

function commitWords({ message, at, tags = [], signed }: ExampleCommit): string {
  const words = message.split('\n').filter(text => text !== '');
  return [at.slice(0, 16).replace('T', ' '), ...words, ...tags, ...(signed === undefined ? [] : [signed])].join(' · ');
}
