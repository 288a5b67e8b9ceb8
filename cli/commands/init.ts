/** `docket init`: looks at a repository and proposes a docket.yml that fits it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ATTRIBUTES, withUnion } from '../../deliver/hooks/attributes.ts';
import { proposedAs } from '../../deliver/init/named.ts';
import { PIPELINES } from '../../deliver/init/pipelines.ts';
import { configAlone, type InitPlan, type WantedFile, withSkeleton } from '../../deliver/init/plan.ts';
import { type Survey, surveyOf } from '../../deliver/init/survey.ts';
import { staffOf } from '../../deliver/newDocument/me.ts';
import type { Plan } from '../../engine/session/plans.ts';
import { asPath, decode } from '../../engine/session/text.ts';
import type { FileSource, Language, Words } from '../../engine/session/types.ts';
import { builtInCatalogue } from '../../engine/session/builtIn.ts';
import { Session } from '../../engine/session/session.ts';
import { diskSource } from '../../host/project/disk.ts';
import { HostError } from '../../host/hostError.ts';
import { type History, historyOf } from '../../host/git/history.ts';
import { accountName, identityOf } from '../../host/git/identity.ts';
import { type Command, type Context, type ExitCode, type Options, textOption } from '../command.ts';
import { DRY_RUN, PLAN_FORMAT } from '../plans/options.ts';
import { perform } from '../plans/perform.ts';
import { stillToType } from '../stillToType.ts';

export const init: Command = {
  options: [
    { flags: '--yes', says: { zh: '不询问，直接写入', en: 'write without asking' } },
    {
      flags: '--skeleton',
      says: {
        zh: '另写详细设计骨架（每个代码包一个设计单元），并给按文件名认出的文档写文件头',
        en: 'also a detailed design with one unit for each package, and frontmatter for documents told by their names',
      },
    },
    {
      flags: '--ci <platform>',
      says: { zh: '只写流水线：检查每次推送带来的改动', en: 'only the pipeline that checks what each push brings' },
      choices: Object.keys(PIPELINES),
    },
    DRY_RUN,
    PLAN_FORMAT,
  ],
  run: initProject,
};

async function initProject(context: Context, _args: readonly string[], options: Options): Promise<ExitCode> {
  const platform = textOption(options, 'ci');
  if (platform !== undefined) return (await import('../pipeline.ts')).writePipeline(context, platform, options);
  const root = folderToSetUp(context.cwd);
  const history = historyOf(root);
  const source = diskSource(root);
  const survey = surveyOf(source, builtInCatalogue);
  const language = context.language ?? survey.language;
  const schema = existsSync(path.join(root, SCHEMA)) ? SCHEMA : undefined;
  const around = { name: path.basename(root), ...history, schema };
  const alone = configAlone(survey, around, builtInCatalogue);
  const { files: documents, adopted } =
    options['skeleton'] === true
      ? withSkeleton(survey, around, wantedIn(root, source, alone, history, context.asOf))
      : alone;
  const files = [...documents, ...(history.isRepository ? attributesIn(source) : [])];
  if (options['format'] !== 'json')
    for (const line of [...seen(survey, history), ...named(survey)]) context.out(`${line[language]}\n`);
  for (const { path: file, toType } of adopted)
    if (toType.length > 0) context.err(`${file}  ${stillToType(toType)[language]}\n`);
  const { code, outcome } = await perform(
    files,
    { context, root, language, options },
    { nothing: NOTHING, asks: true },
  );
  if (outcome !== undefined && code === 0) context.err(`${NEXT[language]}\n`);
  return code;
}

/** Where the package has it when it is installed in the project. */
const SCHEMA = 'node_modules/docket/docs-schema/generated/schemas/docket.schema.json';

const NOTHING: Words = { zh: '没有要写的文件。', en: 'There is nothing to write.' };

const NEXT: Words = {
  zh: '下一步：补全 docket.yml 中的合同信息；docket check 检查，存量问题用 docket baseline 冻结；docket new ticket 登记第一单；docket hook install 让提交时也检查。',
  en: 'Next: fill in docket.yml; see docket check, and freeze what was there before with docket baseline; register with docket new ticket; have commits checked with docket hook install.',
};

function folderToSetUp(cwd: string): string {
  if (!existsSync(cwd))
    throw new HostError({
      zh: `打不开目录 ${cwd}：目录不存在。请检查 --cwd。`,
      en: `Cannot open ${cwd}: there is no such folder. Check --cwd.`,
    });
  if (!existsSync(path.join(cwd, 'docket.yml'))) return path.resolve(cwd);
  throw new HostError({
    zh: `${cwd} 已有 docket.yml，不覆盖。要重新生成请先改名。`,
    en: `${cwd} has a docket.yml, which is left as it is. Rename it to start again.`,
  });
}

/** The author is the person at work: by staff record, else by name where no staff is registered yet. */
function wantedIn(
  root: string,
  source: FileSource,
  { files }: InitPlan,
  { authors }: History,
  asOf: string,
): WantedFile {
  const project = Session.open(source, { asOf, config: files[0]?.after ?? '' })
    .analysis()
    .project();
  const me = identityOf(root);
  const author =
    staffOf(project, me) ?? [me.name, authors[0]?.name, accountName()].find(name => name !== undefined && name !== '');
  return { source, catalogue: builtInCatalogue, today: asOf.slice(0, 10), author };
}

/** Two branches of `docket.lock` are to merge by lines. */
function attributesIn(source: FileSource): Plan {
  const file = asPath(ATTRIBUTES);
  const content = source.read(file);
  const { text: before, fault } = decode(content);
  const text = fault === undefined ? withUnion(before) : undefined;
  return text === undefined
    ? []
    : [{ path: file, before: content.state === 'absent' ? undefined : before, after: text }];
}

/** Markdown that is a document of the contract by its name. */
function named({ markdown: { named } }: Survey): readonly Words[] {
  if (named.length === 0) return [];
  const lines = (language: Language) => named.map(document => `\n  ${proposedAs(document, language)}`).join('');
  return [
    {
      zh: `按文件名像合同文档、还没有文件头：${named.length}${lines('zh')}`,
      en: `Documents by their names, without frontmatter: ${named.length}${lines('en')}`,
    },
  ];
}

/** What the proposal rests on. */
function seen(
  { files, markdown, code, office, oldEncoding }: Survey,
  { isRepository, authors }: History,
): readonly Words[] {
  const languages = code.languages
    .slice(0, 4)
    .map(([language, count]) => `${language} ${count}`)
    .join(', ');
  return [
    {
      zh: `${files} 个文件；Markdown ${markdown.all.length}（已有单据 ${markdown.records.length}）；代码 ${code.files.length}${languages === '' ? '' : `（${languages}）`}`,
      en: `${files} files; ${markdown.all.length} Markdown (${markdown.records.length} records); ${code.files.length} code${languages === '' ? '' : ` (${languages})`}`,
    },
    ...(oldEncoding.length > 0
      ? [{ zh: `GB18030 编码的源文件：${oldEncoding.length}`, en: `Sources in GB18030: ${oldEncoding.length}` }]
      : []),
    ...(office > 0
      ? [
          {
            zh: `Word、Excel、PDF 文件：${office}（只检查 Markdown 文档，这些不检查）`,
            en: `Word, Excel and PDF files: ${office} (only Markdown documents are checked)`,
          },
        ]
      : []),
    isRepository
      ? { zh: `提交人 ${authors.length} 名`, en: `${authors.length} people commit` }
      : {
          zh: '不是 git 仓库：提交与审批的对应关系无法检查',
          en: 'Not a git repository: commits cannot be checked against approvals',
        },
  ];
}
