// What the editor's status item says.
import type { Analysis } from '../../engine/session/analysis.ts';
import type { Tally } from '../open/sweep.ts';

/** `docket/status`, from the server to the editor. */
interface Status {
  readonly text: string;
  readonly detail: string;
  readonly severity: 'information' | 'warning' | 'error';
}

/** What the status item of the editor shows. */
export function statusOf(analysis: Analysis, { error, warning, info }: Tally): Status {
  const { documents, rules } = analysis.summary();
  const { language } = analysis.config();
  const { problem } = analysis.baseline();
  if (problem !== undefined) return { text: problem[language], detail: '', severity: 'error' };
  const severity = error > 0 ? 'error' : warning > 0 ? 'warning' : 'information';
  return language === 'zh'
    ? {
        text: `错误 ${error} · 警告 ${warning} · 提示 ${info}`,
        detail: `${documents} 份文档，${rules} 条规则`,
        severity,
      }
    : {
        text: `errors ${error} · warnings ${warning} · infos ${info}`,
        detail: `${documents} documents, ${rules} rules`,
        severity,
      };
}
