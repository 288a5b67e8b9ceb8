/** Where each platform looks for its pipeline, and which template it is written from. */
import type { Words } from '../../engine/base/words.ts';

interface Pipeline {
  /** From the folder of the program's templates. */
  readonly template: string;
  /** From the top of the repository. */
  readonly file: string;
  /** Where another pipeline has that place: beside it, with what leads there. */
  readonly beside?: { readonly file: string; readonly next: Words };
}

export const PIPELINES: Readonly<Record<string, Pipeline>> = {
  github: { template: 'ci/github.yml', file: '.github/workflows/docket.yml' },
  gitlab: {
    template: 'ci/gitlab.yml',
    file: '.gitlab-ci.yml',
    beside: {
      file: '.gitlab/docket.yml',
      next: {
        zh: '请在 .gitlab-ci.yml 加入 include: [ { local: .gitlab/docket.yml } ]。',
        en: 'Add to .gitlab-ci.yml: include: [ { local: .gitlab/docket.yml } ].',
      },
    },
  },
  gitee: { template: 'ci/gitee.yml', file: '.workflow/docket.yml' },
  jenkins: { template: 'ci/Jenkinsfile', file: 'Jenkinsfile' },
};
