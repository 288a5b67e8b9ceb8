/** `docket init`: what it makes of repositories of several sorts. */
import { describe, expect, test } from 'vitest';
import { proposalOf, type Surroundings } from '../../deliver/init/proposal.ts';
import { skeletonOf } from '../../deliver/init/skeleton.ts';
import { surveyOf } from '../../deliver/init/survey.ts';
import { systemCode } from '../../deliver/init/system.ts';
import { readConfig } from '../../engine/model/project.ts';
import { configOf } from '../../engine/model/config.ts';
import { builtInCatalogue } from '../../engine/model/project.ts';
import { open, sourceOf, type Texts } from '../inMemory.ts';

const AROUND: Surroundings = {
  name: 'zzgl-server',
  authors: [{ name: '王\n强', email: 'wang@example.invalid', commits: 9 }],
  remotes: ['git.example.cn'],
  mainBranch: 'master',
  before: 'v2.3.0',
};

/** 数据库 in GB18030. */
const GB18030 = new Uint8Array([0x2f, 0x2f, 0x20, 0xca, 0xfd, 0xbe, 0xdd, 0xbf, 0xe2, 0x0a]);

const JAVA: Texts = {
  'README.md': '# 证照系统\n\n本系统用于证照的申请、审批和制发。\n',
  'pom.xml': '<project/>',
  'zzgl-web/src/main/java/cn/zzgl/cert/CertService.java': '/** 取号 */ class CertService {}',
  'zzgl-web/src/main/java/cn/zzgl/review/Overdue.java': GB18030,
  'zzgl-web/src/main/resources/static/js/jquery.min.js': '1',
  'zzgl-web/src/test/java/cn/zzgl/CertTest.java': 'class CertTest {}',
  'sql/init.sql': 'create table t (id number(10), name varchar2(20));',
  'deploy/start.sh': 'echo',
};

function proposed(files: Texts): { readonly text: string; readonly config: ReturnType<typeof configOf> } {
  const text = proposalOf(surveyOf(sourceOf(files), builtInCatalogue), AROUND, builtInCatalogue);
  return { text, config: configOf(readConfig(text).normalised.data) };
}

function errorsAfter(files: Texts, text: string): readonly string[] {
  const all = open({ ...files, 'docket.yml': text })
    .analysis()
    .allFindings();
  return all.filter(({ severity }) => severity === 'error').map(({ rule, message }) => `${rule} ${message.zh}`);
}

describe('a Java project in Chinese', () => {
  const { text, config } = proposed(JAVA);

  test('is grouped as its build tool has it', () => {
    expect(config.code.map(({ kind, include }) => [kind, include])).toEqual([
      ['generated', ['**/*.min.{js,css}']],
      ['test', ['**/src/test/**']],
      ['script', ['sql/**/*.sql']],
      ['ops', ['**/{ops,deploy,deployment,k8s,helm,docker,ansible}/**']],
      ['program', ['**/src/main/**']],
    ]);
    expect(text).toContain('dialect: oracle');
    expect(config.code[2]?.exclude).toEqual(['sql/init.sql']);
  });

  test('is under way, Chinese, one system with its modules', () => {
    expect(config).toMatchObject({ preset: 'core', language: 'zh', systems: [{ code: 'ZZGLSERVER', modules: ['zzgl-web'] }] });
    expect(text).toContain('GB18030');
    expect(config.git).toEqual({ release_branches: ['master'], remotes: ['git.example.cn'], exempt: ['v2.3.0'] });
  });

  test('names who commits, in a comment of one line', () => {
    expect(text).toContain('#   王 强 <wang@example.invalid>  9');
  });

  test('is quiet when it is checked', () => {
    expect(errorsAfter(JAVA, text)).toEqual([]);
  });
});

test('Markdown that is no document of the contract is left alone', () => {
  const files = { 'docs/guide.md': '---\ntype: page\nid: 1\n---\n# Guide\n', 'docs/api/index.md': '# API\n', 'src/a.ts': 'export {}\n' };
  const { text, config } = proposed(files);
  expect(config.language).toBe('en');
  expect(config.documents.include).toContain('docs/**/*-SRS.md');
  expect(config.documents.include).not.toContain('docs/**/*.md');
  expect(
    open({ ...files, 'docket.yml': text })
      .analysis()
      .documents(),
  ).toEqual([]);
  expect(errorsAfter(files, text)).toEqual([]);
});

test('records that are there are found, wherever they lie', () => {
  const record = '---\ntype: 维护任务处理单\nid: WX-2026-0001\n---\n# 登录失败\n';
  const files = { '运维/工单/WX-2026-0001.md': record, '运维/说明.md': '# 说明\n' };
  const { text, config } = proposed(files);
  expect(config.documents.include).toContain('运维/工单/*.md');
  expect(
    open({ ...files, 'docket.yml': text })
      .analysis()
      .documents(),
  ).toEqual(['运维/工单/WX-2026-0001.md']);
});

test('an empty folder gets the rules of a contract from the start', () => {
  const { text, config } = proposed({});
  expect(config).toMatchObject({ preset: 'contract', code: [] });
  expect(readConfig(text).yaml.problems).toEqual([]);
});

test('the skeleton has one unit a package, each with an identifier of its own and its files', () => {
  const { program } = surveyOf(sourceOf(JAVA), builtInCatalogue).code;
  const skeleton = skeletonOf('ZZGL', program, '2026-05-21', 'zh', 'RY-001');
  expect(skeleton).toMatchObject({ path: 'docs/ZZGL-LLD.md', units: 2 });
  const items = open({ 'docket.yml': proposed(JAVA).text, [skeleton.path]: skeleton.text })
    .analysis()
    .project()
    .items('lld-unit');
  expect(items.map(({ id, attributes }) => [id, attributes['code']])).toEqual([
    ['LD-ZZGLWEB-01', ['zzgl-web/src/main/java/cn/zzgl/cert/*']],
    ['LD-ZZGLWEB-02', ['zzgl-web/src/main/java/cn/zzgl/review/*']],
  ]);
});

test('identifiers of a very large module go on beyond ninety-nine', () => {
  const program = Array.from({ length: 205 }, (_, n) => `big/p${String(n).padStart(3, '0')}/A.java`);
  const { text, units } = skeletonOf('S1', program as never, '2026-05-21', 'en', undefined);
  const ids = [...text.matchAll(/^## (\S+)/gm)].map(match => match[1]);
  expect(units).toBe(205);
  expect(new Set(ids).size).toBe(205);
  expect(ids).toContain('LD-BIG2-01');
});

test.each([
  ['RuoYi', 'RUOYI'],
  ['Backlog.md', 'BACKLOGMD'],
  ['2024-证照', 'SYS'],
  ['x', 'SYS'],
  ['eladmin.git', 'ELADMIN'],
])('%s is system %s', (name, code) => {
  expect(systemCode(name)).toBe(code);
});
