/** What a piece of code means, by its key (`path` or `path#Symbol`); undefined where it is not there. */
import { query } from '../base/queries.ts';
import { fileSignature, signatureOf } from '../code/signature.ts';
import { codeSource } from '../code/sourceOf.ts';

export const codeSignature = query<string | undefined>('codeSignature', (key, get) => {
  const at = key.indexOf('#');
  if (at === -1) return get(fileSignature, key);
  const source = get(codeSource, key.slice(0, at));
  return source === undefined ? undefined : signatureOf(source, key.slice(at + 1));
});
