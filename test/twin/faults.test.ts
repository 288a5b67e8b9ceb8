/**
 * The fault-seeded twin of the sample: what people get wrong, one at a time, and all that Docket says about it. The rule that
 * names the fault speaks; whatever else speaks or falls silent is explained. `node scripts/recordFaults.ts` records anew.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../engine/rules/catalogue.generated.ts';
import { type Expected, readFaults } from '../../host/sample/fault.ts';
import { listOf } from './list.ts';
import { openTwin } from './telling.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../../samples/zzgl');
const faults = readFaults(SAMPLE);
const twin = await openTwin(SAMPLE);

describe.each(faults.map(fault => [`${fault.number} ${fault.title.en}`, fault] as const))('%s', (_title, fault) => {
  const { rule, expect: expected = { appears: [] } } = fault;

  test('is told as it was recorded', () => {
    expect(twin.tell(fault)).toEqual(withoutReasons(expected));
  });

  test(`is named by ${rule}, and the rest is explained`, () => {
    const { appears, disappears = [] } = expected;
    expect(appears.map(told => told.rule)).toContain(rule);
    const others = [...appears.filter(told => told.rule !== rule), ...disappears];
    expect(others.filter(({ why = '' }) => why.trim() === '' || why.includes('\n'))).toEqual([]);
  });
});

test('every fault was taken back', () => {
  expect(twin.isClean()).toBe(true);
});

test('they are numbered from 1 on and listed', () => {
  expect(faults.map(({ number }) => number)).toEqual(faults.map((_fault, n) => n + 1));
  expect(readFileSync(path.join(SAMPLE, 'faults/README.md'), 'utf8')).toBe(listOf(faults));
});

test('there is one for every rule about a change', () => {
  const named = new Set(faults.map(({ rule }) => rule));
  expect(rules.filter(({ over, id }) => over === 'change' && !named.has(id)).map(({ id }) => id)).toEqual([]);
});

function withoutReasons({ appears, disappears = [] }: Expected): Required<Expected> {
  const [came, went] = [appears, disappears].map(list => list.map(({ why: _why, ...told }) => told));
  return { appears: came ?? [], disappears: went ?? [] };
}
