/** Rules that read facts of the repository: asked only when one is on, judged again when a fact changes, silent where nothing is known. */
import { expect, test } from 'vitest';
import { Session } from '../../engine/session/session.ts';
import { open, sourceOf } from '../inMemory.ts';
import { factsIn } from '../inMemoryRepository.ts';

const RECORD = 'records/deployment/2026/BS-2026-001.md';
const FILES = { 'docket.yml': 'docket: 1\n', [RECORD]: '---\nstatus: success\nrelease_tag: v1\n---\n# 上线\n' };
const TAGGED = factsIn({ tags: ['v1'] });
const UNTAGGED = factsIn({ tags: ['v0.9.0'] });
const findingsOf = (session: Session) => session.analysis().findings({ scope: 'project', beyondBaseline: false });
const isAboutTags = ({ rule }: { readonly rule: string }) => rule === 'deployment/tag-exists';

test('a session that learns of a tag says what a fresh one says', () => {
  const session = open(FILES, undefined, UNTAGGED);
  expect(findingsOf(session).some(isAboutTags)).toBe(true);
  for (const facts of [TAGGED, UNTAGGED, undefined, TAGGED]) {
    session.knowRepository(facts);
    expect(findingsOf(session)).toEqual(findingsOf(open(FILES, undefined, facts)));
    expect(findingsOf(session).some(isAboutTags)).toBe(facts === UNTAGGED);
  }
});

test.each([
  ['no record has a tag', { 'docket.yml': 'docket: 1\n' }, 0],
  ['the rule is off', { ...FILES, 'docket.yml': 'docket: 1\nrules: { deployment/tag-exists: off }\n' }, 0],
  ['a record has one', FILES, 1],
])('where %s, facts are asked for accordingly', (_name, files, times) => {
  let asked = 0;
  const repository = () => {
    asked++;
    return TAGGED;
  };
  findingsOf(Session.open(sourceOf(files), { asOf: '2026-06-01', repository }));
  expect(asked).toBe(times);
});
