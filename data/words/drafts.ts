import type { Named } from '../contract';

/** The dataset that parks drawn in the workbench belong to. */
export const draftSource: { id: string; title: Named; publisher: string; licence: string; coverage: Named } = {
  id: 'workbench-drafts',
  title: { zh: '工作台草案', en: 'Drafts made in the workbench' },
  publisher: '园图',
  licence: '内部使用 / internal use',
  coverage: { zh: '由使用者圈定', en: 'As picked by its makers' },
};
