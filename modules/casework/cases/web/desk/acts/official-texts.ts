/** 行政复议法 art. 20 (60 days), 行政诉讼法 art. 46 (six months). */
const remedy = {
  'zh-CN':
    '如不服本决定，可以自收到本决定之日起六十日内依法申请行政复议，或者自收到本决定之日起六个月内依法向人民法院提起行政诉讼。',
  en: 'Reconsideration may be asked for within sixty days of receiving this decision, and the People’s Court within six months.',
};

/** Stands in the decision itself, which is Chinese whatever the language of the page. */
export const DEFAULT_REMEDY = remedy['zh-CN'];
