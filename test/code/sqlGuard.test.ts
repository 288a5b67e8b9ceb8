import { describe, expect, test } from 'vitest';
import { guardFaults } from '../../engine/code/sql/guard.ts';
import { statementsOf } from '../../engine/code/sql/statements.ts';

const faults = (sql: string, dialect?: string, backups?: string) =>
  guardFaults(sql, { dialect, backups, complete: false }).map(({ sort, object }) => `${sort} ${object}`);
const verbs = (sql: string) => statementsOf(sql).map(({ verb }) => verb);

describe('UPDATE and DELETE without a condition', () => {
  test.each([
    ['oracle', 'UPDATE t_apply SET status = 1;'],
    ['oracle', 'DELETE t_apply;'],
    ['oracle', "UPDATE t_apply SET remark = 'x WHERE id = 1';"],
    ['oracle', 'UPDATE t_apply SET a = 1 -- WHERE id = 1\n;'],
    ['oracle', 'UPDATE t_apply SET a = 1 /* WHERE id = 1 */;'],
    ['oracle', 'UPDATE t_apply SET a = (SELECT b FROM t WHERE id = 1);'],
    ['oracle', "UPDATE t_apply SET a = q'[it's; WHERE]';"],
    ['oracle', 'BEGIN\n  IF 1 = 1 THEN\n    DELETE FROM t_apply;\n  END IF;\nEND;\n/'],
    ['oracle', "BEGIN EXECUTE IMMEDIATE 'delete from t_apply'; END;"],
    ['oracle', 'BEGIN FOR r IN (SELECT id FROM t WHERE id = 1) LOOP UPDATE t_apply SET a = r.id; END LOOP; END;'],
    ['oracle', 'UPDATE t_apply SET a = CASE WHEN b = 1 THEN 2 ELSE 3 END;'],
    ['oracle', 'WITH x AS (SELECT 1 FROM dual WHERE 1 = 1) DELETE FROM t_apply;'],
    ['oracle', 'UPDATE zzgl.t_apply SET a = 1;'],
    ['mysql', "UPDATE `t_apply` SET a = 'it\\'s'; # WHERE id = 1\n"],
    ['mysql', 'DELIMITER //\nCREATE TEMPORARY TABLE x (a INT)//\nDELETE FROM t_apply//\nDELIMITER ;'],
    ['mysql', '/*!40000 DELETE FROM t_apply */;'],
    ['postgresql', 'DO $$ BEGIN UPDATE t_apply SET a = 1; END $$;'],
    ['postgresql', 'UPDATE t_apply SET a = $body$ WHERE id = 1 $body$;'],
    ['postgresql', 'UPDATE t_apply SET a = 1 /* outer /* inner */ WHERE id = 1 */;'],
    ['sqlserver', 'UPDATE [t_apply] SET a = 1\nDELETE FROM t WHERE id = 1\nGO'],
    ['sqlserver', 'IF EXISTS (SELECT 1 FROM t WHERE id = 1) UPDATE t_apply SET a = 1;'],
  ])('%s: %s', (dialect, sql) => {
    expect(faults(sql, dialect)).toEqual(['no-where t_apply']);
  });

  test.each([
    ['oracle', 'UPDATE t_apply SET a = 1 WHERE id = 1;'],
    ['oracle', 'UPDATE t SET a = CASE WHEN b = 1 THEN 2 ELSE 3 END WHERE id IN (SELECT id FROM x);'],
    ['oracle', '-- DELETE FROM t_apply;\nSELECT COUNT(*) FROM t_apply;'],
    ['oracle', "INSERT INTO t_log (text) VALUES ('DELETE FROM t_apply;');"],
    [
      'oracle',
      'MERGE INTO t USING s ON (t.id = s.id) WHEN MATCHED THEN\n UPDATE SET a = 1\n DELETE WHERE a = 2 WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id);',
    ],
    ['oracle', 'SELECT id FROM t WHERE id = 1 FOR\nUPDATE;'],
    ['mysql', 'INSERT INTO t (id) VALUES (1) ON DUPLICATE KEY\nUPDATE a = 1;'],
    ['postgresql', 'INSERT INTO t (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET a = 1;'],
    ['postgresql', 'WITH gone AS (SELECT id FROM x) UPDATE t SET a = 1 FROM gone WHERE t.id = gone.id;'],
    ['sqlserver', 'UPDATE t SET a = 1\nWHERE id = 1\nDELETE FROM x\nWHERE id = 2'],
  ])('not in %s: %s', (dialect, sql) => {
    expect(faults(sql, dialect)).toEqual([]);
  });

  test('a condition that always holds is none', () => {
    expect(faults('DELETE FROM t_apply WHERE 1 = 1;')).toEqual(['always-true t_apply']);
    expect(faults("UPDATE t_apply SET a = 1 WHERE 'x' = 'x';")).toEqual(['always-true t_apply']);
    expect(faults('DELETE FROM t_apply WHERE 1 = 1 AND id = 3;')).toEqual([]);
    expect(faults('DELETE FROM t_apply WHERE id = 1;')).toEqual([]);
  });
});

describe('definitions', () => {
  test.each([
    'DROP TABLE t_apply;',
    'ALTER TABLE t_apply ADD a NUMBER;',
    'CREATE OR REPLACE VIEW t_apply AS SELECT 1 FROM dual;',
    'CREATE TABLE t_apply (a NUMBER);',
    'CREATE UNIQUE INDEX t_apply ON t (a);',
  ])('%s', sql => {
    expect(faults(sql)).toEqual(['definition t_apply']);
  });

  test.each([
    'CREATE TABLE bak_t_apply_20260119 AS SELECT * FROM t_apply WHERE id = 1;',
    'DROP TABLE zzgl.t_apply_bak;',
    'CREATE GLOBAL TEMPORARY TABLE x (a NUMBER);',
    "ALTER SESSION SET nls_date_format = 'YYYY';",
    'SELECT * FROM t_drop;',
  ])('harmless: %s', sql => {
    expect(faults(sql)).toEqual([]);
  });

  test('the backup the form names is a backup whatever it is called', () => {
    expect(faults('CREATE TABLE t_apply_0119 AS SELECT * FROM t_apply;', 'oracle', '表 t_apply_0119（6 行）')).toEqual(
      [],
    );
  });

  test('TRUNCATE', () => {
    expect(faults('truncate table t_apply;')).toEqual(['truncate t_apply']);
  });
});

describe('a complete correction commits and counts', () => {
  const whole = (sql: string) => guardFaults(sql, { complete: true }).map(({ sort }) => sort);
  const update = 'UPDATE t SET a = 1 WHERE id = 1;\n';

  test('neither', () => expect(whole(update)).toEqual(['no-commit', 'no-count']));
  test('both', () => expect(whole(`${update}SELECT COUNT(*) FROM t WHERE a = 1;\nCOMMIT;`)).toEqual([]));
  test('a count before the change checks nothing', () =>
    expect(whole(`SELECT COUNT(*) FROM t;\n${update}COMMIT;`)).toEqual(['no-count']));
  test('counting in a block', () =>
    expect(whole(`BEGIN\n${update}IF SQL%ROWCOUNT <> 1 THEN ROLLBACK; ELSE COMMIT; END IF;\nEND;\n/`)).toEqual([]));
  test('SQL Server', () =>
    expect(whole(`BEGIN TRAN\n${update}IF @@ROWCOUNT <> 1 ROLLBACK TRAN ELSE COMMIT TRAN`)).toEqual([]));
  test('words in comments do neither', () =>
    expect(whole(`${update}-- COUNT, COMMIT\n`)).toEqual(['no-commit', 'no-count']));
  test('a script that only reads owes nothing', () => expect(whole('SELECT * FROM t;')).toEqual([]));
});

test('statements are told apart in blocks, and a transaction from a block', () => {
  expect(verbs('BEGIN;\nUPDATE t SET a = 1 WHERE id = 1;\nCOMMIT;')).toEqual(['BEGIN', 'UPDATE', 'COMMIT']);
  expect(
    verbs(
      'DECLARE n NUMBER; BEGIN SELECT COUNT(*) INTO n FROM t; IF n = 1 THEN DELETE FROM t WHERE a = 1; END IF; EXCEPTION WHEN OTHERS THEN ROLLBACK; END;\n/',
    ),
  ).toEqual(['DECLARE', 'BEGIN', 'SELECT', 'IF', 'DELETE', 'END', 'EXCEPTION', 'WHEN', 'ROLLBACK', 'END']);
});

test.each(["UPDATE t SET a = 'unclosed", '/* unclosed', 'q', '$$ unclosed', '"', '', ';;;', ')))((('])(
  'broken text does not throw: %s',
  sql => {
    for (const dialect of ['oracle', 'mysql', 'postgresql', 'sqlserver'])
      expect(() => guardFaults(sql, { dialect, complete: true })).not.toThrow();
  },
);
