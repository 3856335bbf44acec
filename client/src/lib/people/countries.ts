import { locale, localeTag } from '#lib/say/locale.ts';
import type { Option } from '#lib/ui/option.ts';

/** The name of a country, or its code where no name is known. */
export function countryName(code: string): string {
  // The lookup refuses anything that is not shaped like a code.
  return /^[A-Z]{2}$/.test(code) ? (namesHere().of(code) ?? code) : code;
}

/** Every country to choose from, by name. */
export function countryOptions(): Option[] {
  const options = CODES.map((value) => ({ value, text: countryName(value) }));
  if (locale() === 'en') return options;
  const order = new Intl.Collator(localeTag());
  return options.sort((a, b) => order.compare(a.text, b.text));
}

const names = new Map<string, Intl.DisplayNames>();

function namesHere(): Intl.DisplayNames {
  const tag = localeTag();
  let made = names.get(tag);
  if (!made) names.set(tag, (made = new Intl.DisplayNames(tag, { type: 'region' })));
  return made;
}

/** ISO 3166 alpha-2, in the order of the English names, so that every browser shows the same order. */
const CODES: readonly string[] = `
  AF AX AL DZ AS AD AO AI AQ AG AR AM AW AU AT AZ BS BH BD BB BY BE BZ BJ BM BT BO BA BW BV BR IO VG BN BG BF BI KH CM
  CA CV BQ KY CF TD CL CN CX CC CO KM CG CD CK CR CI HR CU CW CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FK FO FJ FI FR
  GF PF TF GA GM GE DE GH GI GR GL GD GP GU GT GG GN GW GY HT HM HN HK HU IS IN ID IR IQ IE IM IL IT JM JP JE JO KZ KE
  KI KW KG LA LV LB LS LR LY LI LT LU MO MG MW MY MV ML MT MH MQ MR MU YT MX FM MD MC MN ME MS MA MZ MM NA NR NP NL NC
  NZ NI NE NG NU NF KP MK MP NO OM PK PW PS PA PG PY PE PH PN PL PT PR QA RE RO RU RW WS SM ST SA SN RS SC SL SG SX SK
  SI SB SO ZA GS KR SS ES LK BL SH KN LC MF PM VC SD SR SJ SE CH SY TW TJ TZ TH TL TG TK TO TT TN TR TM TC TV UG UA AE
  GB US UY UM VI UZ VU VA VE VN WF EH YE ZM ZW`
  .trim()
  .split(/\s+/);
