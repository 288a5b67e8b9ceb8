/** How ledgers show a kind, and what its new records take over, as `docs-schema/README.md` describes the keys `ledger` and `takes_over`. */
import { labelOf, writtenList, writtenText } from './compileFields.ts';
import type { InLedger, SheetSpec, TakenOver } from './kinds.ts';
import type { Raw } from '../../../docs-schema/raw.ts';

/** `data`: the value of `ledger` of the kind `kind`. A sheet without a name of its own goes by that of the kind. */
export function compileLedger(kind: string, data: unknown): InLedger {
  const { named, sheet, within, columns } = (data as Raw | null | undefined) ?? {};
  return {
    named: named === true,
    sheet: Array.isArray(columns)
      ? { key: writtenText(sheet) ?? kind, within: writtenList(within), columns: columns.flatMap(compileColumn) }
      : undefined,
  };
}

function compileColumn(data: Raw): SheetSpec['columns'] {
  const field = writtenText(data['field']);
  if (field === undefined) return [];
  return [
    {
      field,
      label: data['zh'] === undefined && data['en'] === undefined ? undefined : labelOf(data, field),
      after: writtenText(data['after']),
    },
  ];
}

/** `data`: the value of `takes_over`, by kind of the source. */
export function compileTakenOver(data: unknown): ReadonlyMap<string, TakenOver> {
  const sources = Object.entries((data as Readonly<Record<string, Raw | null>> | null | undefined) ?? {});
  return new Map(
    sources.map(([source, taken]) => [
      source,
      {
        sections: (taken?.['sections'] as TakenOver['sections'] | undefined) ?? {},
        values: (taken?.['values'] as TakenOver['values'] | undefined) ?? {},
      },
    ]),
  );
}
