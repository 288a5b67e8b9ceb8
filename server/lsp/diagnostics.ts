// A finding as the wire wants it.
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import type { Finding, Language } from '../../engine/session/types.ts';
import { uriOf } from './places.ts';

const SEVERITY = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

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
