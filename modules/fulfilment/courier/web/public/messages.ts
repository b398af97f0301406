import { defineMessages } from '#web/kit/words.ts';

export const messages = defineMessages({
  'zh-CN': {
    collect: '预约上门取件',
    collectLead:
      '在办的办件需要递交或补正的材料，由快递员上门取件送到中心，符合条件的免费。请勿寄送身份证等原件。',
    forCase: '哪个办件',
    contents: '寄送的材料',
    contentsHint: '例如：章程一份、租赁合同复印件一份',
    recipient: '联系人',
    phone: '联系电话',
    address: '取件地址',
    submit: '预约取件',
    noCases: '没有可以寄送材料的在办办件',
    noCasesHint: '办件在申报、收件、补正、受理或审查中时，可以在这里预约上门取件。',
    toCases: '我的办件',
    parcel: '快件',
    number: '编号',
    track: '轨迹',
    trackNone: '快递公司还没有推送状态。',
    open: '查看轨迹',
    back: '我的快递',
  },
  en: {
    collect: 'Have papers fetched',
    collectLead:
      'Papers for an open case are fetched from your home and brought to the centre, free of charge where the rules say so. Please send no identity cards or other originals.',
    forCase: 'For which case',
    contents: 'What is sent',
    contentsHint: 'For example: articles of association, copy of the lease',
    recipient: 'Name',
    phone: 'Telephone',
    address: 'Where to fetch them',
    submit: 'Order the courier',
    noCases: 'No open case needs papers',
    noCasesHint:
      'While a case is submitted, received, corrected, accepted or examined, papers can be fetched for it here.',
    toCases: 'My cases',
    parcel: 'Parcel',
    number: 'Number',
    track: 'Where it was',
    trackNone: 'The carrier has told nothing yet.',
    open: 'Follow it',
    back: 'My parcels',
  },
});
