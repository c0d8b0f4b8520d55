/** Who works here, as typed once: every step bears it. Empty: unsigned. */
import { create } from 'zustand';

const STORAGE_KEY = 'sizhi.operator';
export const OPERATOR_LENGTH = 40;

export const useOperator = create<{ name: string }>()(() => ({ name: remembered() }));

export function setOperator(name: string): void {
  useOperator.setState({ name });
  try {
    localStorage.setItem(STORAGE_KEY, name);
  } catch {
    // Storage may be forbidden; the name then lasts as long as the page.
  }
}

function remembered(): string {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? '';
  } catch {
    return '';
  }
}
