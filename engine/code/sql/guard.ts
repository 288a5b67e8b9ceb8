/** What a script that corrects data must not do, and what it must do, decided on its statements. */
import type { Span } from '../../base/text.ts';
import { type Dialect, dialectOf } from './dialect.ts';
import { isWord, outer, type Statement, statementsOf } from './statements.ts';
import type { SqlToken } from './tokens.ts';

/** One thing that a correction script does and ought not to, or leaves out. */
export interface SqlFault {
  readonly sort: 'no-where' | 'always-true' | 'truncate' | 'definition' | 'no-commit' | 'no-count';
  /** The verb of the statement concerned. */
  readonly verb: string;
  /** The table or other object, as far as the statement names one. */
  readonly object: string;
  readonly span: Span;
}

/** What is known of a script besides its text. */
interface GuardSettings {
  readonly dialect?: string | undefined;
  /** Names of backup tables, which a script may create and drop; those that are named like one are known anyway. */
  readonly backups?: string | undefined;
  /** The whole correction stands here, so it commits and counts what it did; a rollback or a precheck need not. */
  readonly complete: boolean;
}

const CHANGES_ROWS = new Set(['UPDATE', 'DELETE', 'INSERT', 'MERGE', 'REPLACE']);
const DEFINES = new Set(['CREATE', 'ALTER', 'DROP', 'RENAME', 'COMMENT', 'GRANT', 'REVOKE']);

/** The faults of a script: first those of its statements in order, then what the whole leaves out. */
export function guardFaults(text: string, settings: GuardSettings): readonly SqlFault[] {
  const dialect: Dialect = dialectOf(settings.dialect, text);
  const statements = statementsOf(text, dialect);
  const each = statements.flatMap(one => faultOf(one, settings));
  return settings.complete ? [...each, ...missing(statements)] : each;
}

function faultOf(statement: Statement, settings: GuardSettings): readonly SqlFault[] {
  const { verb, span } = statement;
  const fault = (sort: SqlFault['sort']) => [{ sort, verb, object: objectOf(statement), span }];
  if (verb === 'UPDATE' || verb === 'DELETE') return whereFault(statement).flatMap(fault);
  if (verb === 'TRUNCATE') return fault('truncate');
  return DEFINES.has(verb) && !isHarmless(statement, settings) ? fault('definition') : [];
}

function whereFault({ tokens }: Statement): readonly ('no-where' | 'always-true')[] {
  const outside = outer(tokens);
  const where = outside.findIndex(token => isWord(token, 'WHERE'));
  if (where === -1) return ['no-where'];
  return isAlwaysTrue(outside.slice(where + 1)) ? ['always-true'] : [];
}

/** `WHERE 1=1`, `WHERE TRUE` with nothing after it. */
function isAlwaysTrue(condition: readonly SqlToken[]): boolean {
  const end = condition.findIndex(token => isWord(token, 'RETURNING', 'ORDER', 'LIMIT', 'OPTION'));
  const [left, is, right, ...rest] = end === -1 ? condition : condition.slice(0, end);
  if (is === undefined) return isWord(left, 'TRUE', '1');
  return (
    rest.length === 0 &&
    is.text === '=' &&
    left?.text === right?.text &&
    (left?.sort === 'string' || /^\d+$/.test(left?.text ?? ''))
  );
}

const BACKUP = /(?:^|_)(?:bak|backup|bk|bkp)(?:_|\d|$)|备份/i;

/** Backup and temporary tables, and settings of the session. */
function isHarmless(statement: Statement, { backups = '' }: GuardSettings): boolean {
  const { verb, tokens } = statement;
  if (verb === 'ALTER') return isWord(tokens[1], 'SESSION');
  if (verb !== 'CREATE' && verb !== 'DROP') return false;
  const table = tokens.findIndex(token => isWord(token, 'TABLE'));
  if (table === -1 || table > 4) return false;
  const object = objectOf(statement);
  return (
    tokens.slice(0, table).some(token => isWord(token, 'TEMPORARY', 'TEMP')) ||
    object.startsWith('#') ||
    BACKUP.test(object) ||
    names(backups, object)
  );
}

function names(backups: string, object: string): boolean {
  return (
    object !== '' &&
    backups
      .toLowerCase()
      .split(/[^\p{L}\p{N}_$#]+/u)
      .includes(object.toLowerCase())
  );
}

const BEFORE_NAME = new Set([
  'UPDATE',
  'DELETE',
  'FROM',
  'INTO',
  'TRUNCATE',
  'CREATE',
  'ALTER',
  'DROP',
  'RENAME',
  'COMMENT',
  'ON',
  'TABLE',
  'VIEW',
  'INDEX',
  'UNIQUE',
  'SEQUENCE',
  'COLUMN',
  'TRIGGER',
  'PROCEDURE',
  'FUNCTION',
  'PACKAGE',
  'USER',
  'DATABASE',
  'SCHEMA',
  'OR',
  'REPLACE',
  'GLOBAL',
  'LOCAL',
  'PRIVATE',
  'TEMPORARY',
  'TEMP',
  'IF',
  'NOT',
  'EXISTS',
  'ONLY',
  'TO',
]);

/** `schema.t_apply` → `t_apply`, as the script writes it but for capitals. */
function objectOf({ verb, tokens }: Statement): string {
  const from = verb === 'DELETE' || verb === 'UPDATE' ? tokens.findIndex(token => isWord(token, verb)) : 0;
  const rest = tokens.slice(Math.max(0, from));
  const first = rest.findIndex(
    token => token.sort === 'name' || (token.sort === 'word' && !BEFORE_NAME.has(token.text)),
  );
  let at = first;
  while (rest[at + 1]?.text === '.' && rest[at + 2] !== undefined) at += 2;
  const name = rest[at];
  return name === undefined ? '' : name.sort === 'word' ? name.text.toLowerCase() : name.text;
}

/** What the script as a whole lacks; it stands at the first statement that changes rows. */
function missing(statements: readonly Statement[]): readonly SqlFault[] {
  const at = statements.findIndex(({ verb }) => CHANGES_ROWS.has(verb));
  const first = statements[at];
  if (first === undefined) return [];
  const fault = (sort: SqlFault['sort']): SqlFault => ({
    sort,
    verb: first.verb,
    object: objectOf(first),
    span: first.span,
  });
  const after = statements.slice(at);
  return [
    ...(after.some(({ verb, tokens }) => verb === 'COMMIT' || tokens.some(token => isWord(token, 'COMMIT')))
      ? []
      : [fault('no-commit')]),
    ...(after.some(countsRows) ? [] : [fault('no-count')]),
  ];
}

const COUNTS = ['COUNT', 'ROWCOUNT', '@@ROWCOUNT', 'ROW_COUNT', 'RETURNING', 'FOUND'];

function countsRows({ tokens }: Statement): boolean {
  return tokens.some(token => isWord(token, ...COUNTS));
}
