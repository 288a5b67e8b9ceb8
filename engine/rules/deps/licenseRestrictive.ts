import { ALL } from '../../base/queries.ts';
import { restriction } from '../../code/components/inventory.ts';
import { projectRule } from '../rule.ts';
import { atSpan } from '../../model/place.ts';
import { inventoryPaths, listed } from './components.ts';

const CSV = 'LICENSE-THIRD-PARTY.csv';
const row = (licence: string) => `组件,版本,许可证\n${licence}\n`;

export const licenseRestrictive = projectRule({
  id: 'deps/license-restrictive',
  says: {
    zh: '第三方组件的许可证不限制采购人使用。',
    en: 'No third-party component has a licence that restricts the purchaser.',
  },
  why: {
    zh: '合同要求采购人不受限制地行使权利、不得有技术壁垒；传染性许可证或商业许可须逐项说明使用方式。',
    en: 'The purchaser must be able to use everything without restriction: the use of each copyleft or commercial component must be explained.',
  },
  clauses: ['C5.2-04', 'C4.6-02'],
  severity: 'info',
  examples: [
    {
      bad: { [CSV]: row('«io.github.openhtmltopdf:openhtmltopdf-pdfbox,1.1.22,LGPL-2.1-or-later»') },
      message:
        'io.github.openhtmltopdf:openhtmltopdf-pdfbox 的许可证 LGPL-2.1-or-later 带有传染性条款；请说明使用方式，或换用其他组件。',
    },
    {
      bad: { [CSV]: row('«report-engine,8.0,商业许可»') },
      message: 'report-engine 的许可证 商业许可 是商业许可；请说明授权归属和期限，或换用其他组件。',
    },
    { good: { [CSV]: row('h2,2.2,MPL-2.0 OR MIT') } },
    { good: { [CSV]: row('org.apache.poi:poi,5.2.5,Apache-2.0') } },
  ],

  *check(project) {
    for (const path of project.get(inventoryPaths, ALL)) {
      for (const { name, licence, span } of project.get(listed, path)) {
        const kind = restriction(licence);
        if (kind !== undefined) yield { at: atSpan(path, span), say: SAY[kind](name, licence) };
      }
    }
  },
});

const SAY = {
  copyleft: (name: string, licence: string) => ({
    zh: `${name} 的许可证 ${licence} 带有传染性条款；请说明使用方式，或换用其他组件。`,
    en: `${name} is under ${licence}, a copyleft licence: explain how it is used, or take another component.`,
  }),
  commercial: (name: string, licence: string) => ({
    zh: `${name} 的许可证 ${licence} 是商业许可；请说明授权归属和期限，或换用其他组件。`,
    en: `${name} is under ${licence}, a commercial licence: explain who holds it and until when, or take another component.`,
  }),
};
