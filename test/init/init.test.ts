/** `docket init`: what it makes of repositories of several sorts. */
import { describe, expect, test } from 'vitest';
import { actionOf } from '../../engine/base/plan.ts';
import { proposalOf, type Surroundings } from '../../deliver/init/proposal.ts';
import { withSkeleton } from '../../deliver/init/plan.ts';
import { skeletonOf } from '../../deliver/init/skeleton.ts';
import { surveyOf } from '../../deliver/init/survey.ts';
import { systemCode } from '../../deliver/init/system.ts';
import { readConfig } from '../../engine/model/config/projectConfig.ts';
import { configOf } from '../../engine/model/config/config.ts';
import { builtInCatalogue } from '../../engine/model/config/projectConfig.ts';
import { schemaErrors } from '../config/editorSchema.ts';
import { open, sourceOf, type Texts } from '../inMemory.ts';

const AROUND: Surroundings = {
  name: 'zzgl-server',
  authors: [{ name: '王\n强', email: 'wang@example.invalid', commits: 9 }],
  remotes: ['git.example.cn'],
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
  return { text, config: configOf(readConfig(text).read) };
}

function errorsAfter(files: Texts, text: string): readonly string[] {
  const all = open({ ...files, 'docket.yml': text })
    .analysis()
    .findings({ scope: 'project', beyondBaseline: false });
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
    expect(config).toMatchObject({
      preset: 'core',
      language: 'zh',
      systems: [{ code: 'ZZGLSERVER', modules: ['zzgl-web'] }],
    });
    expect(text).toContain('GB18030');
    expect(config.git).toEqual({ remotes: ['git.example.cn'], exempt: ['v2.3.0'] });
  });

  test('names who commits, in a comment of one line', () => {
    expect(text).toContain('#   王 强 <wang@example.invalid>  9');
  });

  test('is quiet when it is checked', () => {
    expect(errorsAfter(JAVA, text)).toEqual([]);
  });

  test('names the schema for editors only where the package is installed', () => {
    const schema = 'node_modules/docket/docs-schema/generated/schemas/docket.schema.json';
    const around = { ...AROUND, schema };
    const named = proposalOf(surveyOf(sourceOf(JAVA), builtInCatalogue), around, builtInCatalogue);
    expect(named.split('\n')[0]).toBe(`# yaml-language-server: $schema=${schema}`);
    expect(errorsAfter(JAVA, named)).toEqual([]);
    expect(text).not.toContain('yaml-language-server');
  });

  test('is right by the schema too', () => {
    expect(schemaErrors('docket.schema.json')(text)).toEqual([]);
  });
});

test('Markdown that is no document of the contract is left alone', () => {
  const files = {
    'docs/guide.md': '---\ntype: page\nid: 1\n---\n# Guide\n',
    'docs/api/index.md': '# API\n',
    'src/a.ts': 'export {}\n',
  };
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

test('what explains the program is no part of it', () => {
  const { config } = proposed({
    'src/flask/app.py': '',
    'docs/conf.py': '',
    'docs/index.rst': '',
    'examples/tutorial/setup.py': '',
  });
  expect(config.code.map(({ kind, include }) => [kind, include])).toEqual([['program', ['src/**']]]);
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

describe('documents told by their names', () => {
  const files = {
    ...JAVA,
    'docs/guide.md': '# 说明\n',
    'docs/需求规格说明书.md': '# 证照系统需求规格说明书\r\n\r\n| 版本号 | 1.3 |\r\n',
    'docs/01-概要设计说明书V2.0（修订）.md': '# 第一章\n\n# 第二章\n',
    'docs/数据库设计.md': '# 数据库设计\n',
    'docs/操作手册.md': '# 操作手册\n',
    'docs/用户手册.md': '# 用户手册\n',
    'docs/部署手册.md': GB18030,
    '测试/测试报告.md': '# 测试报告\n',
    'docs/应急预案.md': '---\ntype: page\n---\n# 应急预案\n',
    'docs/测试报告模板.md': '# 测试报告模板\n',
  };
  const source = sourceOf(files);
  const survey = surveyOf(source, builtInCatalogue);

  test('are proposed for their kind', () => {
    expect(survey.markdown.named.map(({ path, kind }) => [path, kind.key])).toEqual([
      ['docs/01-概要设计说明书V2.0（修订）.md', 'hld'],
      ['docs/操作手册.md', 'user-manual'],
      ['docs/数据库设计.md', 'db-design'],
      ['docs/用户手册.md', 'user-manual'],
      ['docs/部署手册.md', 'deploy-manual'],
      ['docs/需求规格说明书.md', 'srs'],
      ['测试/测试报告.md', 'test-report'],
    ]);
    const { text, config } = proposed(files);
    expect(text).toContain('    # docs/需求规格说明书.md  srs 需求规格说明书\n');
    expect(config.documents.include.filter(glob => /\p{Script=Han}/u.test(glob))).toEqual([]);
  });

  const plan = withSkeleton(survey, AROUND, {
    source,
    catalogue: builtInCatalogue,
    today: '2026-05-21',
    author: '王强',
  });
  const written = Object.fromEntries(plan.files.map(({ path, after }) => [path, after]));

  test('get a frontmatter with what is known, in the line ends they have', () => {
    expect(written['docs/需求规格说明书.md']).toMatch(
      /^---\r\nid: ZZGLSERVER-SRS\r\ntype: srs\r\n[^]*author: 王强\r\nversion: V1\.3\r\n[^]*---\r\n\r\n# 证照/,
    );
    expect(written['docs/01-概要设计说明书V2.0（修订）.md']).toMatch(
      /title: 01-概要设计说明书V2.0（修订）\n[^]*version: V2\.0\n/,
    );
    expect(plan.adopted.filter(({ toType }) => toType.length > 0)).toEqual([
      {
        path: '测试/测试报告.md',
        frontmatter: expect.any(String),
        toType: expect.arrayContaining([{ zh: '测试环境', en: 'Environment' }]),
      },
    ]);
  });

  test('are left alone where two are one document, and where the text has to be converted first', () => {
    expect(Object.keys(written)).not.toContain('docs/用户手册.md');
    expect(Object.keys(written)).not.toContain('docs/部署手册.md');
  });

  test('bring no error along, and neither does the skeleton', () => {
    const project = open({ ...files, ...written }).analysis();
    expect(project.documents()).toEqual(
      expect.arrayContaining([
        'docs/ZZGLSERVER-LLD.md',
        'docs/01-概要设计说明书V2.0（修订）.md',
        'docs/数据库设计.md',
        'docs/需求规格说明书.md',
      ]),
    );
    expect(errorsAfter({ ...files, ...written }, written['docket.yml'] ?? '')).toEqual([]);
  });

  test('a detailed design that is there is not written again', () => {
    const designed = sourceOf({ ...JAVA, '详细设计.md': '# 详细设计\n' });
    const again = withSkeleton(surveyOf(designed, builtInCatalogue), AROUND, {
      source: designed,
      catalogue: builtInCatalogue,
      today: '2026-05-21',
      author: undefined,
    });
    expect(again.files.map(file => [file.path, actionOf(file)])).toEqual([
      ['docket.yml', 'create'],
      ['详细设计.md', 'change'],
    ]);
  });
});
