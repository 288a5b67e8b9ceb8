import { readConfig, CONFIG_PATH } from '../../model/project.ts';
import { valueAt } from '../../model/entry.ts';
import type { Fields } from '../../model/kinds.ts';
import { mapOf } from '../../model/config.ts';
import { config as described, valueErrors } from '../../model/validators.ts';
import { fieldAt, sayWrong } from '../doc/values.ts';
import { closest } from '../nearest.ts';
import type { Project } from '../project.ts';
import { projectRule, type Report } from '../rule.ts';
import { atKey, atSpan, atValue } from '../../model/place.ts';

export const readable = projectRule({
  id: 'config/readable',
  says: { zh: 'docket.yml 能读，设置项和值都认识。', en: 'docket.yml can be read, and every setting and value in it is known.' },
  why: {
    zh: '写错的设置不起作用；检查仍按上一份能读的配置或默认值进行，没有人会察觉。',
    en: 'A misspelt setting does nothing: checks go on by the last readable settings or by defaults, and nobody notices.',
  },
  basis: 'practice',
  severity: 'error',
  examples: [
    {
      bad: { 'docket.yml': 'project:\n  name: 证照«: 运维»\n' },
      message: 'docket.yml 不是合法的 YAML，仍按上一份能读的配置检查：请检查这一行的缩进、冒号后的空格、括号和引号。',
    },
    { bad: { 'docket.yml': '«langage»: en\nproject:\n  «contrat»: HT-1\n' }, message: '没有“langage”这个设置。是否指 language？' },
    { bad: { 'docket.yml': 'language: «fr»\ncode:\n  - «include: src/**»\n' }, message: '“语言”写作“fr”，应为以下之一：zh-CN（中文）、en（英文）。' },
    {
      bad: { 'docket.yml': 'rules:\n  ticket/cause-required: «fatal»\n' },
      message: '规则 ticket/cause-required 的级别写作“fatal”，应为 error、warning、info 或 off。',
    },
    { bad: { 'docket.yml': 'docket: 1\n«docket»: 2\n' }, message: '“docket”写了两次，以前一个为准：请删去一个。' },
    {
      bad: { 'docket.yml': '«- 一\n- 二»\n' },
      message: 'docket.yml 的内容不是“设置项: 值”，仍按上一份能读的配置检查：请参照样例书写，或用 docket init 生成。',
    },
    { good: { 'docket.yml': 'docket: 1\nlanguage: 中文\nx-note: 自用\nrules: { ticket/cause-required: off, code/*: info }\n' } },
  ],

  *check(project) {
    const text = project.text(CONFIG_PATH);
    if (text === undefined || text.trim() === '') return;
    const { yaml, normalised } = readConfig(text);
    if (yaml.root !== undefined && yaml.root.sort !== 'map') yield { at: atSpan(CONFIG_PATH, yaml.root.span), say: NO_MAP };
    for (const { code, detail, span } of yaml.problems)
      yield { at: atSpan(CONFIG_PATH, span), say: code === 'yaml-duplicate-key' ? twice(detail) : unreadable(code) };
    for (const { code, name, pointer, span } of normalised.notes) {
      if (code === 'unknown-field') yield unknownSetting(pointer, name);
      if (code === 'twice') yield { at: atSpan(CONFIG_PATH, span), say: twice(name) };
    }
    yield* wrongSettings(project, normalised.data);
    yield* missingParts(described.fields, normalised.data, '');
    yield* wrongLevels(normalised.data);
  },
});

const NO_MAP = {
  zh: 'docket.yml 的内容不是“设置项: 值”，仍按上一份能读的配置检查：请参照样例书写，或用 docket init 生成。',
  en: 'docket.yml holds no settings (`name: value`), so the last readable one stays in force: see the sample, or let docket init write one.',
};

function unreadable(code: string) {
  if (code === 'yaml-alias')
    return { zh: 'docket.yml 用了 YAML 别名：请直接写出内容。', en: 'docket.yml uses a YAML alias: write out what it stands for.' };
  return {
    zh: 'docket.yml 不是合法的 YAML，仍按上一份能读的配置检查：请检查这一行的缩进、冒号后的空格、括号和引号。',
    en: 'docket.yml is not valid YAML, so the last readable one stays in force: check the indentation, the space after the colon and the quotes of this line.',
  };
}

function twice(name: string) {
  return { zh: `“${name}”写了两次，以前一个为准：请删去一个。`, en: `“${name}” is written twice; the first counts: delete one.` };
}

function unknownSetting(pointer: string, name: string): Report {
  const above = fieldAt(described.fields, pointer.slice(0, pointer.lastIndexOf('/')));
  const known = (pointer.lastIndexOf('/') === 0 ? described.fields : above?.fields)?.byKey.keys() ?? [];
  const near = closest(name, [...known]);
  const at = atKey(CONFIG_PATH, pointer);
  return {
    at,
    say: {
      zh: `没有“${name}”这个设置。${near ? `是否指 ${near}？` : '自用的内容请以 x- 开头。'}`,
      en: `There is no setting “${name}”. ${near ? `Did you mean ${near}?` : 'Names of your own begin with x-.'}`,
    },
    fixes: near
      ? [
          {
            title: { zh: `改名为 ${near}`, en: `Rename to ${near}` },
            safe: false,
            edits: [{ do: 'rename-key', at, to: near }],
          },
        ]
      : [],
  };
}

function* wrongSettings({ catalogue }: Project, data: Readonly<Record<string, unknown>>): Iterable<Report> {
  for (const pointer of new Set(valueErrors(described, data).map(({ instancePath }) => instancePath))) {
    const field = fieldAt(described.fields, pointer);
    if (field === undefined) continue;
    yield { at: atValue(CONFIG_PATH, pointer), say: sayWrong(field, valueAt(data, pointer), described, catalogue, { zh: '', en: '' }) };
  }
}

/** Systems and the period have rules of their own. */
const ELSEWHERE = /^\/(?:systems\/\d+|project\/period)$/;

function* missingParts(fields: Fields, data: Readonly<Record<string, unknown>>, at: string): Iterable<Report> {
  for (const field of fields.byKey.values()) {
    const value = data[field.key];
    const pointer = `${at}/${field.key}`;
    if (value === undefined && field.required && !ELSEWHERE.test(at)) {
      yield {
        at: atValue(CONFIG_PATH, at),
        say: { zh: `缺少“${field.label.zh}”（${field.key}）。`, en: `${field.label.en} (${field.key}) is missing.` },
      };
    }
    if (field.fields) yield* missingParts(field.fields, mapOf(value), pointer);
    if (field.of?.fields && Array.isArray(value))
      for (const [n, row] of value.entries()) yield* missingParts(field.of.fields, mapOf(row), `${pointer}/${n}`);
  }
}

const LEVELS = ['error', 'warning', 'info', 'off'];

function* wrongLevels(data: Readonly<Record<string, unknown>>): Iterable<Report> {
  for (const [rule, level] of Object.entries(mapOf(data['rules']))) {
    if (LEVELS.includes(String(level))) continue;
    yield {
      at: atValue(CONFIG_PATH, `/rules/${rule}`),
      say: {
        zh: `规则 ${rule} 的级别写作“${String(level)}”，应为 error、warning、info 或 off。`,
        en: `The level of ${rule} says “${String(level)}” but should be error, warning, info or off.`,
      },
    };
  }
}
