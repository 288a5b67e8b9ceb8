/** The state a person names for a record, or the usual next one; refused with the states there are. */
import { nextState } from '../../engine/session/questions/nextStates.ts';
import type { Entry, Kind, Language, State, Words } from '../../engine/session/types.ts';
import { HostError } from '../../host/hostError.ts';

/**
 * `name`: a state by key, label or alias; the usual next one when it is left out.
 * @throws HostError when it is not ahead, or nothing follows by itself
 */
export function stateAsked(entry: Entry, kind: Kind, name: string | undefined): State {
  const { id, status = '' } = entry;
  const { to, ahead } = nextState(entry, kind, name);
  if (to !== undefined) return to;
  const choices = (language: Language) =>
    ahead.map(({ key, label }) => `${key} ${label[language]}`).join(language === 'zh' ? '、' : ', ');
  const where = kind.states.get(status)?.label ?? { zh: status, en: status };
  if (ahead.length === 0)
    throw new HostError({
      zh: `${id} ${where.zh}，没有后续状态。`,
      en: `${id} is “${where.en}”, and nothing comes after that.`,
    });
  const why: Words =
    name === undefined
      ? {
          zh: `${id} ${where.zh}，没有必然的下一步：请用 --to 指明`,
          en: `${id} is “${where.en}”, and nothing follows by itself: give --to`,
        }
      : { zh: `${id} ${where.zh}，不能推进到 ${name}`, en: `${id} is “${where.en}” and cannot go to ${name}` };
  throw new HostError({ zh: `${why.zh}。可选：${choices('zh')}。`, en: `${why.en}. Choose from: ${choices('en')}.` });
}
