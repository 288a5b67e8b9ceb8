/**
 * Our jobs in the configuration of lefthook, which rewrites the hooks of git itself. Lines are put in between those that are there, so
 * comments and layout stay; where the file is written in a way that leaves no place for them, a person has to.
 */
import { isMap, isSeq, parseDocument } from 'yaml';
import { HOOKS, type Hook, SCRIPT } from './block.ts';
import { withMarked, withoutMarked } from './marked.ts';

/** Where lefthook keeps scripts of a project, from its top. */
export const LEFTHOOK_SCRIPTS = '.lefthook';

const ARGUMENTS: Readonly<Record<Hook, string>> = {
  'pre-commit': '',
  'commit-msg': ' "{1}"',
  'prepare-commit-msg': ' "{1}" "{2}"',
};

/** Undefined where a person has to write them. */
export function withJobs(config: string): string | undefined {
  return HOOKS.reduce<string | undefined>(
    (text, hook) => (text === undefined ? undefined : withJob(text, hook)),
    withoutMarked(config),
  );
}

/** What a person adds who has to. */
export function jobsToAdd(): string {
  return HOOKS.flatMap(hook => linesAs('hook', hook).map(line => `${line}\n`)).join('');
}

function withJob(config: string, hook: Hook): string | undefined {
  const place = placeFor(config, hook);
  if (place === undefined) return undefined;
  const text = withMarked(config, place.at, linesAs(place.as, hook), place.indent);
  return addsOnly(hook, config, text) ? text : undefined;
}

/** A hook of its own, one more job of a hook, or one more command, as older versions have it. */
type As = 'hook' | 'job' | 'command';

function linesAs(as: As, hook: Hook): readonly string[] {
  const run = `  run: '${commandOf(hook)}'`;
  if (as === 'command') return ['docket:', run];
  const job = ['- name: docket', run];
  return as === 'job' ? job : [`${hook}:`, '  jobs:', ...job.map(line => `    ${line}`)];
}

function commandOf(hook: Hook): string {
  return `sh ${LEFTHOOK_SCRIPTS}/${SCRIPT} ${hook}${ARGUMENTS[hook]}`;
}

interface Place {
  readonly at: number;
  readonly indent: number;
  readonly as: As;
}

function placeFor(config: string, hook: Hook): Place | undefined {
  const { contents: top, errors } = parseDocument(config);
  if (errors.length > 0 || !(top === null || (isMap(top) && !top.flow))) return undefined;
  const own = top?.get(hook, true);
  if (own === undefined) return { at: config.length, indent: 0, as: 'hook' };
  const list = isMap(own) ? (own.get('jobs', true) ?? own.get('commands', true)) : undefined;
  if (!(isSeq(list) || isMap(list)) || list.flow || !list.range) return undefined;
  const [start, end] = list.range;
  return {
    at: endOfLine(config, end),
    indent: start - (config.lastIndexOf('\n', start - 1) + 1),
    as: isSeq(list) ? 'job' : 'command',
  };
}

function endOfLine(text: string, at: number): number {
  if (text[at - 1] === '\n') return at;
  return text.indexOf('\n', at) + 1 || text.length;
}

/** The lines are in the right place, and they moved or hid nothing else. */
function addsOnly(hook: Hook, before: string, text: string): boolean {
  const [then, now] = [parseDocument(before).toJS() ?? {}, parseDocument(text).toJS() ?? {}];
  const { jobs = [], commands = {} } = now[hook] ?? {};
  const isAdded = [jobs.at(-1), commands.docket].some(job => job?.run === commandOf(hook));
  const keys = new Set([...Object.keys(then), ...Object.keys(now)]);
  keys.delete(hook);
  return isAdded && [...keys].every(key => JSON.stringify(now[key]) === JSON.stringify(then[key]));
}
