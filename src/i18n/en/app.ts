import type { zhApp } from '../zh/app.ts';

export const enApp: Record<keyof typeof zhApp, string> = {
  'app.name': 'Sizhi',
};
