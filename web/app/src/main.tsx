import { Client, Session } from '@pergola/api';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { currentLanguage, startLanguage } from './language';
import { page } from './page';

const session = new Session(localStorage);
window.addEventListener('storage', session.follow);
const client = new Client({ baseUrl: page.api, session, language: currentLanguage, socket: `${page.root}/ws` });

await startLanguage();
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(<App client={client} />);
}
