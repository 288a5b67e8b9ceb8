// A finding as the wire wants it.
import { type Diagnostic, DiagnosticSeverity, type PublishDiagnosticsParams } from 'vscode-languageserver/node';
import type { Finding, Language, Path } from '../../engine/session/types.ts';
import { openAnalysis, type OpenedProject } from '../open/openedProject.ts';
import { uriOf } from './places.ts';

const SEVERITY = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** All findings of one file. */
export function diagnosticsOf(
  project: OpenedProject,
  path: Path,
  findings: readonly Finding[],
): PublishDiagnosticsParams {
  const { language } = openAnalysis(project).config();
  return {
    uri: uriOf(project.root, path),
    diagnostics: findings.map(finding => diagnosticOf(finding, project.root, language)),
  };
}

/** A finding as the protocol has it. */
export function diagnosticOf(finding: Finding, root: string, language: Language): Diagnostic {
  return {
    range: finding.at.range,
    severity: SEVERITY[finding.severity],
    code: finding.rule,
    source: 'docket',
    message: finding.message[language],
    relatedInformation: finding.related.map(({ at, message }) => ({
      location: { uri: uriOf(root, at.path), range: at.range },
      message: message[language],
    })),
  };
}
