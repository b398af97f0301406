import type { ThemeConfig } from 'antd';

import { sizes, tokens } from '../tokens.ts';

/** The look of the staff surfaces: one accent, contrasts of WCAG AA, and larger everything in elder mode. */
export function staffTheme(isElder: boolean): ThemeConfig {
  const { text, target } = isElder ? sizes.elder : sizes.staff;
  return {
    hashed: false,
    token: {
      colorPrimary: tokens.accent,
      colorLink: tokens.accent,
      colorLinkHover: tokens.accentStrong,
      colorInfo: tokens.accent,
      colorSuccess: tokens.good,
      colorWarning: tokens.warn,
      colorError: tokens.bad,
      colorErrorText: tokens.bad,
      colorTextBase: tokens.ink,
      colorText: tokens.ink,
      colorTextSecondary: tokens.ink2,
      colorTextTertiary: tokens.ink3,
      colorTextQuaternary: tokens.ink3,
      colorTextDescription: tokens.ink2,
      colorTextPlaceholder: tokens.ink3,
      colorTextDisabled: tokens.ink3,
      colorIcon: tokens.ink2,
      colorBorder: tokens.lineStrong,
      colorBorderSecondary: tokens.line,
      colorSplit: tokens.line,
      colorBgLayout: tokens.ground,
      colorBgContainer: tokens.surface,
      controlItemBgActive: tokens.accentSoft,
      controlItemBgHover: tokens.hover,
      fontFamily: 'var(--ow-font)',
      fontFamilyCode: 'var(--ow-font-fixed)',
      fontSize: text,
      fontSizeLG: text + 1,
      controlHeight: target,
      controlHeightSM: isElder ? target : 30,
      borderRadius: 8,
      lineHeight: 1.6,
      controlOutlineWidth: 3,
      motion: !globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches,
    },
    components: {
      Button: {
        fontWeight: 500,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
      },
      Form: { labelColor: tokens.ink, itemMarginBottom: 18, verticalLabelPadding: '0 0 4px' },
      Modal: { titleFontSize: Math.round(text * 1.2) },
      Segmented: { itemColor: tokens.ink2, trackBg: tokens.idleSoft },
      Tabs: { itemColor: tokens.ink2 },
      Descriptions: { labelColor: tokens.ink2 },
    },
  };
}
