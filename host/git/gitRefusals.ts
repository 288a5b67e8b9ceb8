/** What git could not do here, told with the way out. */
import { type GitAnswer, git } from './git.ts';
import { HostError } from '../hostError.ts';

/** The oldest git whose options are known to be enough. */
const OLDEST = '2.20';

/** The refusal for a failed call of git. `folder`: where it was asked. */
export function refusalOf({ code, error }: GitAnswer, folder: string): HostError {
  if (code === 'ENOENT') return gitMissing();
  if (code === 129 || /unknown option|unrecognized argument/.test(error)) return gitTooOld(folder);
  if (/dubious ownership/.test(error)) return ownedByOthers(folder);
  if (/not a git repository/i.test(error)) return noRepository(folder);
  if (/must be run in a work tree/.test(error)) return noWorkingTree(folder);
  if (isLeftOnServer(error)) return partialClone(folder);
  return gitFailed(reasonIn(error, code));
}

/** A git that was stopped has said nothing, whatever it had begun to say. */
export function ended(answer: GitAnswer, folder: string): GitAnswer {
  if (answer.code === undefined) throw refusalOf(answer, folder);
  return answer;
}

/** Of an object that a partial clone does without. */
export function isLeftOnServer(error: string): boolean {
  return /promisor|lazy fetch|transport '.*' not allowed/.test(error);
}

/** The line of git's complaint that says why. */
export function reasonIn(error: string, code: GitAnswer['code']): string {
  const line = error.split('\n').find(text => /^(fatal|error):/.test(text)) ?? error.split('\n', 1)[0] ?? '';
  return line.replace(/^(fatal|error): /, '') || (code === undefined ? 'it was stopped' : `exit ${code}`);
}

function gitMissing(): HostError {
  return new HostError({
    zh: '找不到 git，无法读取改动。请安装 git 并加入 PATH；没有 git 的项目请用两个目录比较。',
    en: 'Cannot read changes: there is no git in PATH. Install it; without git, compare two folders.',
  });
}

function gitTooOld(folder: string): HostError {
  const version = /\d[\d.]*/.exec(git(folder, ['--version']).out.toString('utf8'))?.[0] ?? '?';
  return new HostError({
    zh: `git ${version} 太旧，读不了改动。请升级到 ${OLDEST} 或更新的版本。`,
    en: `Cannot read changes with git ${version}. Update it to ${OLDEST} or later.`,
  });
}

function ownedByOthers(folder: string): HostError {
  return new HostError({
    zh: `git 不肯读 ${folder}：仓库属于另一个用户。请运行 git config --global --add safe.directory '${folder}'。`,
    en: `Git does not read ${folder}: another user owns the repository. Run git config --global --add safe.directory '${folder}'.`,
  });
}

function noRepository(folder: string): HostError {
  return new HostError({
    zh: `${folder} 不在 git 仓库里，没有改动可读。请在仓库里运行；没有 git 的项目请用两个目录比较。`,
    en: `Cannot read changes: ${folder} is in no git repository. Run it in one; without git, compare two folders.`,
  });
}

/** A bare repository was asked for staged or changed files. */
export function noWorkingTree(folder: string): HostError {
  return new HostError({
    zh: `${folder} 是裸仓库，没有工作区和暂存区。请用 --range 指定提交范围。`,
    en: `${folder} is a bare repository: it has no working tree and nothing is staged. Name commits with --range.`,
  });
}

function partialClone(folder: string): HostError {
  return new HostError({
    zh: `${folder} 是部分克隆，缺少需要的文件内容。请运行 git fetch --refetch --no-filter origin 取回后重试。`,
    en: `${folder} is a partial clone and lacks contents that are needed. Run git fetch --refetch --no-filter origin.`,
  });
}

function gitFailed(why: string): HostError {
  return new HostError({
    zh: `git 没有读完：${why}。请运行 git fsck 检查仓库后重试。`,
    en: `Git did not finish: ${why}. Check the repository with git fsck and try again.`,
  });
}

/** A repository without commits was asked for a range. */
export function noCommits(folder: string): HostError {
  return new HostError({
    zh: `${folder} 还没有提交，没有范围可查。请先提交，或用 --staged 检查暂存的内容。`,
    en: `${folder} has no commits yet, so there is no range. Commit first, or check what is staged with --staged.`,
  });
}

/** A revision that git does not know. */
export function unknownRevision(revision: string, isShallow: boolean): HostError {
  if (isShallow) return missingBase(revision);
  if (/^0{40,}$/.test(revision)) return noStart();
  return new HostError({
    zh: `没有名为 ${revision} 的提交、分支或标签。请检查拼写；如果在服务器上，先运行 git fetch origin。`,
    en: `There is no commit, branch or tag ${revision}. Check its spelling; if the server has it, run git fetch origin.`,
  });
}

/** CI servers give zeros for what came before the first push of a branch. */
function noStart(): HostError {
  return new HostError({
    zh: '范围的起点全是 0（新推送的分支），不知道从哪里算起。请写明分出的分支，例如 --range origin/main..HEAD。',
    en: 'The range begins with zeros (a branch pushed for the first time). Name where it began, as in --range origin/main..HEAD.',
  });
}

/** A shallow clone that lacks the commit a range begins with. */
export function missingBase(revision: string): HostError {
  return new HostError({
    zh: `浅克隆里没有 ${revision} 之前的历史。请运行 git fetch --unshallow（或 git fetch --deepen=100 origin），在 CI 里把检出深度设为 0。`,
    en: `The shallow clone lacks the history before ${revision}. Run git fetch --unshallow (or git fetch --deepen=100 origin); in CI set the depth to 0.`,
  });
}

/** Two revisions without a common commit. */
export function nothingInCommon(from: string, to: string): HostError {
  return new HostError({
    zh: `${from} 与 ${to} 没有共同的历史，无法比较。请改用 ${to} 分出的分支。`,
    en: `${from} and ${to} have no history in common. Name the branch that ${to} came from.`,
  });
}
