/** Checkstyle's XML: read by Jenkins, reviewdog and most review tools. */
import type { Finding } from '../../engine/session/types.ts';
import { placeName, type Reporter } from './reporter.ts';
import { element, XML_HEAD } from './xml.ts';

export const checkstyle: Reporter = ({ findings, language }) => {
  const files = [...Map.groupBy(findings, placeName)];
  const elements = files.map(([name, found]) => element('file', { name }, found.map(error)));
  return `${XML_HEAD}${element('checkstyle', { version: '4.3' }, elements)}\n`;

  function error({ at, severity, message, rule }: Finding): string {
    const { line, character } = at.range.start;
    return element('error', {
      line: line + 1,
      column: character + 1,
      severity,
      message: message[language],
      source: `docket.${rule}`,
    });
  }
};
