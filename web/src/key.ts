// The key or token that opens a server which does not let everybody read. It lives as long as the page.
import { store } from './store';

export const key = store('');
