/** Jobs in the configuration of lefthook: put where they belong, taken out again without a trace. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { withJobs } from '../../deliver/hooks/lefthook.ts';
import { withoutMarked } from '../../deliver/hooks/marked.ts';

const HOOKS = ['pre-commit', 'commit-msg', 'prepare-commit-msg'];

test.each([
  ['an empty file', ''],
  ['comments alone', '# EXAMPLE\n#   jobs:\n'],
  ['another hook', 'pre-push:\n  commands:\n    test:\n      run: npm test\n'],
  [
    'jobs with comments between them and after',
    'pre-commit:\n  parallel: true\n  jobs:\n    # 一\n    - run: a\n    - run: |\n        b\n        c\n\n# 尾\npre-push:\n  jobs: []\n',
  ],
  ['jobs that are not set in', 'pre-commit:\n  jobs:\n  - run: a\n'],
  ['commands, as older versions have them', 'commit-msg:\n  commands:\n    lint:\n      run: commitlint {1} # 注\n'],
  ['a last line that is not ended', 'pre-commit:\n  jobs:\n    - run: a'],
])('%s', (_what, config) => {
  const text = withJobs(config) ?? '';
  const now = parse(text);
  for (const hook of HOOKS) {
    const jobs: readonly { readonly run: string }[] = [
      ...(now[hook].jobs ?? []),
      ...Object.values(now[hook].commands ?? {}),
    ];
    expect(jobs.map(({ run }) => run)).toContainEqual(expect.stringContaining(`sh .lefthook/docket-hook.sh ${hook}`));
  }
  expect(withJobs(text)).toBe(text);
  expect(withoutMarked(text)).toBe(config);
});

test.each([
  ['flow style', 'pre-commit: { jobs: [ { run: a } ] }\n'],
  ['a hook without jobs', 'pre-commit:\n  parallel: true\n'],
  ['jobs in one line', 'pre-commit:\n  jobs: []\n'],
  ['no YAML', 'pre-commit: [\n'],
  ['a list', '- a\n'],
])('%s is left to a person', (_what, config) => {
  expect(withJobs(config)).toBeUndefined();
});
