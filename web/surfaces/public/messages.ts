import { defineMessages } from '../../kit/words.ts';

export const messages = defineMessages({
  'zh-CN': {
    welcome: '一窗受理，一次办成',
    lead: '找到要办的事、看清要带的材料、预约时间、查询进度，都从这里开始。',
    open: '正在服务',
    openUntil: '今天服务到 {time}',
    openAlways: '24 小时服务',
    closed: '现在不开放',
    closedUntil: '{day} {time} 开始服务',
    closedFor: '暂停服务',
    address: '地址',
    phone: '电话',
    today: '今天',
    thisWeek: '本周服务时间',
    dayOff: '全天不开放',
    exceptions: '近期调整',
    exceptionsNone: '未来 90 天没有调整。',
    zones: '专区服务时间',
    floor: '{floor}层',
    aroundTheClock: '24小时开放',
    find: '您要办什么事？',
    findHint: '如“开饭店”“变更地址”“gjj”',
    findAct: '查找',
    often: '常办',
    services: '可以办的事',
    openToAll: '公开与核验',
    others: '其他服务点',
    othersHint: '街镇、园区等 {count} 个服务点也能就近办理，其中 {open} 个正在服务。',
    othersAll: '查看全部地点与时间',
    noSites: '服务点信息正在整理',
    noSitesHint: '请拨打 12345 咨询服务地址与时间。',

    me: '我的',
    meLead: '您的身份与登录情况。',
    identity: '我的身份',
    name: '姓名',
    signedInBy: '登录方式',
    byIdentity: '“随申办”统一身份认证',
    sessions: '我的登录',
    sessionsHint: '如有您不认识的登录，请立即结束，并到随申办修改密码。',
    device: '设备',
    since: '登录时间',
    lastSeen: '最近活动',
    current: '本次登录',
    end: '结束',
    ended: '已结束',
    endOthers: '退出其他全部登录',
    signOut: '退出登录',

    signedIn: '登录成功',
    signedInHint: '可以关闭此窗口，回到刚才的页面继续办理。',
    closeWindow: '关闭窗口',

    accessibility: '无障碍说明',
    accessibilityLead: '我们希望每个人都能独立办成事。',
    accessibilityStandard:
      '本站按照《无障碍环境建设法》和《信息技术 互联网内容无障碍可访问性技术要求与测试方法》（GB/T 37668-2019）建设，以 WCAG 2.1 AA 级为目标。',
    accessibilityHow: '可以这样使用',
    accessibilityKeyboard:
      '全部功能都可以只用键盘完成：Tab 键移动，回车键打开，页面开头有“跳到主要内容”。',
    accessibilityElder:
      '“关怀版”使用 18 磅以上的大字和更大的按钮；设备有中文语音时，还可以朗读页面。',
    accessibilityReader: '页面按标题、地标和表格结构编排，可用读屏软件浏览；状态不只靠颜色区分。',
    accessibilityZoom: '文字可放大到 200%，页面不会缺失内容；系统设为“减少动态效果”时不播放动画。',
    accessibilityHall: '大厅设有低位服务台或无障碍窗口，老年人、残疾人可优先办理，也可由他人陪同。',
    accessibilityProblem: '遇到困难时',
    accessibilityContact: '请拨打 12345，或到大厅咨询台，我们会协助您办理，并改进本站。',

    privacy: '隐私说明',
    privacyLead: '我们只收集办事必需的信息，并对您说明用途。',
    privacyWhat: '收集什么',
    privacyWhatText:
      '浏览页面不需要登录。登录时，统一身份认证平台向我们提供您的姓名、证件号码和实名等级；办理业务时，按照办事指南收集所需材料。',
    privacyHow: '怎样使用和保管',
    privacyHowText:
      '信息仅用于办理您申请的事项、通知办理进度和依法归档。证件号码、手机号等以国密算法加密保存，页面上隐去中间数字；工作人员查看完整内容会留下记录。',
    privacyCookies: '登录凭证',
    privacyCookiesText:
      '我们只使用维持登录所必需的凭证，不做广告跟踪，不使用第三方统计。语言和字号的选择保存在您的设备上。',
    privacyRights: '您的权利',
    privacyRightsText:
      '依照《个人信息保护法》，您可以查阅、复制、更正本人信息，可以撤回同意或要求删除；法律规定须保存的办件档案除外。请在“我的”页面、大厅窗口或拨打 12345 提出。',
  },
  en: {
    welcome: 'One window, one visit',
    lead: 'Find what you need to do, which papers to bring, book a time and follow your case: it all begins here.',
    open: 'Open now',
    openUntil: 'open today until {time}',
    openAlways: 'around the clock',
    closed: 'Closed now',
    closedUntil: 'Opens {day} {time}',
    closedFor: 'Not in service',
    address: 'Address',
    phone: 'Telephone',
    today: 'Today',
    thisWeek: 'Hours this week',
    dayOff: 'Closed',
    exceptions: 'Changes soon',
    exceptionsNone: 'No changes in the next 90 days.',
    zones: 'Areas with hours of their own',
    floor: 'Floor {floor}',
    aroundTheClock: 'Open around the clock',
    find: 'What do you need to do?',
    findHint: 'for example “restaurant” or “gjj”',
    findAct: 'Search',
    often: 'Often asked for',
    services: 'What you can do',
    openToAll: 'Open to all',
    others: 'Other places',
    othersHint:
      '{count} places in towns and parks serve you too, perhaps closer to you; {open} {open|is|are} open now.',
    othersAll: 'All places and times',
    noSites: 'Places are being prepared',
    noSitesHint: 'Call 12345 to ask where and when.',

    me: 'My page',
    meLead: 'Who you are and where you are signed in.',
    identity: 'Who I am',
    name: 'Name',
    signedInBy: 'Signed in by',
    byIdentity: 'Suishenban, the city’s identity service',
    sessions: 'My sign-ins',
    sessionsHint:
      'If you do not know one of them, end it at once and change your password with Suishenban.',
    device: 'Device',
    since: 'Signed in',
    lastSeen: 'Last seen',
    current: 'This one',
    end: 'End',
    ended: 'Ended',
    endOthers: 'End all others',
    signOut: 'Sign out',

    signedIn: 'Signed in',
    signedInHint: 'You can close this window and go on where you were.',
    closeWindow: 'Close the window',

    accessibility: 'Accessibility',
    accessibilityLead: 'Everybody should be able to get things done on their own.',
    accessibilityStandard:
      'This site follows the Law on Building a Barrier-free Environment and GB/T 37668-2019, and aims at WCAG 2.1 level AA.',
    accessibilityHow: 'How to use it',
    accessibilityKeyboard:
      'Everything works by keyboard alone: Tab moves, Enter opens, and each page begins with a link to its content.',
    accessibilityElder:
      '“Large text” uses type of 18 points and larger buttons; where your device has a voice it can read pages aloud.',
    accessibilityReader:
      'Headings, landmarks and tables are marked up for screen readers; no state is shown by colour alone.',
    accessibilityZoom:
      'Text can be enlarged to 200% without loss, and nothing moves when your system asks for less motion.',
    accessibilityHall:
      'The hall has a low desk or a barrier-free window. Elderly and disabled people are served first and may bring a helper.',
    accessibilityProblem: 'If something is in your way',
    accessibilityContact:
      'Call 12345 or ask at the desk in the hall. We help you through it, and mend the site.',

    privacy: 'Privacy',
    privacyLead: 'We collect only what your case needs, and say what for.',
    privacyWhat: 'What we collect',
    privacyWhatText:
      'Reading needs no sign-in. When you sign in, the identity service gives us your name, the number of your document and how well it was verified. When you apply, we collect the papers that the guide of the matter names.',
    privacyHow: 'How it is used and kept',
    privacyHowText:
      'Only to handle what you applied for, to tell you how it goes, and for the archive that the law demands. Document and phone numbers are encrypted with the national ciphers and shown with their middle hidden; whoever among the staff looks at the whole leaves a record.',
    privacyCookies: 'Cookies',
    privacyCookiesText:
      'Only the one that keeps you signed in: no advertising, no tracking by others. Your choice of language and text size stays on your device.',
    privacyRights: 'Your rights',
    privacyRightsText:
      'Under the Personal Information Protection Law you may see, copy and correct your data, withdraw consent or ask for deletion, except for case files that the law orders us to keep. Ask on “My page”, in the hall, or by calling 12345.',
  },
});
