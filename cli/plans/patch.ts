/** A plan as git shows it: a unified difference that `git apply` takes. */
import { createTwoFilesPatch } from 'diff';
import { actionOf, bytesOf, type Content, type FilePlan, type Plan } from '../../engine/session/plans.ts';

/** Every file that is to change, one after the other. */
export function patchOf(plan: Plan): string {
  return plan
    .filter(file => !['keep', 'rename'].includes(actionOf(file)))
    .map(filePatch)
    .join('');
}

function filePatch({ path, before, after }: FilePlan): string {
  const [old, fresh] = [
    before === undefined ? '/dev/null' : `a/${path}`,
    after === undefined ? '/dev/null' : `b/${path}`,
  ];
  const [from, to] = [patchTextOf(before), patchTextOf(after)];
  if (from === undefined || to === undefined) return `Binary files ${old} and ${fresh} differ\n`;
  const lines = createTwoFilesPatch(old, fresh, from, to);
  return lines.replace(/^=+\n/, '').replace(/^(---|\+\+\+) (.*)\t$/gm, '$1 $2');
}

/** Undefined for bytes that are no text. */
export function patchTextOf(content: Content = ''): string | undefined {
  if (typeof content === 'string') return content;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytesOf(content));
  } catch {
    return undefined;
  }
}
