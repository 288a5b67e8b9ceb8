import { ALL } from '../../base/queries.ts';
import type { Project } from '../project.ts';
import { projectRule } from '../rule.ts';
import { atSpan } from '../../model/place.ts';
import { buildFilePaths, declared, inventoryPaths, listed } from './components.ts';

const POM = 'pom.xml';
const CSV = 'LICENSE-THIRD-PARTY.csv';
const pom = (artifact: string) =>
  `<project>\n<groupId>cn.example</groupId>\n<dependencies>\n<dependency><groupId>org.apache.poi</groupId><artifactId>${artifact}</artifactId></dependency>\n</dependencies>\n</project>\n`;
const ROWS = '组件,版本,许可证\norg.apache.poi:poi-ooxml,5.2.5,Apache-2.0\n';
const HANDED_OVER = { 'acceptance/YJ-2026-001.md': '---\ntype: handover\nstatus: handed_over\n---\n# 移交单\n' };

export const inventory = projectRule({
  id: 'deps/inventory',
  says: {
    zh: '第三方组件清单包括构建文件声明的每个依赖。',
    en: 'The list of third-party components covers what the build files declare.',
  },
  why: {
    zh: '采购人所得知识产权不得有瑕疵；用了哪些第三方组件，移交时要列得出来。',
    en: 'The purchaser must receive results that infringe no rights of others: at handover every third-party component is on the list.',
  },
  clauses: ['C4.6-01', 'C5.2-03'],
  severity: 'warning',
  examples: [
    {
      bad: { [POM]: pom('«pdfbox»'), [CSV]: ROWS },
      message: 'org.apache.poi:pdfbox 不在第三方组件清单 LICENSE-THIRD-PARTY.csv 中；请补上版本和许可证。',
    },
    {
      bad: { 'web/package.json': '{ "dependencies": { «"vue"»: "^3.4.0" } }\n', [CSV]: ROWS },
      message: 'vue 不在第三方组件清单 LICENSE-THIRD-PARTY.csv 中；请补上版本和许可证。',
    },
    {
      bad: { [POM]: pom('«poi-ooxml»'), ...HANDED_OVER },
      message: '项目已移交，却没有第三方组件清单；请建立 LICENSE-THIRD-PARTY.csv（组件、版本、许可证）。',
    },
    {
      good: {
        [POM]: pom('poi-ooxml').replace(
          '<dependencies>',
          '<dependencies><!-- <dependency><groupId>a</groupId><artifactId>b</artifactId></dependency> -->',
        ),
        [CSV]: ROWS,
      },
    },
    { good: { [POM]: pom('cert-common').replace('org.apache.poi', 'cn.example'), [CSV]: ROWS } },
    // A project that is not being handed over needs no list yet.
    { good: { [POM]: pom('poi-ooxml') } },
    { good: { 'package.json': '{ broken', [CSV]: ROWS } },
  ],

  *check(project) {
    const lists = project.get(inventoryPaths, ALL);
    const names = new Set(lists.flatMap(path => project.get(listed, path)).map(({ name }) => name.toLowerCase()));
    for (const path of project.get(buildFilePaths, ALL)) {
      const missing = project.get(declared, path).filter(({ name }) => !isListed(name.toLowerCase(), names));
      if (lists.length === 0 && (missing.length === 0 || !isHandedOver(project))) continue;
      for (const { name, span } of lists.length === 0 ? missing.slice(0, 1) : missing)
        yield { at: atSpan(path, span), say: lists.length === 0 ? NO_LIST : unlisted(name, lists) };
    }
  },
});

/** Whether a list contains a component. The list may leave out the group of a Maven artifact. */
function isListed(name: string, names: ReadonlySet<string>): boolean {
  return names.has(name) || (name.includes(':') && names.has(name.slice(name.indexOf(':') + 1)));
}

function isHandedOver(project: Project): boolean {
  return project.entries('handover').some(handover => project.reached(handover, 'handed_over'));
}

const NO_LIST = {
  zh: '项目已移交，却没有第三方组件清单；请建立 LICENSE-THIRD-PARTY.csv（组件、版本、许可证）。',
  en: 'Add a list of third-party components before handover: LICENSE-THIRD-PARTY.csv (component, version, licence).',
};

function unlisted(name: string, lists: readonly string[]) {
  return {
    zh: `${name} 不在第三方组件清单 ${lists.join('、')} 中；请补上版本和许可证。`,
    en: `${name} is not in the list of third-party components ${lists.join(', ')}: add it with version and licence.`,
  };
}
