/** What `.gitattributes` of the project calls generated: `api/** linguist-generated`. The last line that matches a file wins. */
import { ALL, query } from '../../base/queries.ts';
import { asPath } from '../../base/text.ts';
import { decode } from '../../workspace/decode.ts';
import { fileContent, isPresent } from '../../workspace/files.ts';
import { globMatcher } from '../paths/globs.ts';

interface Line {
  readonly isGenerated: boolean;
  readonly matches: (path: string) => boolean;
}

const ATTRIBUTES = asPath('.gitattributes');

const lines = query<readonly Line[]>('generatedLines', (_all, get) =>
  get(isPresent, ATTRIBUTES) ? linesIn(decode(get(fileContent, ATTRIBUTES)).text) : [],
);

/** By path: whether `.gitattributes` says `linguist-generated` of the file. */
export const isCalledGenerated = query<boolean>(
  'isCalledGenerated',
  (path, get) => get(lines, ALL).find(({ matches }) => matches(path))?.isGenerated ?? false,
);

const LINE =
  /^[ \t]*("(?:[^"\\]|\\.)*"|[^\s#!]\S*)[ \t](?:.*[ \t])?([-!]?)linguist-generated(?:=(\S+))?[ \t]*(?:[ \t].*)?$/;

/** The last one first. */
function linesIn(attributes: string): readonly Line[] {
  const found = attributes.split(/\r?\n/).flatMap(line => {
    const [, pattern, negation, value] = LINE.exec(line) ?? [];
    if (pattern === undefined) return [];
    return [
      {
        isGenerated: negation === '' && value !== 'false',
        matches: globMatcher([globOf(pattern.replace(/^"(.*)"$/, '$1'))], { dot: true }),
      },
    ];
  });
  return found.reverse();
}

/** A pattern without a slash means a file of that name in any folder. */
function globOf(pattern: string): string {
  return pattern.includes('/') ? pattern.replace(/^\//, '') : `**/${pattern}`;
}
