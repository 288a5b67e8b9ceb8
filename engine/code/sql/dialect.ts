/** Where databases read the same characters differently. Domestic databases follow one of the four. */
export type Dialect = 'oracle' | 'mysql' | 'postgresql' | 'sqlserver';

const NAMED: Readonly<Record<string, Dialect>> = {
  oracle: 'oracle',
  dm: 'oracle',
  dameng: 'oracle',
  oscar: 'oracle',
  mysql: 'mysql',
  mariadb: 'mysql',
  oceanbase: 'mysql',
  tidb: 'mysql',
  gbase: 'mysql',
  postgresql: 'postgresql',
  postgres: 'postgresql',
  kingbase: 'postgresql',
  opengauss: 'postgresql',
  gaussdb: 'postgresql',
  highgo: 'postgresql',
  vastbase: 'postgresql',
  sqlserver: 'sqlserver',
  mssql: 'sqlserver',
  tsql: 'sqlserver',
};

/** The dialect the project names, else the one the script gives away, else Oracle: what these systems usually run on. */
export function dialectOf(name: string | undefined, text: string): Dialect {
  const named = NAMED[(name ?? '').toLowerCase().replace(/[\s_-]/g, '')];
  if (named) return named;
  if (/^\s*GO\s*$/im.test(text) || /@@ROWCOUNT|\bBEGIN\s+TRAN/i.test(text)) return 'sqlserver';
  if (/`\w+`|^\s*DELIMITER\s|\bSTART\s+TRANSACTION\b/im.test(text)) return 'mysql';
  return /\$(?:[A-Za-z_]\w*)?\$/.test(text) ? 'postgresql' : 'oracle';
}
