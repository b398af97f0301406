import { definePages } from '#web/kit/pages.ts';

export const publicPages = definePages([
  {
    surface: 'public',
    path: '/budget',
    title: { 'zh-CN': '部门预算公开', en: 'Departmental budget' },
    hint: {
      'zh-CN': '预算表、项目和每个数字的来源',
      en: 'Tables, projects, and where each figure comes from',
    },
    order: 210,
    load: () => import('./BudgetPage.tsx').then((file) => file.BudgetPage),
  },
]);
