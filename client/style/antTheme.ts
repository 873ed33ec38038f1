import type { ThemeConfig } from 'antd';
import { theme as antTheme } from 'antd';
import { type ThemeName, tokens } from './tokens';

const fontFamily =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, -apple-system, sans-serif';

/** What a finger hits without aiming. */
const FINGER_PIXELS = 40;
const SEGMENT_FRAME_PIXELS = 4;

/**
 * Ant Design's tokens for a theme: 13/20 body, 12 labels, 15 and 20 headings, radius 6, one accent, 4 px grid. `byFinger`
 * makes every control, small ones too, as high as a finger needs.
 */
export function antThemeOf(name: ThemeName, byFinger: boolean): ThemeConfig {
  const t = tokens[name];
  const control = byFinger ? FINGER_PIXELS : 32;
  const segment = FINGER_PIXELS + SEGMENT_FRAME_PIXELS;
  return {
    algorithm: name === 'dark' ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
    token: {
      colorPrimary: t.accent,
      colorLink: t.accent,
      colorSuccess: t.met,
      colorError: t.unmet,
      colorWarning: t.unknown,
      colorInfo: t.atLimit,
      colorWarningBg: t.surfaceSunk,
      colorErrorBg: t.surfaceSunk,
      colorInfoBg: t.surfaceSunk,
      colorText: t.ink,
      colorTextSecondary: t.inkSoft,
      colorTextDescription: t.inkSoft,
      colorTextPlaceholder: t.inkSoft,
      colorBgBase: t.surface,
      colorBgContainer: t.surface,
      colorBgElevated: t.surface,
      colorBorder: t.lineStrong,
      colorBorderSecondary: t.line,
      borderRadius: 6,
      fontFamily,
      fontSize: 13,
      fontSizeSM: 12,
      fontSizeHeading4: 20,
      fontSizeHeading5: 15,
      controlHeight: control,
      ...(byFinger ? { controlHeightSM: control } : {}),
      sizeUnit: 4,
      motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      motionDurationFast: '0.1s',
      motionDurationMid: '0.15s',
      motionDurationSlow: '0.2s',
      boxShadow: t.shadow,
      boxShadowSecondary: t.shadow,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', primaryColor: name === 'dark' ? '#10201e' : '#ffffff' },
      Segmented: {
        trackBg: t.surfaceSunk,
        ...(name === 'dark' ? { itemSelectedBg: t.line } : {}),
        ...(byFinger ? { controlHeight: segment, controlHeightSM: segment } : {}),
      },
      ...(byFinger ? { Select: { optionHeight: FINGER_PIXELS }, Dropdown: { paddingBlock: 10 } } : {}),
    },
  };
}
