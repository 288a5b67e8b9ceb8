/** Names in docket.yml that are not known: keys, kinds of documents, people. */
import { atKey, atValue } from '../../model/place.ts';
import { closest } from '../../base/closest.ts';
import { fold } from '../../model/kinds/compileFields.ts';
import type { Data } from '../../model/entry.ts';
import type { Fields } from '../../model/kinds/kinds.ts';
import { nearestKey } from '../../model/config/misspelt.ts';
import type { Note } from '../../model/read/normalise.ts';
import { configFields, CONFIG_PATH } from '../../model/config/projectConfig.ts';
import { fieldAt } from '../doc/values.ts';
import type { Project } from '../project.ts';
import type { Remark } from '../rule.ts';

/** Choices that a message names. */
const SHOWN = 12;

/** A key that is no setting: the nearest one with a fix, else what may be written there. */
export function unknownSetting({ pointer, name, key }: Note): Remark {
  const fields = fieldsAround(pointer);
  const near = key ?? nearestKey(name, fields);
  const known = [...fields.byKey.keys()];
  const list = `${known.slice(0, SHOWN).join('、')}${known.length > SHOWN ? '…' : ''}`;
  const isTop = pointer.lastIndexOf('/') === 0;
  const none = isTop
    ? { zh: '自用的内容请以 x- 开头。', en: 'Names of your own begin with x-.' }
    : { zh: `此处可写：${list}。`, en: `Known here: ${list.replaceAll('、', ', ')}.` };
  return {
    at: atKey(CONFIG_PATH, pointer),
    say: {
      zh: `没有“${name}”这个设置。${near ? `是否指 ${near}？` : none.zh}`,
      en: `There is no setting “${name}”. ${near ? `Did you mean ${near}?` : none.en}`,
    },
    fixes: near ? [renameTo(near, pointer)] : [],
  };
}

function fieldsAround(pointer: string): Fields {
  const above = pointer.slice(0, pointer.lastIndexOf('/'));
  return (above === '' ? configFields : fieldAt(configFields, above)?.fields) ?? { byKey: new Map(), named: new Map() };
}

/** A key in other capitals or with another hyphen is read, and told so that it is written as everywhere else. */
export function* unusualKey({ pointer, name, key = '' }: Note): Iterable<Remark> {
  if (fold(name) !== fold(key)) return;
  yield {
    at: atKey(CONFIG_PATH, pointer),
    severity: 'info',
    say: { zh: `“${name}”按 ${key} 读取，请写作 ${key}。`, en: `“${name}” is read as ${key}: write it like that.` },
    fixes: [renameTo(key, pointer)],
  };
}

function renameTo(key: string, pointer: string) {
  const edits = [{ do: 'rename-key' as const, at: atKey(CONFIG_PATH, pointer), to: key }];
  return { title: { zh: `改名为 ${key}`, en: `Rename to ${key}` }, safe: false, edits };
}

/** Keys of `owes.due` are kinds of documents, and a project may have kinds of its own. */
export function* unknownKinds(due: Data, { catalogue }: Project): Iterable<Remark> {
  const builtIn = fieldAt(configFields, '/owes/due')?.fields?.byKey ?? new Map();
  for (const name of Object.keys(due)) {
    if (builtIn.has(name) || catalogue.kindNamed(name) !== undefined || name.startsWith('x-')) continue;
    const near = closest(name, [...catalogue.kinds.keys(), 'default']);
    yield {
      at: atKey(CONFIG_PATH, `/owes/due/${name}`),
      say: {
        zh: `没有“${name}”这种文档。${near ? `是否指 ${near}？` : '可写文档种类的代号，如 lld、srs，或 default。'}`,
        en: `There is no kind of document “${name}”. ${near ? `Did you mean ${near}?` : 'Write the key of a kind such as lld or srs, or default.'}`,
      },
      fixes: near ? [renameTo(near, `/owes/due/${name}`)] : [],
    };
  }
}

/** A person whose key is registered is one of the purchaser's people or has a staff record. */
export function* unknownPeople({ config, entries }: Pick<Project, 'config' | 'entries'>): Iterable<Remark> {
  if (config.signingKeys.length === 0) return;
  const staff = entries<{ readonly name?: string }>('staff');
  const known = new Set([
    ...config.people.flatMap(({ id, name }) => [id, name]),
    ...staff.flatMap(({ id, data }) => [id, data.name ?? id]),
  ]);
  for (const [n, { person }] of config.signingKeys.entries()) {
    if (person === '' || known.has(person)) continue;
    const near = closest(person, [...known]);
    const pointer = `/signing_keys/${n}/person`;
    const fix = {
      title: { zh: `改为 ${near}`, en: `Change to ${near}` },
      safe: false,
      edits: [{ do: 'set' as const, at: atValue(CONFIG_PATH, pointer), value: near ?? person }],
    };
    yield {
      at: atValue(CONFIG_PATH, pointer),
      say: {
        zh: `没有登记“${person}”：请写 people 或人员登记表中的编号。${near ? `是否指 ${near}？` : ''}`,
        en: `“${person}” is not registered: write an id of people or of a staff record.${near ? ` Did you mean ${near}?` : ''}`,
      },
      fixes: near === undefined ? [] : [fix],
    };
  }
}
