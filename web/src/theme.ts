// Light or dark: as the system says, until the reader says otherwise. This is kept in the browser; links do not carry it.
import { store } from './store';

export type Theme = 'light' | 'dark';

const key = 'clausegraph-theme';
const system = matchMedia('(prefers-color-scheme: dark)');

function kept(): Theme | null {
  try {
    const value = localStorage.getItem(key);
    return value === 'light' || value === 'dark' ? value : null;
  } catch {
    return null; // storage is forbidden
  }
}

const now = (): Theme => kept() ?? (system.matches ? 'dark' : 'light');

export const theme = store<Theme>(now());

function show(): void {
  theme.set(now());
  document.documentElement.dataset.theme = theme.get();
}

export function setTheme(value: Theme): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // It lasts as long as the page then.
  }
  theme.set(value);
  document.documentElement.dataset.theme = value;
}

system.addEventListener('change', show);
show();
