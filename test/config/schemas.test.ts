/** The JSON Schemas that editors use accept every docket.yml and every kind file that is right, and refuse what is not. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../engine/rules/catalogue.generated.ts';
import { unmark } from '../inMemory.ts';
import { ROOT, schemaErrors } from './editorSchema.ts';

const configErrors = schemaErrors('docket.schema.json');
const kindErrors = schemaErrors('kind-file.schema.json');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const filesIn = (folder: string) =>
  readdirSync(path.join(ROOT, folder))
    .filter(name => name.endsWith('.yml'))
    .map(name => `${folder}/${name}`);

/** What the good examples of the rules are configured by. */
const EXAMPLES = rules.flatMap(({ id, examples }) =>
  examples.flatMap((example, n) => {
    const text = 'good' in example ? unmark(example.good).files['docket.yml'] : undefined;
    return text === undefined || text.trim() === '' ? [] : [[`${id} ${n + 1}`, text] as const];
  }),
);

describe('docket.yml that is right', () => {
  test.each(['docket.yml', 'samples/zzgl/files/docket.yml'])('%s', file => {
    expect(configErrors(read(file))).toEqual([]);
  });

  test.each(EXAMPLES)('of %s', (_name, text) => {
    expect(configErrors(text)).toEqual([]);
  });

  test.each([
    '语言: 中文\n项目: { 项目名称: 证照, 甲方: 管理局 }\n',
    'duties:\nkpi:\nproject: { name: }\n',
    'sla: { levels: { 紧急: { 响应: 30分钟, 计时: 工作时间 } } }\n',
    'duties: { assessment: false, onsite_min: 9, signoff: { due: 5个工作日 } }\n',
    'git: { remotes: git.example.cn }\nx-own: { any: thing }\n',
    'owes: { due: { lld: release+5d, visit: release }, requirement: [srs], default: reached }\n',
  ])('%j', text => {
    expect(configErrors(text)).toEqual([]);
  });
});

test('there are examples to ask about', () => {
  expect(EXAMPLES.length).toBeGreaterThan(50);
});

describe('kind files that are right', () => {
  test.each([...filesIn('docket/kinds'), ...filesIn('docs-schema/kinds')])('%s', file => {
    expect(kindErrors(read(file))).toEqual([]);
  });
});

describe('kind files that are not', () => {
  test.each([
    ['kind: a\nfeilds: {}\n', 'must NOT have additional properties'],
    ['kind: a\nfields: { n: { typ: text } }\n', 'must NOT have additional properties'],
    ['kind: a\nfields: { n: { type: txt } }\n', 'must be equal to one of the allowed values'],
    ['kind: a\nfields: [n]\n', 'must be object'],
    ['kind: a\nplace: first\n', 'must be number'],
    ['kind: a\nfields: { n: { enum: { x: 甲 } } }\n', 'must be object'],
    ['- kind: a\n', 'must be object'],
  ])('%j', (text, said) => {
    expect(kindErrors(text).join('\n')).toContain(said);
  });
});

test('the schema is loaded while a user types: it is short', () => {
  expect(read('docs-schema/generated/schemas/docket.schema.json').length).toBeLessThan(60_000);
});
