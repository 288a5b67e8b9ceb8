/** `docket new KIND`: a new document with its number, its known values and its sections. */
import { draftOf, type Draft } from '../../deliver/newDocument/draft.ts';
import { givenValues } from '../../deliver/newDocument/given.ts';
import { identifierPrefix } from '../../deliver/newDocument/identifier.ts';
import { staffOf } from '../../deliver/newDocument/me.ts';
import type { Request } from '../../deliver/newDocument/request.ts';
import type { Kind, Project, Words } from '../../engine/session/types.ts';
import { presentIn } from '../../engine/session/questions/moments.ts';
import { closest } from '../../engine/session/questions/records.ts';
import { HostError } from '../../host/hostError.ts';
import { identityOf } from '../../host/git/identity.ts';
import { identifiersElsewhere } from '../../host/git/otherBranches.ts';
import { openProject } from '../../host/project/openProject.ts';
import { type Command, type Context, type ExitCode, type Options, textOption } from '../command.ts';
import { DRY_RUN, PLAN_FORMAT } from '../plans/options.ts';
import { perform } from '../plans/perform.ts';
import { recordNamed } from '../named/recordNamed.ts';
import { stillToType } from '../stillToType.ts';
import { refuseWrongValues } from '../named/valueRefused.ts';

export const newDocument: Command = {
  arguments: [
    {
      name: '<kind>',
      says: { zh: '文档种类：ticket、维护任务处理单、WX……', en: 'kind of document: ticket, change-approval, BG …' },
    },
    { name: '[title...]', says: { zh: '标题', en: 'its title' } },
  ],
  options: [
    {
      flags: '--title <title>',
      says: { zh: '标题（也可直接写在种类之后）', en: 'its title, which may also follow the kind' },
    },
    {
      flags: '--set <key=value...>',
      says: {
        zh: '填入字段或章节：级别=P2 reporter.org=西渡市XX局',
        en: 'fill in fields or sections: severity=P2 reporter.org=…',
      },
    },
    {
      flags: '--from <id>',
      says: { zh: '由此单据引出：建立关联，引用其内容', en: 'follows from this record: links to it and quotes it' },
    },
    DRY_RUN,
    PLAN_FORMAT,
  ],
  run: writeNew,
};

async function writeNew(
  context: Context,
  [name = '', ...words]: readonly string[],
  options: Options,
): Promise<ExitCode> {
  const { root, session } = openProject(context.cwd, context.asOf);
  const project = session.analysis().project();
  const request = requestOf(
    root,
    project,
    kindAsked(project, name),
    words.length > 0 ? { title: words.join(' '), ...options } : options,
  );
  const draft = drafted(project, request);
  const language = context.language ?? project.config.language;
  refuseWrongValues(session, [draft.file], request.given.keys());
  const nothing = { zh: `${draft.id} 已经有了。`, en: `${draft.id} is there already.` };
  const { code } = await perform([draft.file], { context, root, language, options }, { nothing });
  if (code !== 0) return code;
  context.err(`${stillToType(draft.toType)[language]}\n`);
  if (request.me === undefined && asksAuthor(request.kind, draft))
    context.err(`${unregistered(identityOf(root))[language]}\n`);
  return code;
}

function drafted(project: Project, request: Request): Draft {
  const draft = draftOf(project, request);
  if ('refused' in draft) throw new HostError(draft.refused);
  return draft;
}

function requestOf(root: string, project: Project, kind: Kind, options: Options): Request {
  const { now, today } = presentIn(project);
  const given = givenValues(kind, [options['set'] ?? []].flat().map(String), project.config);
  if ('refused' in given) throw new HostError(given.refused);
  const from = textOption(options, 'from');
  const prefix = identifierPrefix(kind, today);
  return {
    kind,
    title: textOption(options, 'title'),
    given: given.values,
    told: given.sections,
    from: from === undefined ? undefined : recordNamed(project, from),
    today,
    now,
    me: staffOf(project, identityOf(root)),
    takenElsewhere:
      prefix === undefined || kind.folder === undefined
        ? new Set()
        : identifiersElsewhere(root, kind.folder.replace(/\/\{year\}$/, ''), prefix),
  };
}

function kindAsked({ catalogue }: Project, name: string): Kind {
  const kinds = [...catalogue.kinds.values()];
  const kind =
    catalogue.kindNamed(name) ?? kinds.find(({ idSource }) => idSource?.startsWith(`${name.toUpperCase()}-`));
  if (kind !== undefined) return kind;
  const meant = closest(name, [...catalogue.kinds.keys()]);
  const alike = kinds.filter(
    ({ label }) => label.zh.includes(name) || label.en.toLowerCase().includes(name.toLowerCase()),
  );
  const all = alike.length > 0 ? alike : kinds;
  throw new HostError({
    zh: `没有文档种类 ${name}${meant === undefined ? `。现有：${all.map(({ key, label }) => `${key} ${label.zh}`).join('、')}。` : `，是否要写 ${meant}？`}`,
    en: `There is no kind of document ${name}${meant === undefined ? `. There are: ${all.map(({ key }) => key).join(', ')}.` : `. Did you mean ${meant}?`}`,
  });
}

function asksAuthor({ fields }: Kind, { toType }: Draft): boolean {
  const author = fields.byKey.get('author');
  return author !== undefined && toType.includes(author.label);
}

function unregistered({ name, email }: { readonly name: string; readonly email: string }): Words {
  const who = [name, email === '' ? '' : `<${email}>`].filter(part => part !== '').join(' ');
  return {
    zh: `人员登记表中没有 git 提交人${who === '' ? '' : ` ${who}`}，编制人要手填。把邮箱写入其登记表（docket new staff）的 git_emails，以后自动填写。`,
    en: `No staff record names the git author${who === '' ? '' : ` ${who}`}, so the author has to be typed. With the address under git_emails of a staff record (docket new staff) it is filled in.`,
  };
}
