/** The fix of a record that is a row of a journal: it writes that row, and nothing else of the file. */
import { describe, expect, test } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import type { Get } from '../../engine/base/queries.ts';
import { planOfFix } from '../../engine/features/fixes.ts';
import { modelled } from '../../engine/model/read/modelled.ts';
import { rules } from '../../engine/rules/catalogue.generated.ts';
import type { Fix } from '../../engine/rules/rule.ts';
import type { Finding } from '../../engine/rules/runner/finding.ts';
import { open, unmark } from '../inMemory.ts';
import { journalForm } from './journalForm.ts';

type Files = Readonly<Record<string, string>>;

interface Case {
  readonly name: string;
  readonly rule: string;
  readonly files: Files;
  readonly asOf: string | undefined;
}

const found = (rule: string, files: Files, asOf: string | undefined): readonly Finding[] =>
  open(files, asOf)
    .analysis()
    .findings({ scope: 'project', beyondBaseline: false })
    .filter(finding => finding.rule === rule && finding.fixes.length > 0);

function textAfter(get: Get, fix: Fix, { path, before }: { readonly path: string; readonly before: string }): string {
  return String(planOfFix(get, fix).plan.find(file => file.path === path)?.after ?? before);
}

/** Fixes that change a record: its values, its keys, its sections. Others write words, embeds or whole files. */
const changesRecord = ({ fixes, at }: Finding) =>
  at.path.endsWith('.md') &&
  fixes.some(({ edits }) =>
    edits.some(edit => edit.do === 'set' || edit.do === 'add-section' || edit.do === 'rename-key'),
  );

const bad: readonly Case[] = rules.flatMap(rule =>
  rule.examples.flatMap((example, n): readonly Case[] => {
    if (!('bad' in example) || rule.over === 'change' || example.repository !== undefined) return [];
    const { files } = unmark(example.bad);
    return found(rule.id, files, example.asOf).some(changesRecord)
      ? [{ name: `${rule.id}, example ${n + 1}`, rule: rule.id, files, asOf: example.asOf }]
      : [];
  }),
);

const inJournals = bad.map(one => {
  const path = found(one.rule, one.files, one.asOf).find(changesRecord)?.at.path ?? '';
  const row = open(one.files, one.asOf).cache.get(modelled, asPath(path)).entries.length > 1;
  return {
    ...one,
    allowed: errorsAfter(one, path),
    form: row ? { files: one.files, journal: path as string } : journalForm(one.files, path),
  };
});
const rows = inJournals.flatMap(({ form, ...one }) => ('files' in form ? [{ ...one, ...form }] : []));

describe('a fix of a row', () => {
  test.each(rows)('$name', ({ rule, files, journal, asOf, allowed }) => {
    const before = files[journal] ?? '';
    for (const finding of found(rule, files, asOf)) {
      for (const fix of finding.fixes) {
        const session = open(files, asOf);
        const after = textAfter(session.cache.get, fix, { path: journal, before });
        const isEmptySection = fix.edits.every(edit => edit.do === 'add-section' && edit.text === '');
        // The column is there already, and its cell waits to be filled.
        if (isEmptySection && after === before) continue;
        expect(after).not.toBe(before);
        expect(outsideTable(after)).toEqual(outsideTable(before));
        expect(otherRows(after)).toEqual(otherRows(before));
        const left = open({ ...files, [journal]: after }, asOf)
          .analysis()
          .findings({ scope: 'project', beyondBaseline: false });
        const isLeft = left.some(other => other.rule === rule && other.message.zh === finding.message.zh);
        expect(isLeft).toBe(isEmptySection);
        // A value that is right now may ask for others; then it does so in a file as well.
        const known = [
          ...errorsIn(session.analysis().findings({ scope: 'project', beyondBaseline: false })),
          ...allowed,
        ];
        expect(errorsIn(left).filter(message => !known.includes(message))).toEqual([]);
      }
    }
  });

  test('is shown for all rules whose records fit into a row', () => {
    expect(new Set(rows.map(({ rule }) => rule)).size).toBeGreaterThan(12);
  });
});

test('what has no form in a journal says why', () => {
  expect(
    inJournals.flatMap(({ name, form }) => ('because' in form ? [`${name}: ${form.because}`] : [])),
  ).toMatchSnapshot();
});

/** Errors of the example as a file, after each of its fixes. */
function errorsAfter({ rule, files, asOf }: Case, path: string): readonly string[] {
  return found(rule, files, asOf).flatMap(({ fixes }) =>
    fixes.flatMap(fix => {
      const after = textAfter(open(files, asOf).cache.get, fix, { path, before: files[path] ?? '' });
      return errorsIn(
        open({ ...files, [path]: after }, asOf)
          .analysis()
          .findings({ scope: 'project', beyondBaseline: false }),
      );
    }),
  );
}

function errorsIn(findings: readonly Finding[]): readonly string[] {
  return findings.filter(({ severity }) => severity === 'error').map(({ rule, message }) => `${rule} ${message.zh}`);
}

const outsideTable = (text: string) => text.split('\n').filter(line => !line.startsWith('|'));

/** Cells of all rows but the first, without columns that are empty. */
const otherRows = (text: string) =>
  text
    .split('\n')
    .filter(line => line.startsWith('|'))
    .slice(3)
    .map(line =>
      line
        .split('|')
        .map(cell => cell.trim())
        .filter(cell => cell !== ''),
    );
