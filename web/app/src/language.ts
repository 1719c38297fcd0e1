import { isLanguage, titles, type Language, type WebPlugin } from '@pergola/plugin';
import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { loadPublished } from './publishedTexts';

const translator = createInstance();
const key = 'NOCOBASE_LOCALE';

const texts: Record<Language, () => Promise<{ texts: Record<string, string> }>> = {
  'en-US': () => import('virtual:locale/en-US'),
  'zh-CN': () => import('virtual:locale/zh-CN'),
  'sv-SE': () => import('virtual:locale/sv-SE'),
};

const brought: Record<Language, Record<string, string>[]> = { 'en-US': [], 'zh-CN': [], 'sv-SE': [] };

/** Chosen before, else the browser's first language that we speak. */
function preferred(): Language {
  const stored = localStorage.getItem(key);
  if (isLanguage(stored)) {
    return stored;
  }
  const spoken = Object.keys(texts) as Language[];
  const wanted = navigator.languages
    .map((tag) => spoken.find((language) => language.slice(0, 2) === tag.slice(0, 2).toLowerCase()))
    .find((language) => language !== undefined);
  return wanted ?? 'en-US';
}

async function load(language: Language): Promise<void> {
  if (!translator.hasResourceBundle(language, 'translation')) {
    const loaded = await texts[language]();
    translator.addResourceBundle(language, 'translation', loaded.texts);
    addBrought(language);
    void publish(language);
  }
  document.documentElement.lang = language;
}

/** What people of the app translated goes before the texts of the product, and comes when it comes. */
async function publish(language: Language): Promise<void> {
  const published = await loadPublished(language);
  if (published) {
    const loaded = await texts[language]();
    translator.addResourceBundle(language, titles, published.titles, false, true);
    translator.addResourceBundle(language, 'translation', { ...loaded.texts, ...published.texts }, false, true);
  }
}

export async function startLanguage(): Promise<void> {
  const language = preferred();
  await translator.use(initReactI18next).init({
    lng: language,
    resources: {},
    // The keys are English sentences, as in the texts of the server.
    keySeparator: false,
    nsSeparator: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
    returnEmptyString: false,
    react: { bindI18nStore: 'added' },
  });
  window.addEventListener('pergola:texts', () => {
    const now = translator.language;
    if (isLanguage(now)) {
      void publish(now);
    }
  });
  await load(language);
  await translator.changeLanguage(language);
}

/** Texts that plugins bring along; none of them takes the place of a text of ours. */
export function addTexts(plugins: readonly WebPlugin[]): void {
  for (const { texts: own } of plugins) {
    for (const [language, words] of Object.entries(own ?? {})) {
      if (isLanguage(language)) {
        brought[language].push(words);
      }
    }
  }
  for (const language of Object.keys(brought).filter(isLanguage)) {
    addBrought(language);
  }
}

function addBrought(language: Language): void {
  if (translator.hasResourceBundle(language, 'translation')) {
    brought[language].forEach((words) => translator.addResourceBundle(language, 'translation', words, true, false));
  }
}

export async function chooseLanguage(language: Language): Promise<void> {
  await load(language);
  localStorage.setItem(key, language);
  await translator.changeLanguage(language);
}

export const hasChosenLanguage = (): boolean => isLanguage(localStorage.getItem(key));

export const currentLanguage = (): string => translator.language;
