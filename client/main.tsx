import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { makeQueryClient } from './answers';
import './style/base.css';
import './style/finger.css';
import { applyTokens } from './style/tokens';
import { i18n } from './text/i18n';
import { addressNow } from './url';

const { language, theme } = addressNow();
applyTokens(theme);
void i18n.changeLanguage(language);

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={makeQueryClient()}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
