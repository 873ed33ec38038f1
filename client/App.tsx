import { App as AntApp, ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB';
import zhCN from 'antd/locale/zh_CN';
import { useLayoutEffect } from 'react';
import { MapHandProvider } from './map/hand';
import { Shell } from './shell/Shell';
import { useNarrow } from './shell/useNarrow';
import { antThemeOf } from './style/antTheme';
import { applyTokens } from './style/tokens';
import { i18n } from './text/i18n';
import { useAddress } from './url';

/** The page: theme and language from the address, then the shell with its three faces. */
export function App() {
  const [{ language, theme }] = useAddress();
  const narrow = useNarrow();
  useLayoutEffect(() => {
    applyTokens(theme);
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    void i18n.changeLanguage(language);
  }, [language, theme]);
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enGB}
      theme={antThemeOf(theme, narrow)}
      button={{ autoInsertSpace: false }}
    >
      <AntApp component={false} notification={{ placement: 'bottomLeft' }}>
        <MapHandProvider>
          <Shell />
        </MapHandProvider>
      </AntApp>
    </ConfigProvider>
  );
}
