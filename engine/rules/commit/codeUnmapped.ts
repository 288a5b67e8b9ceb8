import { bindingsOf } from '../../links/code/bindings.ts';
import { codeGroup } from '../../model/config/codeGroups.ts';
import { isBoundToCode } from '../../model/kinds/kinds.ts';
import type { Project } from '../project.ts';
import { changeRule } from '../rule.ts';
import { atStart } from '../../model/place.ts';
import { AFTER, CODE, JAVA } from './examples.ts';

const LLD = 'docs/ZZGL-LLD.md';
const unit = (code: string) =>
  `---\nid: ZZGL-LLD\ntype: lld\nstatus: baselined\n---\n# 详细设计\n\n### LD-REV-07 超期提醒任务\n\n${code}提醒。\n`;
const before = { [JAVA]: null };

export const codeUnmapped = changeRule({
  id: 'commit/code-unmapped',
  says: { zh: '新增的程序文件有设计单元写到它。', en: 'Every new program file is named by a design unit.' },
  why: {
    zh: '没有单元写到的代码以后怎么改都不会提醒更新设计；新增时补上最省事。',
    en: 'Docket cannot ask for the design of code that no unit names; it is easiest to name the code when it is new.',
  },
  clauses: ['C4.5-08'],
  severity: 'info',
  examples: [
    {
      bad: { 'docket.yml': CODE, [JAVA]: `«»${AFTER}`, [LLD]: unit('- 代码：src/apply/*.java\n\n') },
      change: { before },
      message: '没有设计单元写到新增的 OverdueReminderJob.java；请在相应单元的“代码”一行补上它的路径。',
    },
    { good: { 'docket.yml': CODE, [JAVA]: AFTER, [LLD]: unit('- 代码：src/review/**\n\n') }, change: { before } },
    // No unit names any code yet.
    { good: { 'docket.yml': CODE, [JAVA]: AFTER, [LLD]: unit('') }, change: { before } },
    {
      good: { 'docket.yml': CODE, [JAVA]: AFTER, [LLD]: unit('- 代码：src/apply/*.java\n\n') },
      change: { before: { [JAVA]: AFTER.replace('3', '2') } },
    },
  ],

  *check({ files, after }) {
    const added = files.filter(
      ({ how, sort, path }) => how === 'added' && sort === 'file' && after.get(codeGroup, path)?.kind === 'program',
    );
    if (added.length === 0 || !hasUnits(after)) return;
    for (const { path } of added) {
      if (after.get(bindingsOf, path).length > 0) continue;
      const name = path.slice(path.lastIndexOf('/') + 1);
      yield {
        at: atStart(path),
        say: {
          zh: `没有设计单元写到新增的 ${name}；请在相应单元的“代码”一行补上它的路径。`,
          en: `Add the path of the new file ${name} to the “Code” line of its design unit: no unit names it yet.`,
        },
      };
    }
  },
});

/** Whether any item names the code that it describes. */
function hasUnits({ catalogue, items }: Project): boolean {
  const kinds = [...catalogue.items.values()].filter(isBoundToCode);
  return kinds.some(({ key }) => items(key).some(({ attributes }) => attributes['code'] !== undefined));
}
