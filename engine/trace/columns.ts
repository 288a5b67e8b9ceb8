/**
 * The columns of the matrix, as the kinds of items define them. The column of code comes behind the first kind that
 * describes code.
 */
import { ALL, type Get, query } from '../base/queries.ts';
import { type MatrixColumn, isBoundToCode } from '../model/kinds/kinds.ts';
import { catalogue } from '../model/config/projectConfig.ts';

/** The column of code, which no kind defines. */
export const CODE_COLUMN: MatrixColumn = { key: 'code', label: { zh: '代码', en: 'Code' } };

/** The columns, each once, in order; under ALL. */
export const matrixColumns = query<readonly MatrixColumn[]>('columns', (_all, get) => {
  const found = new Map<string, MatrixColumn>();
  for (const kind of get(catalogue, ALL).items.values()) {
    if (kind.column !== undefined && !found.has(kind.column.key)) found.set(kind.column.key, kind.column);
    if (isBoundToCode(kind)) found.set(CODE_COLUMN.key, CODE_COLUMN);
  }
  return [...found.values()];
});

/** The key of the column that items of a kind fill; undefined for a kind without one. */
export function columnOf(kind: string, get: Get): string | undefined {
  return get(catalogue, ALL).items.get(kind)?.column?.key;
}
