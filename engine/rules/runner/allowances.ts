/**
 * `<!-- docket allow RULE: reason -->`: removes the findings it covers. Without a reason it only causes a finding; an
 * allowance that covers no finding is itself a finding.
 */
import type { Get } from '../../base/queries.ts';
import { offsetAt } from '../../base/lines.ts';
import type { Path } from '../../base/text.ts';
import type { Allowance } from '../../documents/document.ts';
import { parsedDocument } from '../../documents/parse.ts';
import { atSpan } from '../../model/place.ts';
import { type Finding, findingOf } from './finding.ts';

/**
 * The findings of a file without those its allowances cover, plus findings about allowances without a reason or without
 * use.
 */
export function allowed(
  get: Get,
  path: Path,
  findings: readonly Finding[],
  allowances: readonly Allowance[],
): Finding[] {
  if (allowances.length === 0) return [...findings];
  const { text } = get(parsedDocument, path);
  const used = new Set<Allowance>();
  const kept = findings.filter(finding => {
    const at = offsetAt(text, finding.at.range.start);
    const allowance = allowances.find(
      ({ rule, reason, covers }) => rule === finding.rule && reason !== '' && covers.start <= at && at <= covers.end,
    );
    if (allowance) used.add(allowance);
    return allowance === undefined;
  });
  const faults = allowances.filter(allowance => !used.has(allowance)).map(allowance => fault(get, path, allowance));
  return [...kept, ...faults.filter(finding => finding !== undefined)];
}

function fault(get: Get, path: Path, { rule, reason, span }: Allowance): Finding | undefined {
  const at = atSpan(path, span);
  if (reason === '') {
    const say = {
      zh: `豁免 ${rule} 没有写理由：在冒号后写明理由。`,
      en: `The allowance of ${rule} has no reason: write it after the colon.`,
    };
    return findingOf(get, 'docket/allowance-reason', { at, say });
  }
  const say = {
    zh: `豁免 ${rule} 没有对应的问题，可以删除。`,
    en: `The allowance of ${rule} covers no finding: delete it.`,
  };
  const fix = {
    title: { zh: '删除豁免', en: 'Delete the allowance' },
    safe: true,
    edits: [{ do: 'replace' as const, at, text: '' }],
  };
  return findingOf(get, 'docket/allowance-unused', { at, say, fixes: [fix] });
}
