import { namesIn } from '../../measure/facts.ts';
import { filesUnder } from '../../model/filesUnder.ts';
import { approvedAmong, movedItem } from '../../trace/moved.ts';
import { itemRule } from '../rule.ts';
import { atItem } from '../../model/place.ts';
import { changeIn, units } from './examples.ts';

const JAVA = { 'src/main/java/cn/review/OverdueReminderJob.java': 'class OverdueReminderJob {}\n' };

export const lldToCode = itemRule({
  id: 'trace/lld-to-code',
  says: { zh: '详细设计单元写的代码路径都有文件。', en: 'The code a design unit names is there.' },
  why: {
    zh: '合同要求程序与文档一致；单元指向的代码改名或删除后，设计说的就不是现在的程序。',
    en: 'Programs and documents have to agree: when the code a unit names is moved or gone, the design describes another program.',
  },
  basis: 'practice',
  severity: 'warning',
  kinds: ['lld-unit'],
  examples: [
    {
      bad: { ...units('LD-REV-07', '- 代码：«src/main/java/**/OverdueJob*.java»'), ...changeIn('approved'), ...JAVA },
      message: 'LD-REV-07 写的代码 src/main/java/**/OverdueJob*.java 没有对应的文件；请改正路径，或把单元标为删除。',
    },
    {
      bad: { ...units('LD-REV-07', '- 代码：«src/main/java/**/Overdue*.java、src/main/resources/Overdue.xml»'), ...changeIn('approved'), ...JAVA },
      message: 'LD-REV-07 写的代码 src/main/resources/Overdue.xml 没有对应的文件；请改正路径，或把单元标为删除。',
    },
    { good: { ...units('LD-REV-07', '- 代码：src/main/java/**/Overdue*.java'), ...changeIn('approved'), ...JAVA } },
    { good: { ...units('LD-REV-07', '- 代码：src/main/java/cn/review/OverdueReminderJob.java#run'), ...changeIn('approved'), ...JAVA } },
    // Designed, not yet written: its change is still being made.
    { good: { ...units('LD-REV-07', '- 代码：src/main/java/**/Overdue*.java'), ...changeIn('draft') } },
    { good: { ...units('LD-REV-07', '- 代码：src/gone/*.java\n- 状态：deleted'), ...changeIn('approved') } },
  ],

  *check(item, project) {
    const { id, path, document, attributes } = item;
    const owner = project.entry(document);
    if (attributes['status'] === 'deleted' || owner === undefined || !project.reached(owner, 'approved')) return;
    const changes = project.get(movedItem, id)?.changes ?? [];
    if (changes.length > 0 && approvedAmong(changes, project.get).length === 0) return;
    const empty = namesIn(attributes['code'] as readonly string[]).filter(glob => project.get(filesUnder, glob).length === 0);
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
