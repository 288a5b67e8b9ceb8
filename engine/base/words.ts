/** The languages of texts for people: every such text exists in both. */

/** The language of a text: Chinese or English. */
export type Language = 'zh' | 'en';

/** A text for people in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}
