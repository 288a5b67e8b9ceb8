/** The baseline file of a project, read by way of its files, and what stays of the findings without it. */
import { asPath, type Path } from '../engine/base/text.ts';
import { BASELINE_PATH, type Baseline, judge, parseBaseline, unreadableBaseline } from '../engine/rules/baseline.ts';
import type { Finding } from '../engine/rules/finding.ts';
import { decode } from '../engine/workspace/decode.ts';
import type { FileSource } from '../engine/workspace/files.ts';
import { HostError } from '../host/hostError.ts';
import type { Context } from './command.ts';

/** The configuration is read with the engine only where it speaks of a baseline. */
export async function baselinePath(source: FileSource): Promise<Path> {
  const { text } = decode(source.read(asPath('docket.yml')));
  if (!/^["']?(?:baseline|存量基线)["']?\s*[:：]/m.test(text)) return asPath(BASELINE_PATH);
  const [{ configOf }, { readConfig }] = await Promise.all([import('../engine/model/config.ts'), import('../engine/model/project.ts')]);
  return asPath(configOf(readConfig(text).read).baseline ?? BASELINE_PATH);
}

/** Undefined where there is none. */
export async function readBaseline(source: FileSource): Promise<Baseline | undefined> {
  return baselineAt(await baselinePath(source), source);
}

export function baselineAt(file: Path, source: Pick<FileSource, 'read'>): Baseline | undefined {
  const content = source.read(file);
  if (content.state === 'absent') return undefined;
  const baseline = parseBaseline(decode(content).text);
  if (baseline !== undefined) return baseline;
  throw new HostError(unreadableBaseline(file));
}

/** What is new since the baseline; how much it holds back, and what it need not hold any more, is told on stderr. */
export async function beyondBaseline(
  context: Context,
  language: 'zh' | 'en',
  source: FileSource,
  findings: readonly Finding[],
): Promise<readonly Finding[]> {
  const baseline = await readBaseline(source);
  if (baseline === undefined) return findings;
  const { shown, hidden, gone } = judge(findings, baseline);
  if (hidden > 0)
    context.err({ zh: `基线中的 ${hidden} 个存量问题未列出。\n`, en: `${hidden} findings of the baseline are not listed.\n` }[language]);
  if (gone.length > 0) {
    const says = {
      zh: `基线中有 ${gone.length} 条问题已不存在：运行 docket baseline --update 收紧基线。\n`,
      en: `${gone.length} entries of the baseline are gone: tighten it with docket baseline --update.\n`,
    };
    context.err(says[language]);
  }
  return shown;
}
