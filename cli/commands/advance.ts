/** `docket advance ID [--to STATE]`: takes a record to its next state, with everything the step itself tells. */
import { advanceOf } from '../../deliver/newDocument/advance.ts';
import { givenValues, type Typed } from '../../deliver/newDocument/given.ts';
import { staffOf } from '../../deliver/newDocument/me.ts';
import type { Entry, FixEdit, Kind, Language, Project, State, Words } from '../../engine/session/types.ts';
import { yaml } from '../../engine/session/writing.ts';
import { presentIn } from '../../engine/session/questions/moments.ts';
import { isInState } from '../../engine/session/questions/nextStates.ts';
import { HostError } from '../../host/hostError.ts';
import { identityOf } from '../../host/git/identity.ts';
import { openProject } from '../../host/project/openProject.ts';
import { type Command, type Context, type ExitCode, type Options, textOption } from '../command.ts';
import { DRY_RUN, PLAN_FORMAT } from '../plans/options.ts';
import { nothingDone, perform } from '../plans/perform.ts';
import { recordNamed } from '../named/recordNamed.ts';
import { stateAsked } from '../named/stateAsked.ts';
import { stillToType } from '../stillToType.ts';
import { refuseWrongValues } from '../named/valueRefused.ts';

export const advance: Command = {
  arguments: [
    {
      name: '<id>',
      says: { zh: '单据或文档的编号：WX-2026-0003', en: 'identifier of a record or document: WX-2026-0003' },
    },
  ],
  options: [
    {
      flags: '--to <state>',
      says: { zh: '目标状态：resolved、已解决；不写时为下一个状态', en: 'the state: resolved; left out, the next one' },
    },
    {
      flags: '--set <key=value...>',
      says: {
        zh: '填入字段或章节：原因分类=程序缺陷 问题原因分析=…',
        en: 'fill in fields or sections: cause_category=program_defect cause=…',
      },
    },
    DRY_RUN,
    PLAN_FORMAT,
  ],
  run: advanceRecord,
};

async function advanceRecord(context: Context, [id = '']: readonly string[], options: Options): Promise<ExitCode> {
  const { root, session } = openProject(context.cwd, context.asOf);
  const project = session.analysis().project();
  const entry = recordNamed(project, id);
  const kind = kindOf(project, entry);
  const language = context.language ?? project.config.language;
  const stage = { context, root, language, options };
  const asked = textOption(options, 'to');
  if (asked !== undefined && isInState(entry, kind, asked)) return nothingDone([], stage, isThere(entry, kind)).code;
  const to = stateAsked(entry, kind, asked);
  const { now } = presentIn(project);
  const typed = typedFor(project, entry, kind, [options['set'] ?? []].flat().map(String));
  const step = advanceOf(project, { entry, kind, to: to.key, now, me: staffOf(project, identityOf(root)), typed });
  const { plan, gone } = step;
  const lost = gone.filter(edit => edit.do === 'set' || edit.do === 'add-section');
  if (lost.length > 0) return nothingDone([], stage, noPlaceFor(entry, lost, kind)).code;
  refuseWrongValues(session, plan, typed.values.keys());
  const made = step.fix.edits.filter(edit => !gone.includes(edit));
  const { code } = await perform(plan, stage, {
    nothing: isThere(entry, kind),
    heading: headingOf(entry, kind, to, language),
    details: made.flatMap(edit => lineOf(edit, kind, language)).join(''),
    together: true,
  });
  if (code === 0) context.err(`${stillToType(step.toType)[language]}\n`);
  return code;
}

function isThere({ id, status = '' }: Entry, kind: Kind): Words {
  const now = kind.states.get(status)?.label ?? { zh: status, en: status };
  return { zh: `${id} 已经是“${now.zh}”，没有改动。`, en: `${id} is “${now.en}” already: nothing was changed.` };
}

/** Half a step would leave a record that says two things. */
function noPlaceFor({ id, path }: Entry, lost: readonly FixEdit[], kind: Kind): Words {
  const named = (language: Language) =>
    lost.map(edit => lineOf(edit, kind, language).join('').trim()).join(language === 'zh' ? '、' : ', ');
  return {
    zh: `${id} 没有推进：${path} 中没有地方写 ${named('zh')}。请手工修改。`,
    en: `${id} was left as it is: ${path} has no place for ${named('en')}. Edit it by hand.`,
  };
}

/** Of a record that has a file of its own, and one that can be read. */
function kindOf(project: Project, { id, kind: key, path, row, broken }: Entry): Kind {
  const kind = project.kind(key);
  if (row !== undefined || kind === undefined) {
    throw new HostError({
      zh: `${id} 是登记簿 ${path} 中的一行：请在表中改它的状态，或先用 docket promote ${id} 转为单独的文件。`,
      en: `${id} is a row of ${path}: change its state there, or make it a file of its own with docket promote ${id}.`,
    });
  }
  if (!broken) return kind;
  throw new HostError({
    zh: `${path} 的文件头读不出来，无法推进。先用 docket check ${path} 查看并改正。`,
    en: `The frontmatter of ${path} cannot be read. See docket check ${path} and correct it first.`,
  });
}

/** Words that are there are not written over. */
function typedFor(project: Project, { id, path, sections }: Entry, kind: Kind, pairs: readonly string[]): Typed {
  const typed = givenValues(kind, pairs, project.config);
  if ('refused' in typed) throw new HostError(typed.refused);
  const written = kind.sections.find(({ key }) => typed.sections.has(key) && sections.includes(key));
  if (written === undefined) return typed;
  throw new HostError({
    zh: `${id} 的“${written.label.zh}”已有内容，不覆盖：请在 ${path} 中修改。`,
    en: `${written.label.en} of ${id} says something already and is not written over: edit ${path}.`,
  });
}

function headingOf({ id, status = '' }: Entry, kind: Kind, to: State, language: Language): string {
  return `${id}  ${kind.states.get(status)?.label[language] ?? status} → ${to.label[language]}\n`;
}

/** What an edit writes, on a line. */
function lineOf(edit: FixEdit, kind: Kind, language: Language): readonly string[] {
  switch (edit.do) {
    case 'set':
      return [`  ${edit.at.pointer.slice(1).replaceAll('/', '.')}: ${yaml(edit.value)}\n`];
    case 'add-section':
      return [`  ## ${kind.sections.find(({ key }) => key === edit.at.section)?.label[language] ?? edit.at.section}\n`];
    case 'freeze':
      return [{ zh: '  定格一处嵌入的内容\n', en: '  freezes an embed\n' }[language]];
    case 'thaw':
      return [{ zh: '  取消一处定格\n', en: '  lets an embed follow its source again\n' }[language]];
    default:
      return [];
  }
}
