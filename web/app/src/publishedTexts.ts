import { page } from './page';

interface Published {
  /** By the text of the product they stand for. */
  texts: Record<string, string>;
  /** By the title somebody gave. */
  titles: Record<string, string>;
}

interface Answer {
  data: { lang: string; resources: Record<string, Record<string, string>> };
}

const namespaces = ['lm-published', 'lm-collections', 'lm-desktop-routes'];

/** What was published in a language; null when the app does not speak it, or cannot be asked. */
export async function loadPublished(language: string): Promise<Published | null> {
  try {
    const query = new URLSearchParams({ locale: language, ns: namespaces.join(',') });
    const response = await fetch(`${page.api}app:getLang?${query}`, { headers: { 'X-Locale': language } });
    if (!response.ok) {
      return null;
    }
    const { data } = (await response.json()) as Answer;
    const { 'lm-published': texts = {}, ...titles } = data.resources;
    return data.lang === language ? { texts, titles: Object.assign({}, ...Object.values(titles)) } : null;
  } catch {
    // The product's own texts say everything there is to say.
    return null;
  }
}
