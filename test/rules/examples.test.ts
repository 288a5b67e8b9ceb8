/** The examples of every rule are its tests. */
import { describe, expect, test } from 'vitest';
import { rules } from '../../engine/rules/catalogue.generated.ts';
import { open, placeText, unmark } from '../inMemory.ts';

const SPOKEN_BY_OTHERS = new Set(['docket/rule-failed']);

for (const rule of rules) {
  describe(rule.id, () => {
    rule.examples.forEach((example, n) => {
      const bad = 'bad' in example;
      test(`example ${n + 1} (${bad ? 'bad' : 'good'})`, () => {
        const { files, marks } = unmark(bad ? example.bad : example.good);
        const on = { 'docket.yml': `${files['docket.yml'] ?? ''}\n` };
        const session = open({ ...files, ...on }, example.asOf);
        const found = session
          .analysis()
          .allFindings()
          .filter(finding => finding.rule === rule.id);
        expect(found.map(({ at }) => placeText(at.path, at.range)).sort()).toEqual(marks);
        if (bad) expect(found.map(({ message }) => message.zh)).toContain(example.message);
        expect(found.every(({ message }) => message.en !== '' && message.en !== message.zh)).toBe(true);
        const failed = session
          .analysis()
          .allFindings()
          .filter(finding => finding.rule === 'docket/rule-failed');
        expect(failed.map(({ message }) => message.en)).toEqual([]);
      });
    });

    test('has a good and a bad example, and says on what it rests', () => {
      expect(rule.clauses !== undefined || rule.basis !== undefined).toBe(true);
      if (SPOKEN_BY_OTHERS.has(rule.id)) return;
      expect(rule.examples.some(example => 'good' in example)).toBe(true);
      expect(rule.examples.some(example => 'bad' in example && unmark(example.bad).marks.length > 0)).toBe(true);
    });
  });
}

test('rule ids are unique', () => {
  const ids = rules.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
});
