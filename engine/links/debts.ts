/**
 * Debts of a change set: the code that a design unit describes has moved and the unit has not (文档欠账).
 *
 * A change of the unit alone brings no debt, and neither does a change of comments, layout or imports.
 */
import { ALL, type Get } from '../base/queries.ts';
import type { Path } from '../base/text.ts';
import { codeSource } from '../code/sourceOf.ts';
import { changedSymbols } from '../code/signature/changedSymbols.ts';
import { codeGroup } from '../model/config/codeGroups.ts';
import { findHolder } from '../model/outline.ts';
import { config } from '../model/config/projectConfig.ts';
import { type DueStage, dueOf } from '../model/config/owes.ts';
import type { ChangedFile } from '../workspace/changeSet.ts';
import { type Binding, bindingsOf, codeOf, bindingKey } from './code/bindings.ts';
import { codeSignature } from './code/codeSignature.ts';
import { declaring } from './declarations.ts';
import { documentKindOf } from './items/itemBindings.ts';
import { itemSignature } from './items/itemSignature.ts';
import { lock } from './lock/lockAt.ts';
import type { Moments } from './moments.ts';

/** A document or item that must follow a change, and whether it has. */
export interface Debt {
  /** The kind of document, and the item that must follow (or the kind again). */
  readonly owed: { readonly kind: string; readonly id: string };
  readonly because: Because;
  /** The stage at which it must be paid; `release+5d` is five workdays after the release. */
  readonly due: DueStage;
  /** `declared`: an approval says that the document is not affected. */
  readonly status: 'open' | 'paid' | 'declared';
  /** What pays it: the item that moved, the approval that declares it, or `docket.lock`. */
  readonly paidBy?: string;
  /** The change approval whose commits brought the debt; undefined for a debt of the change set itself. */
  readonly change?: string;
}

/** The change that causes a debt. */
interface Because {
  readonly path: Path;
  /** Whether the file was deleted; the finding is then placed at the unit. */
  readonly deleted: boolean;
  /** The name of the first symbol that moved. */
  readonly symbol?: string;
  /** The item that moved, when the cause is not code. */
  readonly item?: string;
  readonly span?: { readonly start: number; readonly end: number };
}

/** The debts of units for the code of a change set: one for each unit and file, sorted by path and unit. */
export function directDebts(moments: Moments): readonly Debt[] {
  return moments.files.filter(({ sort }) => sort === 'file').flatMap(file => debtsOfFile(file, moments));
}

function debtsOfFile(file: ChangedFile, moments: Moments): readonly Debt[] {
  const { before, after } = moments;
  const { path, was = path, how } = file;
  if (after.get(codeGroup, path)?.kind === 'generated') return [];
  const bound = new Map([...boundAt(before.get, was), ...(how === 'deleted' ? [] : boundAt(after.get, path))]);
  const moved = [...bound.values()].filter(binding => {
    const left = [
      before.get(codeSignature, codeOf({ ...binding, path: was })),
      after.get(codeSignature, codeOf({ ...binding, path })),
    ];
    return left[0] !== left[1];
  });
  const units = Map.groupBy(moved, ({ unit }) => unit);
  return [...units]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([unit, bindings]) => debtOf(unit, bindings, file, moments));
}

function boundAt(get: Get, path: Path): readonly (readonly [string, Binding])[] {
  return get(bindingsOf, path).map(binding => [`${binding.unit}#${binding.symbol ?? ''}`, binding] as const);
}

function debtOf(unit: string, bindings: readonly Binding[], file: ChangedFile, moments: Moments): readonly Debt[] {
  const { before, after } = moments;
  const right = after.get(itemSignature, unit);
  const item = findHolder(after.get, unit)?.item;
  if (right === undefined || item?.attributes['status'] === 'deleted') return [];
  const kind = item === undefined ? '' : (documentKindOf(item, after.get) ?? '');
  const open = {
    owed: { kind, id: unit },
    because: becauseOf(file, moments),
    due: dueOf(after.get(config, ALL), kind),
  };
  if (before.get(itemSignature, unit) !== right) return [{ ...open, status: 'paid', paidBy: unit }];
  const declared = declaring(kind, unit, file.path, moments);
  if (declared !== undefined) return [{ ...open, status: 'declared', paidBy: declared }];
  return [
    isSettled(bindings, file, right, moments)
      ? { ...open, status: 'paid', paidBy: 'docket.lock' }
      : { ...open, status: 'open' },
  ];
}

/** Whether docket.lock, after the change, records by name that the unit and the code agree as they are. */
function isSettled(bindings: readonly Binding[], { path }: ChangedFile, right: string, { after }: Moments): boolean {
  const { agreements } = after.get(lock, ALL);
  return bindings.every(binding => {
    const left = after.get(codeSignature, codeOf({ ...binding, path }));
    const values = agreements.get(bindingKey({ ...binding, path })) ?? [];
    return values.some(value => value.how !== 'agreed' && value.left === left && value.right === right);
  });
}

function becauseOf({ path, was = path, how }: ChangedFile, { before, after }: Moments): Because {
  const source = after.get(codeSource, path);
  if (how === 'deleted' || source === undefined) return { path, deleted: how === 'deleted' };
  const [first] = changedSymbols(before.get(codeSource, was), source);
  return first === undefined
    ? { path, deleted: false }
    : { path, deleted: false, symbol: first.symbol.name, span: first.symbol.nameSpan };
}
