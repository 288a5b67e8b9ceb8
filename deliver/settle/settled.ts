/** `docket.lock` after somebody says, by name and with a reason, that units and their code agree as they are. */
import { ALL } from '../../engine/base/queries.ts';
import { asPath } from '../../engine/base/text.ts';
import type { Words } from '../../engine/base/words.ts';
import { codeSignature } from '../../engine/links/codeSignature.ts';
import { codeOf } from '../../engine/links/bindings.ts';
import { itemSignature } from '../../engine/links/itemSignature.ts';
import { LOCK_PATH, printLock } from '../../engine/links/lock.ts';
import { boundBy, lock, standingOf } from '../../engine/links/lockAt.ts';
import { recorded, type Recorded, type Said } from '../../engine/links/recording.ts';
import { unreviewedIn } from '../../engine/links/unreviewed.ts';
import type { Item } from '../../engine/model/entry.ts';
import { nearest } from '../../engine/rules/nearest.ts';
import type { Project } from '../../engine/rules/project.ts';
import { type PlannedFile, planned } from '../filePlan.ts';

/** Every unit with code that the lock does not know. */
export function unreviewed({ get, items }: Project): readonly string[] {
  const documents = new Set(items('lld-unit').map(({ path }) => path));
  return [...documents].flatMap(path => get(unreviewedIn, path).map(({ item }) => item.id));
}

/** The file to write, or why there is nothing to settle. */
export function settled(ids: readonly string[], said: Said, project: Project): PlannedFile | Words {
  const units = ids.map(id => ({ id, item: project.find(id)?.item }));
  const wrong = units.find(({ item }) => item?.kind !== 'lld-unit');
  if (wrong) return notAUnit(wrong.id, project);
  if (said.change !== undefined && project.entry(said.change)?.kind !== 'change-approval') return noChange(said.change);
  const pairs = units.flatMap(({ item }) => pairsOf(item as Item, project));
  const [silent] = units.filter(({ id }) => !pairs.some(({ binding }) => binding.unit === id));
  if (silent) return noCode(silent.id);
  const { agreements, foreign } = project.get(lock, ALL);
  if (foreign[0] !== undefined) return unreadable(foreign[0].line + 1);
  return planned(project, asPath(LOCK_PATH), printLock(recorded(agreements, pairs, said)));
}

/** With what the lock holds of code that is gone. */
function pairsOf(item: Item, { get }: Project): readonly Recorded[] {
  const right = get(itemSignature, item.id) ?? '';
  return standingOf(item, get) ?? boundBy(item, get).map(binding => ({ binding, left: get(codeSignature, codeOf(binding)), right }));
}

function notAUnit(id: string, project: Project): Words {
  const meant = nearest(id, project);
  return project.find(id) === undefined
    ? { zh: `没有编号 ${id}${meant ? `，是否要写 ${meant}` : ''}。`, en: `Nothing is called ${id}${meant ? `; did you mean ${meant}` : ''}.` }
    : {
        zh: `${id} 不是设计单元；settle 只核销设计单元与程序之间的欠账，其他文档请在变更审批单的文档影响表说明。`,
        en: `${id} is no design unit: settle is about units and their code; for other documents give the reason in the change approval's table.`,
      };
}

function noChange(id: string): Words {
  return { zh: `没有变更审批单 ${id}；请改正 --change。`, en: `There is no change approval ${id}: correct --change.` };
}

function noCode(id: string): Words {
  return { zh: `${id} 没有写到任何程序文件；请先在“代码”一行写上路径。`, en: `${id} names no code: write the paths on its “Code” line first.` };
}

/** It would be lost. */
function unreadable(line: number): Words {
  return {
    zh: `${LOCK_PATH} 第 ${line} 行读不懂，没有改写；请先删去读不懂的行（docket check 会列出）。`,
    en: `Line ${line} of ${LOCK_PATH} cannot be read, and nothing was written: delete such lines first (docket check lists them).`,
  };
}
