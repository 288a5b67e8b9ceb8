/** `docket.lock` after a person said, by name and with a reason, that units and their code, items and their counterparts, agree as they are. */
import { ALL, type Get } from '../../engine/base/queries.ts';
import type { Words } from '../../engine/base/words.ts';
import { codeSignature } from '../../engine/links/code/codeSignature.ts';
import { codeOf, isUnit, bindingKey } from '../../engine/links/code/bindings.ts';
import { answeredBy, documentOf, keyOfPair, plainName } from '../../engine/links/items/itemBindings.ts';
import { itemSignature } from '../../engine/links/items/itemSignature.ts';
import { LOCK_PATH, printLock } from '../../engine/links/lock/lock.ts';
import { boundOrTagged, lock, recordedKeys } from '../../engine/links/lock/lockAt.ts';
import { withRecorded, type RecordedPair, type Said } from '../../engine/links/lock/recording.ts';
import { unreviewedUnits } from '../../engine/links/lock/unreviewed.ts';
import { outline } from '../../engine/model/outline.ts';
import { nearest } from '../../engine/rules/nearest.ts';
import type { Project } from '../../engine/rules/project.ts';
import { type NewText, planned } from '../filePlan.ts';
import { whyNotSettled } from './missing.ts';

/** Every unit with code that the lock does not know. */
export function unreviewed({ get }: Project): readonly string[] {
  return unreviewedUnits(get).map(({ item }) => item.id);
}

/** `unsettled`: what is asked for is known, and cannot be settled as it is. Then nothing is, not even what could be. */
type Settled = { readonly file: NewText } | { readonly refused: Words } | { readonly unsettled: Words };

/** `docket.lock` with what `said` says of each of these units, items and sections. */
export function settled(names: readonly string[], said: Said, project: Project): Settled {
  if (said.change !== undefined && project.entry(said.change)?.kind !== 'change-approval')
    return { refused: noChange(said.change) };
  const unsettled = whyNotSettled(names, project);
  if (unsettled !== undefined) return { unsettled };
  const owing = names.map(name => ({ name, pairs: [...ofCode(name, project), ...ofItems(name, project)] }));
  const silent = owing.find(({ pairs }) => pairs.length === 0);
  if (silent) return { refused: whyNothing(silent.name, project) };
  const { agreements, foreign } = project.get(lock, ALL);
  if (foreign[0] !== undefined) return { refused: unreadable(foreign[0].line + 1) };
  const pairs = owing.flatMap(one => one.pairs);
  return { file: planned(project, LOCK_PATH, printLock(withRecorded(agreements, pairs, said))) };
}

/** All code of a unit; what is recorded of it and is no code of the unit any more is forgotten. */
function ofCode(id: string, { find, get }: Project): readonly RecordedPair[] {
  const item = find(id)?.item;
  if (item === undefined || !isUnit(item, get)) return [];
  const right = get(itemSignature, id) ?? '';
  const bound = boundOrTagged(item, get).map(binding => ({
    key: bindingKey(binding),
    left: get(codeSignature, codeOf(binding)),
    right,
  }));
  const keys = new Set(bound.map(({ key }) => key));
  const gone = (get(recordedKeys, ALL).get(id) ?? []).filter(key => !keys.has(key));
  return [...bound, ...gone.map(key => ({ key, left: undefined, right }))];
}

/** What an item answers to. A section goes by its heading, with or without its number. */
function ofItems(name: string, { get }: Project): readonly RecordedPair[] {
  return answeredBy(sectionMeant(name, get) ?? name, get).map(binding => ({
    key: keyOfPair(binding),
    left: get(itemSignature, binding.left),
    right: get(itemSignature, binding.right) ?? '',
  }));
}

function sectionMeant(name: string, get: Get): string | undefined {
  const document = name.includes('#') ? documentOf(name, get) : undefined;
  const sections = document === undefined ? [] : get(outline, document.path).links.map(({ from }) => from);
  return sections.find(section => plainName(section) === plainName(name));
}

function whyNothing(name: string, project: Project): Words {
  const { find } = project;
  const meant = nearest(name, project);
  if (find(name) === undefined && documentOf(name, project.get) === undefined)
    return {
      zh: `没有编号 ${name}${meant ? `，是否要写 ${meant}？` : '。'}`,
      en: `Nothing is called ${name}.${meant ? ` Did you mean ${meant}?` : ''}`,
    };
  if (isUnit(find(name)?.item, project.get)) return noCode(name);
  return {
    zh: `${name} 没有可核销的：settle 核销设计单元与程序之间，以及写有“满足”“实现”“描述”或“需求条目”的条目与它所指条目之间的欠账；其他文档请在变更审批单的文档影响表说明。`,
    en: `${name} has nothing to settle: settle is about units and their code, and about items that satisfy, realize, verify or describe another; for other documents give the reason in the change approval's table.`,
  };
}

function noChange(id: string): Words {
  return { zh: `没有变更审批单 ${id}；请改正 --change。`, en: `There is no change approval ${id}: correct --change.` };
}

function noCode(id: string): Words {
  return {
    zh: `${id} 没有对应的程序文件；请先在“代码”一行写上路径，或在程序注释里写 @implements ${id}。`,
    en: `No code belongs to ${id}: write the paths on its “Code” line, or @implements ${id} in a comment of the code.`,
  };
}

/** It would be lost. */
function unreadable(line: number): Words {
  return {
    zh: `${LOCK_PATH} 第 ${line} 行读不懂，没有改写；请先删去读不懂的行（docket check 会列出）。`,
    en: `Line ${line} of ${LOCK_PATH} cannot be read, and nothing was written: delete such lines first (docket check lists them).`,
  };
}
