import { Migration } from '@mikro-orm/migrations';

/**
 * Search reads the rows themselves through indexes over expressions, so what was removed a moment ago is gone. The
 * functions are self-contained: an index may be rebuilt where no search path is set.
 */
export class Search0010 extends Migration {
  override up(): void {
    this.addSql('create extension if not exists pg_trgm');
    this.addSql(`create function search_text(written text) returns text
      language sql immutable strict parallel safe as $$ select ${textOf('written')} $$`);
    this.addSql(`create function search_words(written text) returns tsvector
      language sql immutable strict parallel safe as $$ select ${wordsOf('written')} $$`);
    this.addSql(`create function search_list(written text[]) returns text
      language sql immutable strict parallel safe as $$ select array_to_string(written, ' ') $$`);

    for (const [name, table, document] of SHORT) {
      this.addSql(`create index ${name}_words on ${table} using gin (search_words(${document}))`);
      this.addSql(`create index ${name}_like on ${table} using gin (search_text(${document}) gin_trgm_ops)`);
    }
    for (const [name, table, document] of LONG) {
      this.addSql(`create index ${name}_words on ${table} using gin (search_words(${document}))`);
    }
  }
}

const SHORT = [
  ['person_search', 'person', 'display_name'],
  ['expertise_search', 'expertise', 'name'],
  ['discussion_search', 'discussion', "title || ' ' || summary"],
  ['request_search', 'request', "title || ' ' || summary"],
  ['group_search', '"group"', "name || ' ' || purpose"],
  [
    'profile_search',
    'profile',
    "coalesce(headline, '') || ' ' || coalesce(profession, '') || ' ' || coalesce(organisation, '') || ' ' || coalesce(place, '') || ' ' || search_list(specialties)",
  ],
] as const;

const LONG = [
  ['reply_search', 'reply', 'body'],
  ['profile_about_search', 'profile', "coalesce(about, '')"],
  ['request_text_search', 'request', "problem || ' ' || desired_outcome || ' ' || already_tried"],
] as const;

const MARKS = String.raw`\u00AD\u0300-\u036F\u0483-\u0487\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFE00-\uFE0F\uFEFF`;
const SEPARATORS = String.raw`\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00A9\u00AB-\u00B4\u00B6-\u00B9\u00BB\u00BF\u00D7\u00F7\u02C2-\u02DF\u037E\u0387\u055A-\u055F\u0589\u058A\u05BE\u05C0\u05C3\u05C6\u05F3\u05F4\u0600-\u060F\u061B-\u061F\u066A-\u066D\u06D4\u06DD\u06DE\u06E9\u06FD\u06FE\u0964\u0965\u2000-\u206F\u20A0-\u20CF\u2190-\u2BFF\u2E00-\u2E7F\u3000-\u3004\u3008-\u3020\u3030\u303D-\u303F\uE000-\uF8FF\uFD3E\uFD3F\uFFF0-\uFFFF\U0001F000-\U0001FAFF`;
const UNSPACED = String.raw`\u0E00-\u0E7F\u0E80-\u0EFF\u3040-\u30FF\u3400-\u9FFF`;
const LETTERS = ['øłđðħıŋςىیکةھہە٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', 'olddhinσييكهههه01234567890123456789'] as const;

/** SQL: the words of a text without case, accents, vowel signs and the Arabic article, one blank between them. */
function textOf(of: string): string {
  const bare = String.raw`lower(regexp_replace(normalize(left(${of}, 50000), NFKD), '[${MARKS}]', '', 'g'))`;
  const same = `replace(replace(replace(replace(translate(${bare}, '${LETTERS[0]}', '${LETTERS[1]}'),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th')`;
  const spaced = String.raw`regexp_replace(regexp_replace(${same}, '([${UNSPACED}])', ' \1 ', 'g'), '[${SEPARATORS}]+', ' ', 'g')`;
  return String.raw`regexp_replace(btrim(${spaced}), '(^| )(?:[وفبك]?ال|لل)(?=[^ ]{3})', '\1', 'g')`;
}

/** SQL: the same words as a set. A word is cut to what the database can keep. */
function wordsOf(of: string): string {
  return `array_to_tsvector(array(
    select distinct left(word, 60) from unnest(string_to_array(${textOf(of)}, ' ')) word where word <> ''))`;
}
