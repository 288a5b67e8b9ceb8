/** A plan, and what became of it, as `--format json` prints them. Other tools read it: fields are added, never changed. */
import { actionOf, bytesOf, type Content, type FilePlan, type Plan } from '../../engine/session/plans.ts';
import type { Outcome } from '../../host/write/carryOut.ts';
import { patchTextOf } from './patch.ts';

/** Without an outcome nothing was carried out. `reason`: why there is nothing to do. */
interface PlanSaid {
  readonly plan: Plan;
  readonly outcome?: Outcome;
  readonly reason?: { readonly zh: string; readonly en: string };
}

/** The text of `--format json`, with a line end. */
export function planAsJson({ plan, outcome, reason }: PlanSaid): string {
  const said = {
    version: 1,
    plan: plan.map(fileAsJson),
    ...(outcome === undefined ? {} : { outcome: outcome.map(outcomeAsJson) }),
    ...(reason === undefined ? {} : { reason }),
  };
  return `${JSON.stringify(said, null, 2)}\n`;
}

/** Contents are text, and left out of a file that stays as it is; with `"encoding": "base64"` they are bytes that are no UTF-8 text. */
function fileAsJson(file: FilePlan): object {
  const isKept = actionOf(file) === 'keep';
  const contents = isKept ? {} : { before: file.before, after: file.after };
  const isText = Object.values(contents).every(content => patchTextOf(content) !== undefined);
  const entries = Object.entries(contents).flatMap(([key, content]) =>
    content === undefined ? [] : [[key, isText ? patchTextOf(content) : base64(content)]],
  );
  return {
    path: file.path,
    action: actionOf(file),
    ...(file.from === undefined ? {} : { from: file.from }),
    ...(isText ? {} : { encoding: 'base64' }),
    ...Object.fromEntries(entries),
  };
}

function base64(content: Content): string {
  return Buffer.from(bytesOf(content)).toString('base64');
}

function outcomeAsJson({ path, did, from, refusal }: Outcome[number]): object {
  return {
    path,
    did,
    ...(from === undefined ? {} : { from }),
    ...(refusal === undefined ? {} : { refusal: { code: refusal.code, ...refusal.says } }),
  };
}
