import { App, ConfigProvider } from 'antd';
import en from 'antd/es/locale/en_GB.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import dayjs from 'dayjs';
import englishDays from 'dayjs/locale/en-gb.js';
import chineseDays from 'dayjs/locale/zh-cn.js';
import { type ReactNode, useEffect, useMemo } from 'react';

import { useElder } from '../elder.tsx';
import { useLanguage } from '../language.tsx';
import { staffTheme } from './theme.ts';

/** Ant Design in the language and the size of the page. */
export function StaffProvider({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  const { isElder } = useElder();
  const theme = useMemo(() => staffTheme(isElder), [isElder]);
  const isChinese = language === 'zh-CN';
  useEffect(() => {
    dayjs.locale(isChinese ? chineseDays : englishDays);
  }, [isChinese]);
  return (
    <ConfigProvider
      locale={isChinese ? zhCN : en}
      theme={theme}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: false, scrollToFirstError: { focus: true } }}
    >
      <App
        component={false}
        message={{ maxCount: 3 }}
        notification={{ placement: 'bottomRight', maxCount: 4 }}
      >
        {children}
      </App>
    </ConfigProvider>
  );
}
