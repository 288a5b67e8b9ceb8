/** The state a person names for a record, or the usual next one; refused with the states there are. */
import type { Language, Words } from '../engine/base/words.ts';
import type { Entry } from '../engine/model/entry.ts';
import type { Kind, State } from '../engine/model/kinds.ts';
import { stateNamed, statesAhead, usualNext } from '../engine/model/states.ts';
import { HostError } from '../host/hostError.ts';

export function stateAsked({ id, status = '' }: Entry, kind: Kind, name: string | undefined): State {
  const now = kind.states.get(status);
  const ahead = now === undefined ? [...kind.states.values()] : statesAhead(kind, status);
  const wanted = name === undefined ? undefined : stateNamed(kind, name);
  const to = name === undefined ? now && usualNext(kind, status) : ahead.find(({ key }) => key === wanted?.key);
  if (to !== undefined) return to;
  const choices = (language: Language) => ahead.map(({ key, label }) => `${key} ${label[language]}`).join(language === 'zh' ? '、' : ', ');
  const where = now?.label ?? { zh: status, en: status };
  if (ahead.length === 0)
    throw new HostError({ zh: `${id} ${where.zh}，没有后续状态。`, en: `${id} is “${where.en}”, and nothing comes after that.` });
  const why: Words =
    name === undefined
      ? { zh: `${id} ${where.zh}，没有必然的下一步：请用 --to 指明`, en: `${id} is “${where.en}”, and nothing follows by itself: give --to` }
      : { zh: `${id} ${where.zh}，不能推进到 ${name}`, en: `${id} is “${where.en}” and cannot go to ${name}` };
  throw new HostError({ zh: `${why.zh}。可选：${choices('zh')}。`, en: `${why.en}. Choose from: ${choices('en')}.` });
}
