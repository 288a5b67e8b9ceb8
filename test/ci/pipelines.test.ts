/**
 * The lines of each pipeline, run in a clone as its platform runs them: green for commits that pay, red for one that breaks a rule.
 * `npm` only notes what it was asked; `docket` is the program of this clone.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ALONE, at, DOCKET, folder, PAID, type Repository, repository, type Said } from '../hooks/repository.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const textOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const ZEROS = '0'.repeat(40);

type Environment = Readonly<Record<string, string>>;

interface Step {
  readonly run?: string;
  readonly env?: Environment;
}

/** What a platform runs, as one script, with what it sets for it. */
interface Pipeline {
  readonly shell: readonly string[];
  readonly lines: string;
  readonly env: Environment;
}

/** What it was that happened: a pull request against `base`, or a push onto what was there `before`. */
interface Event {
  readonly base?: string | undefined;
  readonly before?: string | undefined;
}

const BASH = ['bash', '-e', '-o', 'pipefail', '-c'];
const SH = ['sh', '-e', '-c'];

function github({ base, before }: Event): Pipeline {
  const { env, steps } = parse(textOf('templates/ci/github.yml')).jobs.check;
  return ofSteps(steps, env, { base, before });
}

function action({ base, before }: Event): Pipeline {
  const { inputs, runs } = parse(textOf('action.yml'));
  const defaults = Object.entries<{ default: string }>(inputs).map(([name, input]) => [name, input.default]);
  return ofSteps(
    runs.steps,
    { GITHUB_ACTION_PATH: actionFolder },
    { base, before, inputs: Object.fromEntries(defaults) },
  );
}

interface Known extends Event {
  readonly inputs?: Environment;
}

/** Expressions are what the event says: `${{ a.b || c.d }}`. */
function ofSteps(steps: readonly Step[], env: Environment, { base, before, inputs = {} }: Known): Pipeline {
  const known: Record<string, string | undefined> = {
    'github.event.pull_request.base.sha': base,
    'github.event.before': before,
    'github.event.repository.default_branch': 'main',
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`inputs.${name}`, value])),
  };
  const valueOf = (text: string) =>
    text.replace(
      /\$\{\{ (.*?) \}\}/g,
      (_, expression: string) =>
        expression
          .split(' || ')
          .map(name => (name in known ? known[name] : `no ${name}`))
          .find(Boolean) ?? '',
    );
  const run = steps.filter(step => step.run !== undefined);
  const set = run.flatMap(step => Object.entries(step.env ?? {}).map(([name, value]) => [name, valueOf(value)]));
  // Each step is a shell of its own.
  return {
    shell: BASH,
    lines: run.map(step => `(${step.run}\n)`).join('\n'),
    env: { ...env, ...Object.fromEntries(set) },
  };
}

function gitlab({ base, before }: Event): Pipeline {
  const { script, variables } = parse(textOf('templates/ci/gitlab.yml')).docket;
  const env = {
    ...variables,
    CI_DEFAULT_BRANCH: 'main',
    CI_COMMIT_BEFORE_SHA: before ?? ZEROS,
    ...(base && { CI_MERGE_REQUEST_DIFF_BASE_SHA: base }),
  };
  return { shell: SH, lines: script.join('\n'), env };
}

function gitee({ base }: Event): Pipeline {
  const [{ steps }] = parse(textOf('templates/ci/gitee.yml')).stages;
  return {
    shell: SH,
    lines: steps[0].commands.join('\n'),
    env: base === undefined ? {} : { GITEE_PULL_ID: '1', GITEE_COMMIT: base },
  };
}

function jenkins({ base, before }: Event): Pipeline {
  const lines = /sh '''([^]*?)'''/.exec(textOf('templates/ci/Jenkinsfile'))?.[1] ?? '';
  const env = {
    ...(base && { CHANGE_TARGET: 'main' }),
    ...(before && before !== ZEROS && { GIT_PREVIOUS_SUCCESSFUL_COMMIT: before }),
  };
  return { shell: SH, lines, env };
}

const actionFolder = folder();
const tools = folder();
let origin: Repository;

beforeAll(() => {
  mkdirSync(path.join(actionFolder, 'dist'));
  writeFileSync(path.join(actionFolder, 'dist/cli.js'), `import(${JSON.stringify(DOCKET)});\n`);
  writeFileSync(path.join(tools, 'docket'), `#!/bin/sh\nexec '${process.execPath}' '${DOCKET}' "$@"\n`, {
    mode: 0o755,
  });
  writeFileSync(path.join(tools, 'npm'), `#!/bin/sh\necho "$@" >> '${tools}/npm.log'\n`, { mode: 0o755 });
  origin = repository();
  origin.put({ 'README.md': '# 二\n' });
  origin.commit('说明');
  for (const [branch, files] of [
    ['paid', PAID],
    ['owing', ALONE],
  ] as const) {
    origin.git('checkout', '-q', '-b', branch, 'main');
    origin.put({ 'README.md': '# 三\n' });
    origin.commit('说明');
    origin.put(files);
    origin.commit('改提前量\n\nRefs: WX-2026-0003');
  }
  origin.git('checkout', '-q', 'main');
});

function clone(branch: string, ...options: readonly string[]): Repository {
  const root = path.join(folder(), '检 出');
  at(tools).git('clone', '-q', ...options, '-b', branch, `file://${origin.root}`, root);
  return at(root);
}

function run(made: Repository, { shell: [program = '', ...args], lines, env }: Pipeline): Said {
  const PATH = `${tools}:${path.dirname(process.execPath)}:/usr/bin:/bin`;
  const { status, stdout, stderr } = spawnSync(program, [...args, lines], {
    cwd: made.root,
    encoding: 'utf8',
    env: { HOME: tools, PATH, LC_ALL: 'C.UTF-8', ...env },
  });
  return { status, out: stdout, err: stderr };
}

const OWED = /LD-REV-07 没有跟着改/;

describe.skipIf(process.platform === 'win32').each([
  ['GitHub', github],
  ['GitHub, as an action', action],
  ['GitLab', gitlab],
  ['Gitee Go', gitee],
  ['Jenkins', jenkins],
])('%s', (name, pipeline) => {
  test('a pull request is green when it pays and red when it owes', () => {
    const base = origin.git('rev-parse', 'main').out.trim();
    expect(run(clone('paid'), pipeline({ base }))).toMatchObject({ status: 0 });
    const { status, out } = run(clone('owing'), pipeline({ base }));
    expect(status).toBe(1);
    expect(out).toMatch(OWED);
  });

  test.each([
    ['onto what was there', () => origin.git('rev-parse', 'owing~1').out.trim()],
    ['of a new branch', () => ZEROS],
    ['that replaced what was there', () => 'deadbeef'.repeat(5)],
  ])('a push %s', (_what, before) => {
    expect(run(clone('paid'), pipeline({ before: before() }))).toMatchObject({ status: 0 });
    expect(run(clone('owing'), pipeline({ before: before() }))).toMatchObject({
      status: 1,
      out: expect.stringMatching(OWED),
    });
  });

  test('of a shallow clone the history is fetched, or the run says how', () => {
    const { status, err } = run(
      clone('owing', '--depth=1'),
      pipeline({ base: origin.git('rev-parse', 'main').out.trim() }),
    );
    if (name === 'Gitee Go') expect(status).toBe(1);
    else expect({ status, err }).toEqual({ status: 2, err: expect.stringMatching(/fetch --unshallow/) });
  });
});

test.each([
  ['GitHub', github],
  ['GitLab', gitlab],
  ['Gitee Go', gitee],
  ['Jenkins', jenkins],
])('%s: the first commit of all is checked as a whole', (_name, pipeline) => {
  const made = repository();
  made.git('remote', 'add', 'origin', made.root);
  made.git('fetch', '-q', 'origin');
  expect(run(made, pipeline({ before: ZEROS }))).toMatchObject({
    status: 1,
    out: expect.stringContaining('没有写明工单'),
  });
});

test('GitHub shows each finding at its line', () => {
  const { out } = run(clone('owing'), github({ before: ZEROS }));
  expect(out).toMatch(/^::error file=src\/Job\.java,line=6,/m);
});

test('GitLab gets a code quality report and a JUnit report', () => {
  const made = clone('owing');
  run(made, gitlab({ before: ZEROS }));
  const { codequality, junit } = parse(textOf('templates/ci/gitlab.yml')).docket.artifacts.reports;
  expect(JSON.parse(made.read(codequality) ?? '')).toMatchObject([
    { check_name: 'commit/docs-owed', location: { path: 'src/Job.java' } },
  ]);
  expect(made.read(junit)).toContain('<testsuites');
});

test('the program is installed from where it is kept', () => {
  run(clone('paid'), gitlab({ before: ZEROS }));
  expect(readFileSync(path.join(tools, 'npm.log'), 'utf8')).toContain('install --global tools/docket.tgz\n');
});

describe('docket init --ci', () => {
  test.each([
    ['github', '.github/workflows/docket.yml', 'templates/ci/github.yml'],
    ['gitlab', '.gitlab-ci.yml', 'templates/ci/gitlab.yml'],
    ['gitee', '.workflow/docket.yml', 'templates/ci/gitee.yml'],
    ['jenkins', 'Jenkinsfile', 'templates/ci/Jenkinsfile'],
  ])('%s: writes %s at the top of the repository, once', (platform, file, template) => {
    const made = repository('合同');
    const below = at(path.join(made.root, '合同'));
    expect(below.docket('init', '--ci', platform)).toMatchObject({ status: 2, err: expect.stringContaining('--yes') });
    expect(below.docket('init', '--ci', platform, '--yes')).toMatchObject({ status: 0, out: `新建  ${file}\n` });
    expect(made.read(file)).toBe(textOf(template));
    expect(below.docket('init', '--ci', platform, '--yes')).toMatchObject({
      status: 1,
      out: `无变化  ${file}\n`,
      err: `${file} 已经是这个内容，没有改动。\n`,
    });
  });

  test('what is there is left as it is; GitLab takes it in from beside', () => {
    const made = repository();
    made.put({ '.gitlab-ci.yml': 'test: { script: [ls] }\n', Jenkinsfile: 'node {}\n' });
    expect(made.docket('init', '--ci', 'jenkins', '--yes')).toMatchObject({
      status: 2,
      err: expect.stringContaining('Jenkinsfile 已存在'),
    });
    const { out, err } = made.docket('init', '--ci', 'gitlab', '--yes');
    expect(out).toBe('新建  .gitlab/docket.yml\n');
    expect(err).toContain('include: [ { local: .gitlab/docket.yml } ]');
    expect(made.read('.gitlab-ci.yml')).toBe('test: { script: [ls] }\n');
  });
});

test('the hooks of the pre-commit framework run what the installed ones run', () => {
  const hooks = parse(textOf('.pre-commit-hooks.yaml')) as readonly {
    readonly id: string;
    readonly entry: string;
    readonly language: string;
  }[];
  const made = repository();
  made.put(ALONE);
  made.put({ message: '说明\n' });
  made.git('add', '-A');
  const said = Object.fromEntries(
    hooks.map(({ id, entry }) => [
      id,
      run(made, { shell: SH, lines: `${entry}${id === 'docket-message' ? ' message' : ''}`, env: {} }),
    ]),
  );
  expect(hooks.map(({ language }) => language)).toEqual(['system', 'system']);
  expect(said['docket-check']).toMatchObject({ status: 1, out: expect.stringMatching(OWED) });
  expect(said['docket-message']).toMatchObject({ status: 1, out: expect.stringContaining('没有写明工单') });
});
