/** The languages the pages speak, the first for whoever asks for none of them. */
export const LANGUAGES = ['en', 'fr', 'ar'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Each in its own words, for whoever looks for theirs among the others. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', fr: 'Français', ar: 'العربية' };

/** With digits and months as the pages write them: the same digits everywhere, because replies are numbered. */
export const TAGS: Record<Language, string> = { en: 'en-GB', fr: 'fr', ar: 'ar-u-nu-latn' };

export function isLanguage(text: string | null | undefined): text is Language {
  return LANGUAGES.some((language) => language === text);
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** The first language of an Accept-Language header that we speak, heaviest first. */
export function preferredOf(header: string | null): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...settings] = part.trim().split(';');
      const weight = Number(settings.find((setting) => setting.trim().startsWith('q='))?.split('=')[1] ?? 1);
      return { language: tag.trim().toLowerCase().split('-')[0], weight: Number.isNaN(weight) ? 0 : weight };
    })
    .filter(({ weight }) => weight > 0)
    .sort((left, right) => right.weight - left.weight);
  for (const { language } of wanted) if (isLanguage(language)) return language;
  return 'en';
}
