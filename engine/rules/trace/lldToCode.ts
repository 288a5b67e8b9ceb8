import { namesIn } from '../../measure/facts/facts.ts';
import type { Entry } from '../../model/entry.ts';
import { filesUnder } from '../../model/paths/filesUnder.ts';
import { approvedAmong, movedItem } from '../../trace/moved.ts';
import { isBoundToCode } from '../../model/kinds/kinds.ts';
import type { Project } from '../project.ts';
import { itemRule } from '../rule.ts';
import { atItem } from '../../model/place.ts';
import { changeIn, units } from './examples.ts';

const JAVA = { 'src/main/java/cn/review/OverdueReminderJob.java': 'class OverdueReminderJob {}\n' };

const OWN_KIND = {
  'docket/kinds/stages.yml':
    'kind: stages\nid: stages\nfolder: docs/stages\ntakes: [page]\nitems:\n  stage: { id: "STAGE-[A-Z]+", form: heading, attributes: { code: { zh: 代码, type: list, of: { type: glob } } } }\n',
};

export const lldToCode = itemRule({
  id: 'trace/lld-to-code',
  says: {
    zh: '设计单元和其他写有“代码”的条目，所写的路径都有文件。',
    en: 'The code that a design unit or another item names exists.',
  },
  why: {
    zh: '合同要求程序与文档一致；单元指向的代码改名或删除后，设计说的就不是现在的程序。',
    en: 'Programs and documents must agree: when the code that a unit names was moved or deleted, the design describes another program.',
  },
  basis: 'practice',
  severity: 'warning',
  kinds: isBoundToCode,
  examples: [
    {
      bad: { ...units('LD-REV-07', '- 代码：«src/main/java/**/OverdueJob*.java»'), ...changeIn('approved'), ...JAVA },
      message: 'LD-REV-07 写的代码 src/main/java/**/OverdueJob*.java 没有对应的文件；请改正路径，或把单元标为删除。',
    },
    {
      bad: {
        ...units('LD-REV-07', '- 代码：«src/main/java/**/Overdue*.java、src/main/resources/Overdue.xml»'),
        ...changeIn('approved'),
        ...JAVA,
      },
      message: 'LD-REV-07 写的代码 src/main/resources/Overdue.xml 没有对应的文件；请改正路径，或把单元标为删除。',
    },
    { good: { ...units('LD-REV-07', '- 代码：src/main/java/**/Overdue*.java'), ...changeIn('approved'), ...JAVA } },
    {
      good: {
        ...units('LD-REV-07', '- 代码：src/main/java/cn/review/OverdueReminderJob.java#run'),
        ...changeIn('approved'),
        ...JAVA,
      },
    },
    // The code is designed and not yet written: its change is not finished.
    { good: { ...units('LD-REV-07', '- 代码：src/main/java/**/Overdue*.java'), ...changeIn('draft') } },
    { good: { ...units('LD-REV-07', '- 代码：src/gone/*.java\n- 状态：deleted'), ...changeIn('approved') } },
    // A kind of the project that needs no approval.
    {
      bad: { ...OWN_KIND, 'docs/stages/stages.md': '# 阶段\n\n## STAGE-BASE 基础\n\n- 代码：«src/gone.ts#Get»\n' },
      message: 'STAGE-BASE 写的代码 src/gone.ts#Get 没有对应的文件；请改正路径，或把单元标为删除。',
    },
  ],

  *check(item, project) {
    const { id, path, document, attributes } = item;
    const owner = project.entry(document);
    if (attributes['status'] === 'deleted' || owner === undefined || isInTheMaking(owner, project)) return;
    const changes = project.get(movedItem, id)?.changes ?? [];
    if (changes.length > 0 && approvedAmong(changes, project.get).length === 0) return;
    const empty = namesIn(attributes['code'] as readonly string[]).filter(
      glob => project.get(filesUnder, glob).length === 0,
    );
    if (empty.length === 0) return;
    yield {
      at: atItem(path, id, 'code'),
      id,
      say: {
        zh: `${id} 写的代码 ${empty.join('、')} 没有对应的文件；请改正路径，或把单元标为删除。`,
        en: `${id} names ${empty.join(', ')}, which matches no file: correct the path, or mark the unit as deleted.`,
      },
    };
  },
});

/**
 * Whether the code need not exist yet: a design that is not approved may name code before it is written. A kind without
 * an approval names existing code.
 */
function isInTheMaking(owner: Entry, project: Project): boolean {
  return project.kind(owner.kind)?.states.has('approved') === true && !project.reached(owner, 'approved');
}
