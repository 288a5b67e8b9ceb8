import { isCalledAfter, derivedName } from '../../model/derive/names.ts';
import { entryRule } from '../rule.ts';

export const filenameMatch = entryRule({
  id: 'id/filename-match',
  says: {
    zh: '文件名以编号开头，或为文档种类的名称。',
    en: 'A file is named after its identifier, or after the kind of document it is.',
  },
  why: {
    zh: '人按文件名找单据，机器按编号引用；两者不同，就会找错。',
    en: 'People search by file name, programs by identifier; when the two differ, one of them finds the wrong record.',
  },
  basis: 'practice',
  severity: 'error',
  examples: [
    {
      bad: { 'records/ticket/2026/WX-2026-0001.md': '---\nid: «WX-2026-0002»\n---\n# 登录失败\n' },
      message: '编号 WX-2026-0002 与文件名 WX-2026-0001 不一致：文件名应为编号，后面可加“-标题”。',
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001-登录失败.md': '---\nid: WX-2026-0001\n---\n# 登录失败\n',
        'docs/ZZGL-SRS.md': '---\ntype: srs\nid: ZZGL-SRS\n---\n# 需求\n',
        'docs/概要设计说明书V1.2.md': '---\ntype: hld\nid: ZZGL-HLD\n---\n# 设计\n',
      },
    },
  ],

  *check(page) {
    const { id, path, row } = page.entry;
    // A kind of the project may name its files freely.
    if (page.kind.fields.byKey.get('id')?.derived !== 'id_of_path') return;
    const stem = derivedName(path);
    // id/format reports an identifier of a wrong form.
    if (row !== undefined || id === '' || page.entry.broken || page.kind.id?.test(id) === false) return;
    if (stem === id || stem.startsWith(`${id}-`) || isCalledAfter(page.kind, stem)) return;
    const inName = page.kind.id?.test(stem) ? stem : undefined;
    const title = { zh: `编号改为 ${stem}`, en: `Change the identifier to ${stem}` };
    yield {
      at: page.at('/id'),
      id,
      say: {
        zh: `编号 ${id} 与文件名 ${stem} 不一致：文件名应为编号，后面可加“-标题”。`,
        en: `The identifier ${id} does not match the file name ${stem}: name the file after it; you may add “-title”.`,
      },
      fixes: inName ? [{ title, safe: false, edits: [{ do: 'set', at: page.at('/id'), value: inName }] }] : [],
    };
  },
});
