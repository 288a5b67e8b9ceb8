import type { Words } from '../../base/words.ts';
import type { Path } from '../../base/text.ts';
import type { Choice, Form } from '../../model/kinds/kindForm.ts';
import { projectKindPaths } from '../../model/config/projectConfig.ts';
import { type KindFault, readKind } from '../../model/kinds/readKind.ts';
import { ALL } from '../../base/queries.ts';
import { closest } from '../nearest.ts';
import { projectRule, type Remark } from '../rule.ts';
import { atSpan } from '../../model/place.ts';

export const kindsReadable = projectRule({
  id: 'config/kinds-readable',
  says: {
    zh: 'docket/kinds 中的种类定义能读，每一项都认识。',
    en: 'The kinds in docket/kinds can be read, and everything in them is known.',
  },
  why: {
    zh: '写错的一项不起作用：该必填的不再必填，该检查的不再检查，没有人会察觉。',
    en: 'A misspelt part does nothing: what should be demanded is not, and it goes unnoticed.',
  },
  basis: 'practice',
  severity: 'error',
  examples: [
    {
      bad: {
        'docket/kinds/ticket.yml':
          'kind: ticket\nfields:\n  hours: { zh: 工时, en: Hours, «tipe»: number, type: «nummer» }\n  floor: { zh: 楼层, en: Floor, enum: «severty» }\n',
      },
      message: '种类定义中没有“tipe”这一项，不起作用。是否指 type？',
    },
    {
      bad: {
        'docket/kinds/visit.yml':
          'kind: visit\nid: «HF-(\\d{4}»\nnumbered: «yearly»\nfields:\n  «required»: true\nsections:\n  result: { zh: 结果, en: Result, required_from: registered }\n',
      },
      message:
        '“HF-(\\d{4}”不是正则表达式，这一项不起作用：请检查括号是否成对、反斜杠是否写全，例如 HF-\\d{4}-\\d{4}。',
    },
    {
      bad: { 'docket/kinds/visit.yml': 'kind: visit\nfolder: 回访«: 记录»\n' },
      message: '不是合法的 YAML，整个文件不起作用：请检查这一行的缩进、冒号后的空格、括号和引号。',
    },
    {
      bad: { 'docket/kinds/visit.yml': '«label:» { zh: 回访记录 }\n' },
      message: '没有写 kind，整个文件不起作用：在第一行写种类的代号，如 kind: visit。',
    },
    {
      good: {
        'docket/kinds/visit.yml':
          "kind: visit\nlabel: { zh: 回访记录, en: Visit }\nid: 'HF-\\d{4}-\\d{4}'\nnumbered: year\nx-owner: 客服组\nfields:\n  floor: { zh: 楼层, en: Floor, enum: { f1: { zh: 一层, en: First } } }\n",
      },
    },
  ],

  *check(project) {
    for (const path of project.get(projectKindPaths, ALL)) {
      for (const fault of readKind(project.text(path) ?? '').faults) yield reportOf(path, fault);
    }
  },
});

function reportOf(path: Path, fault: KindFault): Remark {
  const at = atSpan(path, fault.span);
  const near = 'known' in fault ? closest(fault.name, fault.known) : undefined;
  const fixes =
    near === undefined
      ? []
      : [
          {
            title: { zh: `改为 ${near}`, en: `Change to ${near}` },
            safe: false,
            edits: [{ do: 'replace' as const, at, text: near }],
          },
        ];
  return { at, say: sayFault(fault, near), fixes };
}

function sayFault(fault: KindFault, near: string | undefined): Words {
  switch (fault.fault) {
    case 'yaml':
      return sayYaml(fault.problem);
    case 'no-kind':
      return {
        zh: '没有写 kind，整个文件不起作用：在第一行写种类的代号，如 kind: visit。',
        en: 'There is no kind, so the whole file does nothing: write the key of the kind in its first line, as in kind: visit.',
      };
    case 'unknown-key':
      return {
        zh: `种类定义中没有“${fault.name}”这一项，不起作用。${near ? `是否指 ${near}？` : `此处可写：${fault.known.join('、')}。`}`,
        en: `The form of a kind has no “${fault.name}”, so it does nothing. ${near ? `Did you mean ${near}?` : `Here may stand: ${fault.known.join(', ')}.`}`,
      };
    case 'unknown-name':
      return {
        zh: `没有“${fault.name}”这个${CHOICES[fault.choice].zh}，这一项不起作用。${near ? `是否指 ${near}？` : `可选：${fault.known.join('、')}。`}`,
        en: `There is no ${CHOICES[fault.choice].en} “${fault.name}”, so this does nothing. ${near ? `Did you mean ${near}?` : `There are: ${fault.known.join(', ')}.`}`,
      };
    case 'wrong-pattern':
      return {
        zh: `“${fault.name}”不是正则表达式，这一项不起作用：请检查括号是否成对、反斜杠是否写全，例如 HF-\\d{4}-\\d{4}。`,
        en: `“${fault.name}” is no regular expression, so this does nothing: check its brackets and backslashes; an example is HF-\\d{4}-\\d{4}.`,
      };
    case 'wrong-shape':
      return {
        zh: `“${fault.name}”应写成${shapeOf(fault.form).zh}，这一项不起作用。`,
        en: `“${fault.name}” should be ${shapeOf(fault.form).en}; it does nothing as it is.`,
      };
  }
}

function sayYaml({ code, detail }: { readonly code: string; readonly detail: string }): Words {
  if (code === 'yaml-duplicate-key')
    return {
      zh: `“${detail}”写了两次，以前一个为准：请删去一个。`,
      en: `“${detail}” is written twice; the first counts: delete one.`,
    };
  if (code === 'yaml-alias')
    return {
      zh: '种类定义用了 YAML 别名：请直接写出内容。',
      en: 'The kind uses a YAML alias: write out its content.',
    };
  return {
    zh: '不是合法的 YAML，整个文件不起作用：请检查这一行的缩进、冒号后的空格、括号和引号。',
    en: 'This is not valid YAML, so the whole file does nothing: check the indentation, the space after the colon and the quotes of this line.',
  };
}

const CHOICES: Readonly<Record<Choice, Words>> = {
  type: { zh: '字段类型', en: 'type of field' },
  numbered: { zh: '编号方式', en: 'way of numbering' },
  enum: { zh: '值列表', en: 'list of values' },
  relation: { zh: '关联', en: 'relation' },
  group: { zh: '字段组', en: 'group of fields' },
  states: { zh: '状态组', en: 'set of states' },
  state: { zh: '状态', en: 'state' },
  versions: { zh: '版本方式', en: 'way of keeping versions' },
  impact: { zh: '影响说明方式', en: 'way of stating an impact' },
  form: { zh: '条目形式', en: 'form of an item' },
  reach: { zh: '传递方向', en: 'direction' },
  code: { zh: '代码类别', en: 'group of code' },
};

/** As one would write it. */
function shapeOf({ scalar, list, map }: Form): Words {
  if (scalar === 'flag') return { zh: ' true 或 false', en: 'true or false' };
  if (scalar === 'number') return { zh: '数字', en: 'a number' };
  if (map?.keys !== undefined) {
    const some = Object.keys(map.keys())
      .slice(0, 2)
      .map(key => `${key}: …`)
      .join(', ');
    return { zh: ` { ${some} } 的形式`, en: `like { ${some} }` };
  }
  if (map !== undefined) return { zh: '“名称: 内容”的形式', en: 'names with what they hold' };
  return list === undefined ? { zh: '单个值', en: 'one value' } : { zh: '单个值或列表', en: 'one value or a list' };
}
