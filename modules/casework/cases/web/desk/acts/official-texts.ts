/** Stands in the decision itself, which is Chinese in every language of the page: 行政复议法 art. 20, 行政诉讼法 art. 46. */
export const DEFAULT_REMEDY =
  '如不服本决定，可以自收到本决定之日起六十日内依法申请行政复议，或者自收到本决定之日起六个月内依法向人民法院提起行政诉讼。';
