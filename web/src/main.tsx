import { render } from 'preact';
import { App } from './app';
import { preferred } from './i18n';
import { go, href, parse } from './route';
import './style/base.css';
import './style/shell.css';
import './style/parts.css';
import './style/coverage.css';
import './style/todo.css';
import './style/explain.css';
import './style/search.css';
import './style/crosswalk.css';
import './style/overlap.css';
import './style/neighbourhood.css';
import './style/facts.css';
import './style/small.css';
import './style/print.css';

// A link says its language; a first visit speaks the browser's.
const route = parse(location.hash);
if (!route.params.get('lang')) go(href(route, route.view, { lang: preferred() }), true);

render(<App />, document.getElementById('app') as HTMLElement);
