import { Client, Session } from '@pergola/api';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { addTexts, currentLanguage, startLanguage } from './language';
import { loadPlugins } from './loadPlugins';
import { page } from './page';
import { WaitingPage } from './WaitingPage';

const session = new Session(localStorage);
window.addEventListener('storage', session.follow);
const client = new Client({ baseUrl: page.api, session, language: currentLanguage, socket: `${page.root}/ws` });

const [loaded] = await Promise.all([loadPlugins(client), startLanguage()]);
addTexts(loaded.plugins);
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(loaded.isWaiting ? <WaitingPage client={client} /> : <App client={client} loaded={loaded} />);
}
