/** SARIF 2.1.0: what code scanning of GitHub and of other platforms reads. */
import { fingerprints } from '../../engine/session/fingerprints.ts';
import { rules } from '../../engine/session/questions/ruleBook.ts';
import type { Finding, Fix, FixEdit, Location, Rule, Severity, Words } from '../../engine/session/types.ts';
import { placeName, type Reporter, type Result } from './reporter.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
/** The root of the repository, as the platforms call it. */
const ROOT = '%SRCROOT%';

export const sarif: Reporter = result => {
  const { findings, version, language } = result;
  const prints = fingerprints(findings);
  const indexes = new Map(rules.map(({ id }, n) => [id as string, n]));
  const say = (words: Words) => ({ text: words[language] });
  const driver = { name: 'Docket', version, semanticVersion: version, rules: rules.map(rule => described(rule, say)) };
  const results = findings.map((finding, n) => ({
    ruleId: finding.rule,
    ...(indexes.has(finding.rule) ? { ruleIndex: indexes.get(finding.rule) } : {}),
    level: LEVELS[finding.severity],
    message: say(finding.message),
    locations: [{ ...(finding.commit === undefined ? physical(finding.at, result) : {}), ...logical(finding) }],
    ...(finding.related.length > 0
      ? {
          relatedLocations: finding.related.map((related, id) => ({
            id,
            message: say(related.message),
            ...physical(related.at, result),
          })),
        }
      : {}),
    partialFingerprints: { 'docket/v1': prints[n] },
    ...fixesOf(finding, result),
  }));
  const run = {
    tool: { driver },
    language: { zh: 'zh-CN', en: 'en-US' }[language],
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {
      [ROOT]: { description: { text: { zh: '仓库根目录', en: 'root of the repository' }[language] } },
    },
    results,
  };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`;
};

function described({ id, says, why, severity, clauses }: Rule, say: (words: Words) => { text: string }) {
  return {
    id,
    shortDescription: say(says),
    fullDescription: say(why),
    help: say(why),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: [id.slice(0, id.indexOf('/')), ...(clauses ?? [])] },
  };
}

function physical({ path, range: { start, end } }: Location, result: Result) {
  const region = {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
  return { physicalLocation: { artifactLocation: artifact(path, result), region } };
}

function artifact(path: string, { inRepository }: Result) {
  return { uri: inRepository(path).split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT };
}

/** The record it is about; of a commit, the commit. */
function logical(finding: Finding) {
  const { id, commit } = finding;
  const names = [
    ...(commit === undefined ? [] : [{ name: placeName(finding), kind: 'object' }]),
    ...(id === undefined ? [] : [{ name: id, kind: 'resource' }]),
  ];
  return names.length === 0 ? {} : { logicalLocations: names };
}

type Replacement = Extract<FixEdit, { readonly do: 'replace' }>;

/** Only fixes that replace known characters can be written down without the text at hand. */
function fixesOf(finding: Finding, result: Result) {
  const fixes = finding.fixes.filter(({ edits }) => edits.length > 0 && edits.every(isPlain));
  return fixes.length === 0 ? {} : { fixes: fixes.map(fix => written(fix, result)) };
}

function isPlain(edit: FixEdit): edit is Replacement {
  return edit.do === 'replace';
}

function written({ title, edits }: Fix, result: Result) {
  const byPath = [...Map.groupBy(edits.filter(isPlain), ({ at }) => at.path)];
  const artifactChanges = byPath.map(([path, list]) => ({
    artifactLocation: artifact(path, result),
    replacements: list.map(({ at: { span }, text }) => ({
      deletedRegion: { charOffset: span.start, charLength: span.end - span.start },
      ...(text === '' ? {} : { insertedContent: { text } }),
    })),
  }));
  return { description: { text: title[result.language] }, artifactChanges };
}
