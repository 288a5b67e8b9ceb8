/** Values that a person gives for a document, held against the document they would give. */
import { positionsIn } from '../../base/lines.ts';
import { actionOf, type Plan } from '../../base/plan.ts';
import type { Range } from '../../base/text.ts';
import type { Words } from '../../base/words.ts';
import { modelled } from '../../model/read/modelled.ts';
import type { Session } from '../session.ts';

/**
 * What is wrong with the first value that its kind refuses; undefined when all of them are right.
 *
 * `names`: the values, by dotted path. The session takes the plan in.
 */
export function wrongValueIn(session: Session, plan: Plan, names: Iterable<string>): Words | undefined {
  const texts = plan.flatMap(file =>
    typeof file.after === 'string' && actionOf(file) !== 'keep' ? [{ path: file.path, text: file.after }] : [],
  );
  session.apply(texts.map(({ path, text }) => ({ path, content: { state: 'text', text } })));
  const pointers = [...names].map(name => `/${name.replaceAll('.', '/')}`);
  for (const { path, text } of texts) {
    const places = session.cache.get(modelled, path).entries[0]?.normalised.places;
    const typed = pointers.flatMap(pointer => places?.get(pointer)?.span ?? []).map(positionsIn(text));
    const wrong = session
      .analysis()
      .findings({ path, scope: 'project', beyondBaseline: false })
      .find(({ rule, at }) => rule === 'doc/schema' && typed.some(range => sameStart(range, at.range)));
    if (wrong !== undefined) return wrong.message;
  }
  return undefined;
}

function sameStart({ start: a }: Range, { start: b }: Range): boolean {
  return a.line === b.line && a.character === b.character;
}
