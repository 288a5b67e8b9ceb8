/**
 * A survey → the `docket.yml` that fits it, with the reason beside every choice. What only the contract says is left as a
 * comment to be filled in: nothing is invented.
 */
import type { Path } from '../../engine/base/text.ts';
import type { Language, Words } from '../../engine/base/words.ts';
import { yaml } from '../../engine/writing/yamlValue.ts';
import type { Catalogue } from '../../engine/model/kinds/kinds.ts';
import { documentGlobs } from './documents.ts';
import { proposedAs } from './named.ts';
import { modulesOf, systemCode } from './system.ts';
import type { CodeGroupFound } from './code.ts';
import type { Survey } from './survey.ts';

/** What `init` knows of a repository besides its files. */
export interface Surroundings {
  /** Name of the repository's folder. */
  readonly name: string;
  readonly authors: readonly { readonly name: string; readonly email: string; readonly commits: number }[];
  readonly remotes: readonly string[];
  readonly before: string | undefined;
  /** The JSON Schema of docket.yml, by a path from the project's folder, when it is there for editors to load. */
  readonly schema?: string | undefined;
}

const AUTHORS_SHOWN = 12;

/** `adopted` are files that become documents now. */
export function proposalOf(
  survey: Survey,
  around: Surroundings,
  catalogue: Catalogue,
  adopted: readonly Path[] = [],
): string {
  const { language } = survey;
  const say = (words: Words) => words[language];
  const blocks = [
    head(survey, around, say),
    project(around, say),
    system(survey, around, say),
    people(around, language),
    documents(survey, catalogue, adopted, say),
    code(survey, say),
    git(around, say),
    terms(say),
    rules(say),
  ];
  return blocks
    .filter(block => block.length > 0)
    .map(block => `${block.join('\n')}\n`)
    .join('\n');
}

type Say = (words: Words) => string;

function head({ language, files, markdown }: Survey, { schema }: Surroundings, say: Say): readonly string[] {
  const isNew = files === 0;
  return [
    ...(schema === undefined ? [] : [`# yaml-language-server: $schema=${schema}`]),
    say({
      zh: '# 随单（Docket）配置：检查、台账、报告、资料包都以本文件为准。',
      en: '# Docket: checks, ledgers, reports and bundles all go by this file.',
    }),
    'docket: 1',
    isNew
      ? `extends: docket:contract`
      : `extends: docket:core            ${say({ zh: '# 已有项目先用核心规则；资料补齐后改为 docket:contract 或 docket:strict', en: '# the core rules for a project under way; docket:contract or docket:strict once the records are there' })}`,
    `language: ${language === 'zh' ? 'zh-CN' : 'en'}`,
    ...(markdown.records.length > 0
      ? [
          say({
            zh: `# 发现 ${markdown.records.length} 份已有单据。`,
            en: `# ${markdown.records.length} records were found.`,
          }),
        ]
      : []),
  ];
}

function project({ name }: Surroundings, say: Say): readonly string[] {
  return [
    'project:',
    `  name: ${yaml(name)}`,
    say({ zh: '  # 按合同填写：', en: '  # As the contract says:' }),
    '  # contract: HT-2026-001',
    say({ zh: '  # purchaser: XX局', en: '  # purchaser: …' }),
    say({ zh: '  # contractor: XX公司', en: '  # contractor: …' }),
    '  # period: { from: 2026-01-01, to: 2026-12-31 }',
  ];
}

function system({ code }: Survey, { name }: Surroundings, say: Say): readonly string[] {
  return [
    say({
      zh: '# 代码用作文档编号（如 ZZGL-SRS）；模块取自代码目录，可改为业务模块。',
      en: '# The code is part of document numbers (ZZGL-SRS); the modules are folders of the code: name them as the users do.',
    }),
    'systems:',
    `  - code: ${systemCode(name)}`,
    `    name: ${yaml(name)}`,
    `    modules: ${yaml(modulesOf(code.program))}`,
    say({
      zh: '    # 登记后，巡检记录自动列出各存储卷和表空间：',
      en: '    # Once they are listed, an inspection begins with every volume and tablespace:',
    }),
    '    # servers: [ { name: app01, volumes: [/, /data] } ]',
    '    # databases: [ { name: db01, tablespaces: [TS_DATA] } ]',
  ];
}

function people({ authors }: Surroundings, language: Language): readonly string[] {
  const a =
    language === 'zh'
      ? [
          '# 甲方人员（审批、签字）：',
          '# people:',
          '#   - { id: A-01, name: 林处长, dept: 业务处, dept_type: business, may: [approve-change, approve-data, sign] }',
        ]
      : [
          '# People of the purchaser, who approve and sign:',
          '# people:',
          '#   - { id: A-01, name: Lin, dept: Operations, dept_type: business, may: [approve-change, approve-data, sign] }',
        ];
  if (authors.length === 0) return a;
  const told =
    language === 'zh'
      ? '# 乙方人员各建一份人员登记表：docket new staff。git 中的提交人：'
      : '# People of the contractor have a staff record each: docket new staff. Who commits here:';
  const names = authors
    .slice(0, AUTHORS_SHOWN)
    .map(({ name, email, commits }) => `#   ${oneLine(name)} <${oneLine(email)}>  ${commits}`);
  const more = authors.length > AUTHORS_SHOWN ? [`#   … ${authors.length - AUTHORS_SHOWN}`] : [];
  return [...a, told, ...names, ...more];
}

function documents(
  { markdown, language }: Survey,
  catalogue: Catalogue,
  adopted: readonly Path[],
  say: Say,
): readonly string[] {
  const globs = documentGlobs(markdown, catalogue, adopted);
  const others = markdown.all.length - markdown.records.length - adopted.length;
  const named = markdown.named.filter(({ path }) => !adopted.includes(path));
  return [
    say({
      zh: `# 合同文档所在位置。仓库中另有 ${others} 个 Markdown 文件不属于合同文档，不检查。`,
      en: `# Where the documents of the contract are. ${others} other Markdown files are left alone.`,
    }),
    'documents:',
    '  include:',
    ...globs.map(glob => `    - ${yaml(glob)}`),
    ...(named.length === 0
      ? []
      : [say(BY_THEIR_NAMES), ...named.map(document => `    # ${oneLine(proposedAs(document, language))}`)]),
  ];
}

const BY_THEIR_NAMES: Words = {
  zh: '    # 按文件名是合同文档，但没有文件头，或文件头还缺内容；补全后在上面列出：',
  en: '    # By their names these are documents of the contract, but their frontmatter is missing or not complete; list them above once it is:',
};

function code({ code: { groups, languages }, oldEncoding }: Survey, say: Say): readonly string[] {
  if (groups.length === 0) return [];
  const used = languages
    .slice(0, 6)
    .map(([language, files]) => `${language} ${files}`)
    .join(', ');
  return [
    say({
      zh: `# 代码分组，先匹配者为准。主要语言：${used}`,
      en: `# Groups of code; the first match counts. Languages: ${used}`,
    }),
    ...(oldEncoding.length > 0
      ? [
          say({
            zh: `# 有 GB18030 编码的源文件（如 ${oldEncoding[0]}），会自动识别。`,
            en: `# Some sources are in GB18030 (${oldEncoding[0]}); they are read as such.`,
          }),
        ]
      : []),
    'code:',
    ...groups.flatMap(group => groupLines(group, say)),
  ];
}

function groupLines({ kind, include, files, dialect, exclude }: CodeGroupFound, say: Say): readonly string[] {
  const line = `kind: ${kind}, include: ${yaml(include)}${dialect === undefined ? '' : `, dialect: ${dialect}`}`;
  if (exclude === undefined) return [`  - { ${line} }   # ${files}`];
  return [
    say({
      zh: '  # 已有的脚本不补审批；此后新增的脚本须列入变更审批单或异常数据处理单。',
      en: '  # Scripts that are there need no approval after the fact; every new one does.',
    }),
    `  - { ${line},`,
    `      exclude: ${yaml(exclude)} }   # ${files}`,
  ];
}

function git({ remotes, before }: Surroundings, say: Say): readonly string[] {
  if (before === undefined && remotes.length === 0) return [];
  return [
    'git:',
    ...(remotes.length === 0 ? [] : [`  remotes: ${yaml(remotes)}`]),
    ...(before === undefined
      ? []
      : [
          `  exempt: [${yaml(before)}]   ${say({ zh: '# 在此之前的提交不追究', en: '# commits before this one are not checked' })}`,
        ]),
  ];
}

function terms(say: Say): readonly string[] {
  return [
    say({
      zh: '# 投标或合同承诺的服务时限。未写时用默认值，只提示、不判违约。',
      en: '# Service levels of the bid or the contract. Until they are here, defaults give hints only.',
    }),
    '# sla:',
    '#   source: bid',
    '#   levels:',
    '#     P1: { response: 15m, onsite: 1h, resolve: 4h, clock: natural }',
    '#     P3: { response: 60m, resolve: 3 workdays, clock: work }',
  ];
}

function rules(say: Say): readonly string[] {
  return [
    'rules:',
    `  config/service-period: info   ${say({ zh: '# 填好 project.period 后删去本行', en: '# delete this line once project.period is filled in' })}`,
  ];
}

/** A name in git may hold any characters; here it is written into a comment of one line. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ');
}
