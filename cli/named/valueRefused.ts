/** Values that somebody types with `--set`, held against the document they would give: what the kind refuses is not written. */
import { actionOf, type Plan } from '../../engine/base/plan.ts';
import { positionsIn } from '../../engine/base/lines.ts';
import type { Range } from '../../engine/base/text.ts';
import { modelled } from '../../engine/model/read/modelled.ts';
import type { Session } from '../../engine/session/session.ts';
import { HostError } from '../../host/hostError.ts';

/**
 * `names`: the values, by dotted path. The session takes the plan in.
 * @throws HostError that says what is wrong with the first value that is
 */
export function refuseWrongValues(session: Session, plan: Plan, names: Iterable<string>): void {
  const texts = plan.flatMap(file =>
    typeof file.after === 'string' && actionOf(file) !== 'keep' ? [{ path: file.path, text: file.after }] : [],
  );
  session.apply(texts.map(({ path, text }) => ({ path, content: { state: 'text', text } })));
  const pointers = [...names].map(name => `/${name.replaceAll('.', '/')}`);
  for (const { path, text } of texts) {
    const analysis = session.analysis();
    const places = analysis.project().get(modelled, path).entries[0]?.normalised.places;
    const typed = pointers.flatMap(pointer => places?.get(pointer)?.span ?? []).map(positionsIn(text));
    const wrong = analysis
      .findings({ path, scope: 'project', beyondBaseline: false })
      .find(({ rule, at }) => rule === 'doc/schema' && typed.some(range => sameRange(range, at.range)));
    if (wrong === undefined) continue;
    throw new HostError({ zh: `没有写入：${wrong.message.zh}`, en: `Nothing was written: ${wrong.message.en}` });
  }
}

function sameRange(a: Range, b: Range): boolean {
  return a.start.line === b.start.line && a.start.character === b.start.character;
}
