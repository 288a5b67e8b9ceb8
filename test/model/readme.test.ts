/** A README in a folder of records: it explains the folder, unless the folder is the record. */
import { expect, test } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import { open } from '../inMemory.ts';

const KEP = `kind: kep
label: { zh: 增强提案, en: Enhancement proposal }
takes: []
id: '\\d+-[A-Za-z0-9-]+'
folder: keps/{sig}/{proposal}
fields:
  id: { zh: 编号, en: Id, type: text, required: true, derived: id_of_path, rule: id/filename-match }
sections:
  summary: { zh: 摘要, en: Summary, required: true }
`;

const files = {
  'docket.yml': 'language: en\ndocuments: { include: ["**/*.md"] }\n',
  'docket/kinds/kep.yml': KEP,
  'records/ticket/README.md': '# How we register tickets\n',
  'records/ticket/2026/readme.md': '# The tickets of the year\n',
  'keps/sig-node/README.md': '# Proposals of the group\n',
  'keps/sig-node/127-user-namespaces/README.md': '# User namespaces\n\n## Motivation\n\nIsolation.\n',
  'keps/sig-node/127-user-namespaces/notes.md':
    '---\ntype: kep\nid: 128-Notes\n---\n\n# Notes\n\n## Summary\n\nMore.\n',
};

const analysis = open(files).analysis();
const findings = (path: string) =>
  analysis
    .findings({ path: asPath(path), scope: 'project', beyondBaseline: false })
    .map(({ rule, id }) => `${rule} ${id}`);

test.each(['records/ticket/README.md', 'records/ticket/2026/readme.md', 'keps/sig-node/README.md'])(
  '%s is no record',
  path => {
    expect(findings(path)).toEqual([]);
  },
);

test('a README is the record its folder is named after', () => {
  expect(findings('keps/sig-node/127-user-namespaces/README.md')).toEqual(['doc/section-required 127-user-namespaces']);
});

test('any other file goes by its own name', () => {
  expect(findings('keps/sig-node/127-user-namespaces/notes.md')).toEqual(['id/filename-match 128-Notes']);
});
