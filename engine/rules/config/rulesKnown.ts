import type { Data } from '../../model/entry.ts';
import { CONFIG_PATH } from '../../model/config/projectConfig.ts';
import { atKey } from '../../model/place.ts';
import { closest } from '../nearest.ts';
import { projectRule, type Remark } from '../rule.ts';

/** Spoken by `run.ts`, which alone knows all the rules. */
export const rulesKnown = projectRule({
  id: 'config/rules-known',
  says: { zh: 'docket.yml 中设置级别的规则都存在。', en: 'Every rule that docket.yml gives a level exists.' },
  why: {
    zh: '规则名写错，级别就不起作用：以为关闭的仍在报告，以为从严的仍是原来的级别。',
    en: 'A misspelt rule keeps its level: what was meant to be off still reports, what was meant to be strict does not.',
  },
  basis: 'practice',
  severity: 'warning',
  examples: [
    {
      bad: { 'docket.yml': 'rules:\n  «ticket/cause-require»: off\n  «tickets/*»: info\n' },
      message: '没有规则 ticket/cause-require，这一行不起作用。是否指 ticket/cause-required？',
    },
    {
      bad: { 'docket.yml': 'rules:\n  «my/own-thing»: off\n' },
      message: '没有规则 my/own-thing，这一行不起作用。运行 docket rules 查看全部规则。',
    },
    { good: { 'docket.yml': 'rules: { ticket/cause-required: off, inspection/*: info }\n' } },
  ],
  *check() {},
});

/** What the configuration says about rules that are not among those known. */
export function* unknownRules(settings: Data, known: readonly string[]): Iterable<Remark> {
  const groups = [...new Set(known.map(id => `${id.slice(0, id.indexOf('/'))}/*`))];
  for (const name of Object.keys(settings)) {
    if (!known.includes(name) && !groups.includes(name))
      yield unknownRule(name, closest(name, name.endsWith('/*') ? groups : known));
  }
}

function unknownRule(name: string, near: string | undefined): Remark {
  const at = atKey(CONFIG_PATH, `/rules/${name}`);
  const fix = {
    title: { zh: `改为 ${near}`, en: `Change to ${near}` },
    safe: false,
    edits: [{ do: 'rename-key' as const, at, to: near ?? name }],
  };
  return {
    at,
    say: {
      zh: `没有规则 ${name}，这一行不起作用。${near ? `是否指 ${near}？` : '运行 docket rules 查看全部规则。'}`,
      en: `There is no rule ${name}, so this line does nothing. ${near ? `Did you mean ${near}?` : 'Run docket rules to see them all.'}`,
    },
    fixes: near === undefined ? [] : [fix],
  };
}
