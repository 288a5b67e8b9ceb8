/** Why the plan of one file must not be carried out, as the disk is now. */
import { accessSync, constants, existsSync, lstatSync, readFileSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import { bytesOf, type Content, type FilePlan, sameContent } from '../../engine/base/plan.ts';
import { decode } from '../../engine/workspace/decode.ts';
import { type WriteRefusal, refusal, refusalFrom } from './refusal.ts';

/** Undefined where the plan can be carried out. `target`: the file, absolute. `folders`: where may be written. */
export function objectionTo(
  { before, from }: FilePlan,
  target: string,
  folders: readonly string[],
): WriteRefusal | undefined {
  try {
    if (!isInsideOneOf(folders, target)) return refusal('outside');
    const present = lstatSync(target, { throwIfNoEntry: false });
    if (from !== undefined) return present === undefined ? undefined : refusal('exists');
    if (present === undefined) return before === undefined ? undefined : refusal('missing');
    return (
      inTheWay(present) ??
      (before === undefined ? refusal('exists') : (differing(before, target) ?? unwritable(present, target)))
    );
  } catch (error) {
    return refusalFrom(error);
  }
}

function inTheWay(present: Stats): WriteRefusal | undefined {
  if (present.isSymbolicLink()) return refusal('link');
  if (present.isDirectory()) return refusal('folder');
  return present.isFile() ? undefined : refusal('special');
}

/** A text that was decoded from another encoding is not what the file holds. */
function differing(before: Content, target: string): WriteRefusal | undefined {
  const bytes = readFileSync(target);
  if (sameContent(bytesOf(before), bytes)) return undefined;
  const { text, fault } = decode({ state: 'bytes', bytes });
  return fault !== undefined && fault !== 'bom' && text === before ? refusal('encoding') : refusal('changed');
}

/** A file that is marked read-only could still be replaced by another; the mark says that this is not wanted. */
function unwritable({ mode }: Stats, target: string): WriteRefusal | undefined {
  if ((mode & 0o222) === 0) return refusal('readOnly');
  accessSync(target, constants.W_OK);
  return undefined;
}

/** By name and by where its folder really is; links above it may lead anywhere. */
export function isInsideOneOf(folders: readonly string[], target: string): boolean {
  const real = realFolderOf(path.dirname(target));
  return folders.some(
    folder => isWithin(path.resolve(folder), target) && isWithin(realFolderOf(path.resolve(folder)), real),
  );
}

function isWithin(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** Of a folder that is not there yet: where it will be. */
function realFolderOf(folder: string): string {
  if (existsSync(folder)) return realpathSync(folder);
  const above = path.dirname(folder);
  return above === folder ? folder : path.join(realFolderOf(above), path.basename(folder));
}
