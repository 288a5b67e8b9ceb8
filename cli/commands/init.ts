/** `docket init`: looks at a repository and proposes a docket.yml that fits it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { proposalOf } from '../../deliver/init/proposal.ts';
import { skeletonOf } from '../../deliver/init/skeleton.ts';
import { type Survey, surveyOf } from '../../deliver/init/survey.ts';
import { systemCode } from '../../deliver/init/system.ts';
import type { Language, Words } from '../../engine/base/words.ts';
import { builtInCatalogue } from '../../engine/model/project.ts';
import { diskSource } from '../../host/disk.ts';
import { HostError } from '../../host/hostError.ts';
import { type History, historyOf } from '../../host/history.ts';
import { writeWhole } from '../../host/write.ts';
import type { Command, Context, ExitCode, Options } from '../command.ts';

export const init: Command = {
  options: [
    { flags: '--yes', says: { zh: '不询问，直接写入', en: 'write without asking' } },
    { flags: '--skeleton', says: { zh: '另写详细设计骨架：每个代码包一个设计单元', en: 'also a detailed design with one unit for each package' } },
    { flags: '--dry-run', says: { zh: '只显示，不写入', en: 'show it, write nothing' } },
  ],
  run: initProject,
};

interface Planned {
  readonly path: string;
  readonly text: string;
}

async function initProject(context: Context, _args: readonly string[], options: Options): Promise<ExitCode> {
  const root = folderToSetUp(context.cwd);
  const history = historyOf(root);
  const survey = surveyOf(diskSource(root), builtInCatalogue);
  const language = context.language ?? survey.language;
  const files = plan(root, survey, history, context.asOf.slice(0, 10), options['skeleton'] === true);
  for (const line of seen(survey, history)) context.out(`${line[language]}\n`);
  for (const { path: file } of files) context.out(`${{ zh: '新建', en: 'create' }[language]}  ${file}\n`);
  if (options['dryRun'] === true) {
    for (const { text } of files) context.out(`\n${text}`);
    return 0;
  }
  if (options['yes'] !== true && !(await agreed(language))) return 0;
  for (const { path: file, text } of files) writeWhole(root, file, text);
  context.err(
    `${
      {
        zh: '下一步：补全 docket.yml 中的合同信息；docket check 检查，存量问题用 docket baseline 冻结；docket new ticket 登记第一单。',
        en: 'Next: fill in docket.yml; see docket check, and freeze what was there before with docket baseline; register with docket new ticket.',
      }[language]
    }\n`,
  );
  return 0;
}

function folderToSetUp(cwd: string): string {
  if (!existsSync(cwd))
    throw new HostError({ zh: `打不开目录 ${cwd}：目录不存在。请检查 --cwd。`, en: `Cannot open ${cwd}: there is no such folder. Check --cwd.` });
  if (!existsSync(path.join(cwd, 'docket.yml'))) return path.resolve(cwd);
  throw new HostError({
    zh: `${cwd} 已有 docket.yml，不覆盖。要重新生成请先改名。`,
    en: `${cwd} has a docket.yml, which is left as it is. Rename it to start again.`,
  });
}

function plan(root: string, survey: Survey, history: History, today: string, withSkeleton: boolean): readonly Planned[] {
  const name = path.basename(root);
  const config = { path: 'docket.yml', text: proposalOf(survey, { name, ...history }, builtInCatalogue) };
  if (!withSkeleton || survey.code.program.length === 0) return [config];
  const skeleton = skeletonOf(systemCode(name), survey.code.program, today, survey.language, undefined);
  return existsSync(path.join(root, skeleton.path)) ? [config] : [config, skeleton];
}

/** What the proposal rests on. */
function seen({ files, markdown, code, office, oldEncoding }: Survey, { isRepository, authors }: History): readonly Words[] {
  const languages = code.languages
    .slice(0, 4)
    .map(([language, count]) => `${language} ${count}`)
    .join(', ');
  return [
    {
      zh: `${files} 个文件；Markdown ${markdown.all.length}（已有单据 ${markdown.records.length}）；代码 ${code.files.length}${languages === '' ? '' : `（${languages}）`}`,
      en: `${files} files; ${markdown.all.length} Markdown (${markdown.records.length} records); ${code.files.length} code${languages === '' ? '' : ` (${languages})`}`,
    },
    ...(oldEncoding.length > 0 ? [{ zh: `GB18030 编码的源文件：${oldEncoding.length}`, en: `Sources in GB18030: ${oldEncoding.length}` }] : []),
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
      : { zh: '不是 git 仓库：提交与审批的对应关系无法检查', en: 'Not a git repository: commits cannot be checked against approvals' },
  ];
}

/** Without a terminal there is nobody to ask, and silence is no consent. */
async function agreed(language: Language): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    throw new HostError({
      zh: '没有终端可以确认：请加 --yes 写入，或加 --dry-run 只看内容。',
      en: 'There is no terminal to ask on: add --yes to write, or --dry-run to look.',
    });
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question({ zh: '写入？[Y/n] ', en: 'Write? [Y/n] ' }[language]);
  terminal.close();
  return /^\s*(y|yes|是|好)?\s*$/i.test(answer);
}
