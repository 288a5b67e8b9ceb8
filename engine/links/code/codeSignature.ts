/** Signatures of code. */
import { type Get, query } from '../../base/queries.ts';
import { fileSignature, signatureOf } from '../../code/signature/signature.ts';
import { codeSource } from '../../code/sourceOf.ts';
import { isPresent } from '../../workspace/files.ts';

/** The signature of a piece of code by its key (`path` or `path#Symbol`); undefined when it does not exist. */
export const codeSignature = query<string | undefined>('codeSignature', (key, get) => {
  const at = endOfPath(key, get);
  if (at === -1) return get(fileSignature, key);
  const source = get(codeSource, key.slice(0, at));
  return source === undefined ? undefined : signatureOf(source, key.slice(at + 1));
});

/** The offset of the `#` before the symbol; −1 when there is none. A file name may contain `#` too. */
function endOfPath(key: string, get: Get): number {
  if (!key.includes('#') || get(isPresent, key)) return -1;
  let at = key.lastIndexOf('#');
  while (!get(isPresent, key.slice(0, at)) && key.lastIndexOf('#', at - 1) > 0) at = key.lastIndexOf('#', at - 1);
  return at;
}
