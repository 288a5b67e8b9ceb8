/** A setting that cannot be read never switches its duty off: the rule judges by what the setting counts as, or its waiting is listed here. */
import { describe, expect, test } from 'vitest';
import { configOf } from '../../engine/model/config/config.ts';
import { readConfig } from '../../engine/model/config/projectConfig.ts';
import { rules } from '../../engine/rules/catalogue.generated.ts';
import { waitingFor } from '../../engine/rules/config/dependents.ts';
import type { Finding } from '../../engine/rules/runner/finding.ts';
import { open, unmark } from '../inMemory.ts';

/** The first bad example of a rule, with its configuration changed. */
function findingsWith(id: string, from: string, to: string): readonly Finding[] {
  const example = rules.find(rule => rule.id === id)?.examples.find(one => 'bad' in one && from in configIn(one.bad));
  if (example === undefined || !('bad' in example)) throw new Error(`no bad example of ${id} has ${from}`);
  const { files } = unmark(example.bad);
  const text = String(files['docket.yml']).replace(from, to);
  return open({ ...files, 'docket.yml': `${text}\n` }, example.asOf)
    .analysis()
    .findings({ scope: 'project', beyondBaseline: false });
}

/** By every text in it, so that `from in …` asks whether it is there. */
function configIn(files: Readonly<Record<string, unknown>>): object {
  const text = String(unmark(files as Readonly<Record<string, string>>).files['docket.yml'] ?? '');
  return new Proxy({}, { has: (_target, part) => text.includes(String(part)) });
}

describe('the rule judges as before', () => {
  test.each([
    ['staff/policy-ack', 'days: 3', 'days: 三天'],
    ['staff/policy-ack', '{ days: 3, source: contract }', '三天'],
    ['staff/policy-ack', 'source: contract', 'source: 招标'],
    ['emergency-plan/review-due', 'review: 12 months', 'review: 每年'],
    ['emergency-plan/review-due', '{ review: 12 months, source: bid }', '每年'],
    ['change/approved-before-implement', 'written_within: 24h', 'written_within: 一天'],
    ['requirement/feedback-late', 'feedback: 2 workdays', 'feedback: 两天'],
    ['service-order/signoff-missing', 'due: 5 workdays', 'due: 月底'],
    ['service-order/signoff-missing', '{ due: 5 workdays, source: bid }', '是'],
    ['ledger/period-missing', 'due: 5 workdays', 'due: 月底'],
    ['ledger/period-missing', '{ due: 5 workdays, source: bid }', 'true'],
    ['assessment/period-missing', 'quarterly: true', 'quarterly: 按时'],
    ['inspection/weekly-missing', 'weekly: true', 'weekly: 每周'],
    ['inspection/weekly-missing', '{ weekly: true }', '每周'],
    ['inspection/threshold-exceeded', 'warn: 80', 'warn: 八成'],
    ['inspection/threshold-exceeded', '{ warn: 80, critical: 90, source: bid }', '80%'],
    ['ticket/response-sla', 'source: bid', 'source: 标书'],
    ['ticket/response-sla', 'sla:', 'calendar: { days: [{ date: 六一 }], hours: [九点到五点], offset: 北京 }\nsla:'],
  ])('%s with %j as %j', (id, from, to) => {
    const said = findingsWith(id, from, to);
    expect(said.filter(({ rule }) => rule === 'config/readable').length).toBeGreaterThan(0);
    expect(said.map(({ rule }) => rule)).toContain(id);
  });
});

describe('what waits, since no number, name or permission is made up', () => {
  test.each([
    ['sla: 24h\n', 'ticket/response-sla'],
    ['sla: { levels: 24h }\n', 'incident/report-late'],
    ['duties: { onsite_min: 九 }\n', 'staff/onsite-min'],
    ['people: [{ id: A-1, name: 甲, may: [x-y-z] }]\n', 'change/approver-party'],
    ['git: { remotes: [{ a: b }] }\n', 'repo/remote-allowlist'],
    ['systems: 证照\n', 'ref/system-unknown'],
    ['calendar: { hours: [九点] }\n', 'report/kpi-match'],
  ])('%j: %s', (text, rule) => {
    const { unread } = configOf(readConfig(text).read);
    expect([...waitingFor(unread)]).toContain(rule);
  });

  test.each([
    'duties: { policy_ack: { days: 三天 } }\n',
    'git: { emergency: { written_within: 一天, oral: 允许 } }\n',
    'thresholds: { usage: { warn: 八成 } }\n',
    'code: [{ kind: 程序代码, include: [src/**] }]\n',
    'documents: { include: [{ a: b }] }\n',
    'comments: { doc-comment: 要 }\n',
  ])('nothing but figures for %j', text => {
    const { unread } = configOf(readConfig(text).read);
    const figures = ['report/kpi-match', 'kpi/target-missed', 'ledger/in-sync'];
    expect([...waitingFor(unread)].filter(rule => !figures.includes(rule))).toEqual([]);
  });
});

test('documents of which no pattern can be read are all documents; code of a kind that cannot be read is program', () => {
  const text = 'documents: { include: [{ a: b }] }\ncode: [{ kind: 程序代码, include: [src/**] }]\n';
  const { documents, code } = configOf(readConfig(text).read);
  expect([documents.include, code.map(({ kind }) => kind)]).toEqual([['**/*.md'], ['program']]);
});
