import { ALL } from '../../base/queries.ts';
import { isUnknown } from '../../code/components/inventory.ts';
import { projectRule } from '../rule.ts';
import { atSpan } from '../../model/place.ts';
import { inventoryPaths, listed } from './components.ts';

const CSV = 'LICENSE-THIRD-PARTY.csv';

export const licenseUnknown = projectRule({
  id: 'deps/license-unknown',
  says: { zh: '第三方组件都写明许可证。', en: 'Every third-party component states its licence.' },
  why: {
    zh: '不知道许可证，就不知道采购人能不能自由使用；这样的组件是知识产权瑕疵。',
    en: 'Without the licence it is unknown whether the purchaser may use a component freely: that is a defect of title.',
  },
  clauses: ['C5.2-03'],
  severity: 'warning',
  examples: [
    {
      bad: { [CSV]: '组件,版本,许可证\n«com.example:codec,1.2,»\n' },
      message: 'com.example:codec 没有写明许可证；请查明后补上。',
    },
    {
      bad: { [CSV]: '\uFEFFcomponent,version,license\r\n«"codec, fast",1.2,unknown»\r\n' },
      message: 'codec, fast 没有写明许可证；请查明后补上。',
    },
    { good: { [CSV]: '组件,版本,许可证\norg.apache.poi:poi,5.2.5,Apache-2.0\n' } },
    { good: { 'data/stat.csv': '名称,许可证\n甲,\n' } },
  ],

  *check(project) {
    for (const path of project.get(inventoryPaths, ALL)) {
      for (const { name, licence, span } of project.get(listed, path)) {
        if (!isUnknown(licence)) continue;
        yield {
          at: atSpan(path, span),
          say: {
            zh: `${name} 没有写明许可证；请查明后补上。`,
            en: `${name} has no licence: find out which one it has and add it.`,
          },
        };
      }
    }
  },
});
