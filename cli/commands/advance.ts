/** `docket advance ID [--to STATE]`: takes a record to its next state, with everything the step itself tells. */
import { type Advance, advanceOf } from '../../deliver/newDocument/advance.ts';
import { givenValues, type Typed } from '../../deliver/newDocument/given.ts';
import { staffOf } from '../../deliver/newDocument/me.ts';
import type { Language } from '../../engine/base/words.ts';
import { yaml } from '../../engine/writing/yamlValue.ts';
import { applied, fileEditsOf } from '../../engine/features/fixes.ts';
import { formatInstant, momentOf } from '../../engine/measure/instant.ts';
import { offsetOf } from '../../engine/measure/terms.ts';
import type { Entry } from '../../engine/model/entry.ts';
import type { Kind, State } from '../../engine/model/kinds.ts';
import type { Project } from '../../engine/rules/project.ts';
import type { FixEdit } from '../../engine/rules/rule.ts';
import { HostError } from '../../host/hostError.ts';
import { identityOf } from '../../host/identity.ts';
import { openProject } from '../../host/project.ts';
import { writeWhole } from '../../host/write.ts';
import { type Command, type Context, type ExitCode, type Options, textOption } from '../command.ts';
import { type ChangedFile, patchOf } from '../patch.ts';
import { recordNamed } from '../recordNamed.ts';
import { stateAsked } from '../stateAsked.ts';
import { stillToType } from '../stillToType.ts';

export const advance: Command = {
  arguments: [{ name: '<id>', says: { zh: '单据或文档的编号：WX-2026-0003', en: 'identifier of a record or document: WX-2026-0003' } }],
  options: [
    {
      flags: '--to <state>',
      says: { zh: '目标状态：resolved、已解决；不写时为下一个状态', en: 'the state: resolved; left out, the next one' },
    },
    {
      flags: '--set <key=value...>',
      says: { zh: '填入字段或章节：原因分类=程序缺陷 问题原因分析=…', en: 'fill in fields or sections: cause_category=program_defect cause=…' },
    },
    { flags: '--dry-run', says: { zh: '只显示，不写入', en: 'show it, write nothing' } },
  ],
  run: advanceRecord,
};

function advanceRecord(context: Context, [id = '']: readonly string[], options: Options): ExitCode {
  const { root, session } = openProject(context.cwd, context.asOf);
  const project = session.analysis().project();
  const entry = recordNamed(project, id);
  const kind = kindOf(project, entry);
  const to = stateAsked(entry, kind, textOption(options, 'to'));
  const offset = offsetOf(project.config);
  const now = formatInstant(momentOf(project.asOf, offset) ?? 0, offset);
  const typed = typedFor(project, entry, kind, [options['set'] ?? []].flat().map(String));
  const plan = advanceOf(project, { entry, kind, to: to.key, now, me: staffOf(project, identityOf(root)), typed });
  const files = changedBy(project, plan);
  const language = context.language ?? project.config.language;
  const isDry = options['dryRun'] === true;
  if (isDry) context.out(files.map(patchOf).join(''));
  else for (const { path, after } of files) writeWhole(root, path, after);
  if (!isDry) context.out(told(entry, kind, to, plan, files, language));
  context.err(`${stillToType(plan.toType)[language]}\n`);
  return 0;
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
    en: `The frontmatter of ${path} cannot be read. See docket check ${path} and mend it first.`,
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

function changedBy(project: Project, { fix }: Advance): readonly ChangedFile[] {
  return fileEditsOf(project.get, fix).flatMap(file => {
    const before = project.text(file.path);
    return 'edits' in file && before !== undefined ? [{ path: file.path, before, after: applied(before, file.edits) }] : [];
  });
}

function told({ id, status = '' }: Entry, kind: Kind, to: State, { fix }: Advance, files: readonly ChangedFile[], language: Language): string {
  const from = kind.states.get(status)?.label[language] ?? status;
  const updated = files.map(({ path }) => `${{ zh: '更新', en: 'update' }[language]}  ${path}`);
  return `${[`${id}  ${from} → ${to.label[language]}`, ...updated, ...fix.edits.flatMap(edit => lineOf(edit, kind, language))].join('\n')}\n`;
}

function lineOf(edit: FixEdit, kind: Kind, language: Language): readonly string[] {
  switch (edit.do) {
    case 'set':
      return [`  ${edit.at.pointer.slice(1).replaceAll('/', '.')}: ${yaml(edit.value)}`];
    case 'add-section':
      return [`  ## ${kind.sections.find(({ key }) => key === edit.at.section)?.label[language] ?? edit.at.section}`];
    case 'freeze':
      return [{ zh: '  定格一处嵌入的内容', en: '  freezes an embed' }[language]];
    case 'thaw':
      return [{ zh: '  取消一处定格', en: '  lets an embed follow its source again' }[language]];
    default:
      return [];
  }
}
