/** What a person does besides: where a tool keeps the hooks, it has its own ways. */
import { jobsToAdd } from '../../deliver/hooks/lefthook.ts';
import type { Words } from '../../engine/session/types.ts';
import type { HookPlace } from '../../host/hooks/place.ts';

const PRE_COMMIT = `  - repo: local
    hooks:
      - { id: docket-check, name: docket check, language: system, entry: docket hook run pre-commit, pass_filenames: false, always_run: true, stages: [pre-commit] }
      - { id: docket-message, name: docket message, language: system, entry: docket hook run commit-msg, stages: [commit-msg] }
`;

/** The configuration of a tool that is not written for it. */
export function byHand({ by, file }: HookPlace): Words {
  const lines = by === 'pre-commit' ? PRE_COMMIT : jobsToAdd();
  const then = by === 'pre-commit' ? 'pre-commit install -t pre-commit -t commit-msg' : 'lefthook install';
  return {
    zh: `本项目的钩子由 ${file} 管理，没有改动。请在其中加入：\n\n${lines}\n然后运行 ${then}。\n`,
    en: `The hooks are kept by ${file}, which was left as it is. Add to it:\n\n${lines}\nthen run ${then}.\n`,
  };
}

/** A shell reads no line ends of Windows, which a checkout there may bring. */
const eol = (folder: string): Words => ({
  zh: `有人在 Windows 上工作时，在 .gitattributes 写 ${folder}/* text eol=lf。\n`,
  en: `If anyone works on Windows, write in .gitattributes: ${folder}/* text eol=lf.\n`,
});

/** What is not as it should be, installing puts right. */
export const toInstall: Words = {
  zh: '标 ✗ 的不在或已改动：运行 docket hook install。\n',
  en: 'What is marked ✗ is missing or was changed: run docket hook install.\n',
};

/** `attributes`: .gitattributes was written too. */
export function afterInstalling({ by, isAsleep }: HookPlace, attributes: boolean): Words {
  if (by === 'lefthook')
    return {
      zh: `请运行 lefthook install，并提交改动。${eol('.lefthook').zh}`,
      en: `Now run lefthook install, and commit what changed. ${eol('.lefthook').en}`,
    };
  if (by === 'husky') {
    const [zh, en] = isAsleep
      ? ['这个克隆还没有启用 husky：请运行 npx husky。', 'This clone does not use husky yet: run npx husky. ']
      : ['', ''];
    return {
      zh: `${zh}请提交 .husky 中的改动。${eol('.husky').zh}`,
      en: `${en}Commit what changed in .husky. ${eol('.husky').en}`,
    };
  }
  const [zh, en] = attributes
    ? [
        '请提交 .gitattributes，两人的 docket.lock 才能合并。',
        ' Commit .gitattributes, so that two copies of docket.lock merge.',
      ]
    : ['', ''];
  return {
    zh: `下次提交即生效。${zh}当前工单：git config docket.ticket 工单号。\n`,
    en: `It takes effect with the next commit.${en} The ticket you work on: git config docket.ticket ID.\n`,
  };
}
