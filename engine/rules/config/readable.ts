import { atSpan, atValue } from '../../model/place.ts';
import { ALL } from '../../base/queries.ts';
import type { Span } from '../../base/text.ts';
import type { Words } from '../../base/words.ts';
import { mapOf } from '../../model/config/config.ts';
import type { Fields } from '../../model/kinds/kinds.ts';
import { CONFIG_PATH, configFields, isConfigLost, readConfig } from '../../model/config/projectConfig.ts';
import type { Note } from '../../model/read/normalise.ts';
import type { SettingFault } from '../../model/config/readSettings.ts';
import { spanFaults } from '../../model/config/datedSpans.ts';
import type { Project } from '../project.ts';
import { projectRule, type Remark } from '../rule.ts';
import { unknownKinds, unknownPeople, unknownSetting, unusualKey } from './unknownSettings.ts';
import { WIDE_COLON, wrongSetting, wrongSpan } from './wrongSettings.ts';

export const readable = projectRule({
  id: 'config/readable',
  says: {
    zh: 'docket.yml 能读，设置项和值都认识。',
    en: 'docket.yml can be read, and every setting and value in it is known.',
  },
  why: {
    zh: '写错的设置不起作用；检查仍按上一份能读的配置或默认值进行，没有人会察觉。',
    en: 'A misspelt setting does nothing: checks go on by the last readable settings or by defaults, and it goes unnoticed.',
  },
  basis: 'practice',
  severity: 'error',
  examples: [
    {
      bad: { 'docket.yml': 'project:\n  name: 证照«: 运维»\n' },
      message:
        'docket.yml 不是合法的 YAML，没有可用的配置，其他内容未检查：请检查这一行的缩进、冒号后的空格、括号和引号。',
    },
    {
      bad: { 'docket.yml': '«langage»: en\nproject:\n  «contrat»: HT-1\n' },
      message: '没有“langage”这个设置。是否指 language？',
    },
    {
      bad: { 'docket.yml': 'language: «fr»\ncode:\n  - «include: src/**»\n' },
      message: '“语言”写作“fr”，应为以下之一：zh-CN（中文）、en（英文）。',
    },
    {
      bad: { 'docket.yml': 'rules:\n  ticket/cause-required: «fatal»\n' },
      message: '规则 ticket/cause-required 的级别写作“fatal”，应为 error、warning、info 或 off。',
    },
    { bad: { 'docket.yml': 'docket: 1\n«docket»: 2\n' }, message: '“docket”写了两次，以前一个为准：请删去一个。' },
    {
      bad: { 'docket.yml': '«- 一\n- 二»\n' },
      message:
        'docket.yml 的内容不是“设置项: 值”，没有可用的配置，其他内容未检查：请参照样例书写，或用 docket init 生成。',
    },
    {
      good: {
        'docket.yml': 'docket: 1\nlanguage: 中文\nx-note: 自用\nrules: { ticket/cause-required: off, code/*: info }\n',
      },
    },
  ],

  *check(project) {
    const text = project.text(CONFIG_PATH);
    if (text === undefined || text.trim() === '') return;
    const { yaml, normalised, read } = readConfig(text);
    const until = project.get(isConfigLost, ALL) ? NOTHING_ELSE : LAST_ONE;
    if (yaml.root !== undefined && yaml.root.sort !== 'map')
      yield { at: atSpan(CONFIG_PATH, yaml.root.span), say: withColon(noMap(until), text) };
    const second = secondDocument(text);
    if (second !== undefined) yield { at: atSpan(CONFIG_PATH, second), say: SECOND };
    for (const { code, detail, span } of yaml.problems)
      yield {
        at: atSpan(CONFIG_PATH, span),
        say:
          code === 'yaml-duplicate-key'
            ? twice(detail)
            : withColon(
                unreadable(code, until),
                text.slice(lineStart(text, lineStart(text, span.start) - 1), span.end),
              ),
      };
    for (const note of normalised.notes) {
      if (note.code === 'unknown-field') yield unknownSetting(note);
      if (note.code === 'twice') yield { at: atSpan(CONFIG_PATH, note.span), say: twice(note.name) };
      if (note.code === 'alias') yield* unusualKey(note);
    }
    for (const fault of read.faults)
      if (!ownKind(fault, project) && !fault.pointer.startsWith('/rules/'))
        yield wrongSetting(fault, project.catalogue);
    for (const fault of spanFaults(read.settings)) yield wrongSpan(fault);
    yield* missingParts(configFields, normalised.data, '', mapsWithUnknown(normalised.notes));
    yield* wrongLevels(normalised.data);
    yield* unknownKinds(mapOf(mapOf(normalised.data['owes'])['due']), project);
    yield* unknownPeople(project);
  },
});

/** A kind that the project added is no name that is unknown. */
function ownKind({ field, value }: SettingFault, { catalogue }: Project): boolean {
  return field.takesKinds === true && field.enum !== undefined && catalogue.kindNamed(String(value)) !== undefined;
}

/** What holds while docket.yml cannot be read. */
const LAST_ONE: Words = { zh: '仍按上一份能读的配置检查', en: 'so the last readable one stays in force' };
const NOTHING_ELSE: Words = {
  zh: '没有可用的配置，其他内容未检查',
  en: 'so there is no configuration and nothing else was checked',
};

/** `text`: the line where it went wrong, and the one before; a colon of full width after its first word may be why. */
function withColon({ zh, en }: Words, text: string): Words {
  return /^[ \t]*[^\s：]+：/m.test(text) ? { zh: `${zh}${WIDE_COLON.zh}`, en: `${en}${WIDE_COLON.en}` } : { zh, en };
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** A line `---` after the first setting begins another document, which is not read. */
function secondDocument(text: string): Span | undefined {
  const first = /^(?!---|%|#|\s).+$/m.exec(text);
  const found = first === null ? undefined : /^---(?=\s|$)/m.exec(text.slice(first.index));
  if (first === null || found === null || found === undefined) return undefined;
  const start = first.index + found.index;
  return { start, end: start + 3 };
}

const SECOND: Words = {
  zh: '“---”之后是另一份 YAML 文档，不起作用：请删去这一行，把两部分合为一份。',
  en: 'After “---” comes another YAML document, which has no effect: delete this line, so that both parts are one.',
};

function noMap(until: Words): Words {
  return {
    zh: `docket.yml 的内容不是“设置项: 值”，${until.zh}：请参照样例书写，或用 docket init 生成。`,
    en: `docket.yml holds no settings (\`name: value\`), ${until.en}: see the sample, or let docket init write one.`,
  };
}

function unreadable(code: string, until: Words): Words {
  if (code === 'yaml-alias')
    return {
      zh: 'docket.yml 用了 YAML 别名：请直接写出内容。',
      en: 'docket.yml uses a YAML alias: write out its content.',
    };
  return {
    zh: `docket.yml 不是合法的 YAML，${until.zh}：请检查这一行的缩进、冒号后的空格、括号和引号。`,
    en: `docket.yml is not valid YAML, ${until.en}: check the indentation, the space after the colon and the quotes of this line.`,
  };
}

function twice(name: string) {
  return {
    zh: `“${name}”写了两次，以前一个为准：请删去一个。`,
    en: `“${name}” is written twice; the first counts: delete one.`,
  };
}

function mapsWithUnknown(notes: readonly Note[]): ReadonlySet<string> {
  const unknown = notes.filter(({ code, key }) => code === 'unknown-field' && key === undefined);
  return new Set(unknown.map(({ pointer }) => pointer.slice(0, pointer.lastIndexOf('/'))));
}

/** Systems and the period have rules of their own. */
const ELSEWHERE = /^\/(?:systems\/\d+|project\/period)$/;

/** `strange`: pointers of maps with a key that is not known; it may be the one that is wanted. */
function* missingParts(
  fields: Fields,
  data: Readonly<Record<string, unknown>>,
  at: string,
  strange: ReadonlySet<string>,
): Iterable<Remark> {
  for (const field of fields.byKey.values()) {
    const value = data[field.key];
    const pointer = `${at}/${field.key}`;
    if (value === undefined && field.required && !ELSEWHERE.test(at) && !strange.has(at)) {
      yield {
        at: atValue(CONFIG_PATH, at),
        say: { zh: `缺少“${field.label.zh}”（${field.key}）。`, en: `${field.label.en} (${field.key}) is missing.` },
      };
    }
    if (field.fields) yield* missingParts(field.fields, mapOf(value), pointer, strange);
    if (field.type === 'list' && field.of?.fields && Array.isArray(value))
      for (const [n, row] of value.entries())
        if (typeof row === 'object' && row !== null)
          yield* missingParts(field.of.fields, mapOf(row), `${pointer}/${n}`, strange);
  }
}

const LEVELS = ['error', 'warning', 'info', 'off'];

function* wrongLevels(data: Readonly<Record<string, unknown>>): Iterable<Remark> {
  for (const [rule, level] of Object.entries(mapOf(data['rules']))) {
    if (LEVELS.includes(String(level))) continue;
    const written = typeof level === 'object' ? JSON.stringify(level) : String(level);
    yield {
      at: atValue(CONFIG_PATH, `/rules/${rule}`),
      say: {
        zh: `规则 ${rule} 的级别写作“${written}”，应为 error、warning、info 或 off。`,
        en: `The level of ${rule} says “${written}” but should be error, warning, info or off.`,
      },
    };
  }
}
