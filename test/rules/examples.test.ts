/** The examples of every rule are its tests. */
import { describe, expect, test } from 'vitest';
import { rules } from '../../engine/rules/catalogue.generated.ts';
import type { Finding } from '../../engine/rules/runner/finding.ts';
import type { Example, Files, Rule } from '../../engine/rules/rule.ts';
import { open, placeText, unmark } from '../inMemory.ts';
import { changeIn } from '../inMemoryChange.ts';
import { factsIn } from '../inMemoryRepository.ts';

const SPOKEN_BY_OTHERS = new Set(['docket/rule-failed']);

/** The marks of files and, for a rule about a change, of the commit message. */
function unmarked(example: Example): {
  readonly files: Files;
  readonly message: string;
  readonly marks: readonly string[];
} {
  const files = unmark('bad' in example ? example.bad : example.good);
  const said = unmark({ '': example.change?.message ?? '' });
  return { files: files.files, message: said.files[''] ?? '', marks: [...files.marks, ...said.marks].sort() };
}

function findingsFor(rule: Rule, files: Files, example: Example): readonly Finding[] {
  const own = { ...files, 'docket.yml': `${files['docket.yml'] ?? ''}\n` };
  if (rule.over !== 'change')
    return open(own, example.asOf, example.repository && factsIn(example.repository))
      .analysis()
      .findings({ scope: 'project', beyondBaseline: false });
  const { message } = unmarked(example);
  const change = { ...example.change, ...(example.change?.message === undefined ? {} : { message }) };
  return changeIn(own, change, example.asOf).changeFindings();
}

for (const rule of rules) {
  describe(rule.id, () => {
    rule.examples.forEach((example, n) => {
      const bad = 'bad' in example;
      test(`example ${n + 1} (${bad ? 'bad' : 'good'})`, () => {
        const { files, marks } = unmarked(example);
        const all = findingsFor(rule, files, example);
        const found = all.filter(finding => finding.rule === rule.id);
        expect(found.map(({ at }) => placeText(at.path, at.range)).sort()).toEqual(marks);
        if (bad) expect(found.map(({ message }) => message.zh)).toContain(example.message);
        expect(found.every(({ message }) => message.en !== '' && message.en !== message.zh)).toBe(true);
        const failed = all.filter(finding => finding.rule === 'docket/rule-failed');
        expect(failed.map(({ message }) => message.en)).toEqual([]);
      });
    });

    test('has a good and a bad example, and says on what it rests', () => {
      expect(rule.clauses !== undefined || rule.basis !== undefined).toBe(true);
      if (SPOKEN_BY_OTHERS.has(rule.id)) return;
      expect(rule.examples.some(example => 'good' in example)).toBe(true);
      expect(rule.examples.some(example => 'bad' in example && unmarked(example).marks.length > 0)).toBe(true);
    });
  });
}

test('rule ids are unique', () => {
  const ids = rules.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
});

/** Whatever a project switches on, a rule that fails and a document that cannot be read are told: silence would be taken for a clean project. */
test.each(['core', 'contract', 'strict'])(
  'preset %s tells of a rule that fails and of a document that cannot be read',
  preset => {
    const session = open({ 'docket.yml': `docket: 1\nextends: docket:${preset}\n` });
    expect(session.analysis().levelOf('docket/rule-failed')).toBe('error');
    expect(session.analysis().levelOf('doc/readable')).toBe('error');
  },
);
