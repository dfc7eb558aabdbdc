// The control inventory of the reader's organisation. It lives as long as the page, goes to the server with each
// question, and is written nowhere: not into the address, and not into the browser's storage.
import type { ControlInput } from './generated';
import { store } from './store';

export interface Inventory {
  fileName: string;
  organization: string;
  scopes: string[];
  controls: ControlInput[];
}

export const inventory = store<Inventory | null>(null);
