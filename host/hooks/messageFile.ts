/** The file that git hands to its hooks to change a commit message in. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { asPath } from '../../engine/base/text.ts';
import { carryOut } from '../write/carryOut.ts';
import { HostError } from '../hostError.ts';

/** Git names it from the folder it runs the hook in. A message in another encoding than UTF-8 is left as it is. */
export function changeMessage(file: string, change: (message: string) => string): void {
  const place = path.resolve(file);
  const bytes = readFileSync(place);
  const message = bytes.toString('utf8');
  if (!Buffer.from(message).equals(bytes)) return;
  const changed = change(message);
  const [outcome] = carryOut(path.dirname(place), [
    { path: asPath(path.basename(place)), before: message, after: changed },
  ]);
  const says = outcome?.refusal?.says;
  if (says === undefined) return;
  throw new HostError({ zh: `写不了 ${file}：${says.zh}。`, en: `Cannot write ${file}: ${says.en}.` });
}
