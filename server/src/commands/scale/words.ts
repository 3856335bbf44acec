/** Words that the bulk community is made of. All of it is invented. */

const list = (words: string): string[] => words.split(/\s*[,\n]\s*/).filter(Boolean);

export const GIVEN_NAMES =
  list(`Adaeze, Aiko, Alasdair, Amara, Anneke, Anwen, Asha, Aurelio, Beatriz, Birgit, Bronagh, Carys,
  Chidi, Chiara, Dafydd, Dalia, Deniz, Ebele, Efua, Eilidh, Elif, Emeka, Esperanza, Fatou, Femi, Fiona, Freya, Gethin, Giulia,
  Grace, Hadiza, Halima, Hamza, Hana, Ifeoma, Ilse, Imran, Ines, Isla, Iwan, Jaya, Joaquim, Jomo, Kamal, Katarina, Kavita,
  Kwame, Laleh, Leila, Lindiwe, Lowri, Lucia, Mairead, Malik, Mariam, Mateo, Mehwish, Mercy, Mihai, Milan, Nadia, Naledi,
  Nana, Nasrin, Niamh, Nikhil, Noor, Obinna, Olga, Omar, Owen, Paloma, Parveen, Pilar, Rahul, Rania, Rhian, Rosa, Ruth, Sade,
  Saira, Samuel, Sanjay, Seren, Shanthi, Simone, Siobhan, Sofia, Suleiman, Tariq, Temba, Thandi, Tomasz, Uma, Vera, Wanjiru,
  Yasmin, Yusuf, Zainab, Zofia`);

export const FAMILY_NAMES =
  list(`Abernethy-Oduya, Achterberg, Adomako-Reeve, Akinfold, Alderwick, Amankwah-Lisle, Arrowby,
  Asante-Holt, Balogun-Shaw, Banerleigh, Barrowclough, Bellweather, Birchenall, Braithmoor, Calderstone, Carrowmore, Chandrasen,
  Cheruvale, Clavering-Nwosu, Corrigall, Dalrympton, Deverenne, Dunmorrow, Eastwick-Rao, Ekwueme-Lund, Fairbourne, Farnaby-Diallo,
  Fenwright, Garrowby, Gilhespie, Gopalwell, Greyfell, Hallamdale, Harkeness, Hawksmoore, Hollinside, Iweala-Crane, Jankovale,
  Kamara-Finch, Kellerby, Kilbrannan, Langstroth, Larkspire, Lindqvale, Lovelorn-Abebe, Marchetti-Rowe, Mbeki-Thorne, Merriwick,
  Mistry-Vale, Mokoena-Bright, Netherby, Njoroge-Blythe, Northolme, Okafor-Wray, Oldenshaw, Osei-Marlow, Pendlebrook, Penhallow,
  Quartermayne, Rahmanfield, Ravenscar, Rosendale-Ito, Saltmarshe, Sandoval-Kerr, Sharrowby, Silverdene, Sowande-Pike, Stanbridge,
  Tamsworth, Thackerwell, Thistledown, Trevanion-Musa, Underhay, Vantongeren, Varghese-Lowe, Wadsley, Waverdale, Whitlocke,
  Winterbourne, Wolstenby, Yarrowdale, Zettergren`);

/** Each profession with its regulator in the United Kingdom, if it has one. */
export const PROFESSIONS: readonly (readonly [name: string, regulator: string | null])[] = [
  ['Nurse', 'NMC'],
  ['Midwife', 'NMC'],
  ['Anaesthetist', 'GMC'],
  ['General practitioner', 'GMC'],
  ['Paediatrician', 'GMC'],
  ['Surgeon', 'GMC'],
  ['Psychiatrist', 'GMC'],
  ['Public health consultant', 'GMC'],
  ['Pharmacist', 'GPhC'],
  ['Physiotherapist', 'HCPC'],
  ['Occupational therapist', 'HCPC'],
  ['Paramedic', 'HCPC'],
  ['Radiographer', 'HCPC'],
  ['Biomedical scientist', 'HCPC'],
  ['Speech and language therapist', 'HCPC'],
  ['Dentist', 'GDC'],
  ['Biomedical engineer', null],
  ['Health economist', null],
  ['Workforce planner', null],
  ['Epidemiologist', null],
  ['Data analyst', null],
  ['Medical educator', null],
  ['Librarian', null],
  ['Estates manager', null],
  ['Community health worker', null],
];

export const EXPERTISE =
  list(`Oxygen systems, Safe surgery checklists, Workforce planning, Antimicrobial stewardship,
  Infection prevention, Triage, Neonatal resuscitation, Maternal health, Obstetric emergencies, Immunisation supply,
  Cold chain, Pharmacy procurement, Medicines information, Laboratory quality, Blood transfusion, Imaging services,
  Cancer screening, Palliative care, Mental health in primary care, School health, Nutrition, Diabetes clinics, Hypertension,
  Tuberculosis, Malaria, Trauma care, Burns care, Rehabilitation after injury, Wheelchair services, Stroke units, Critical care,
  Emergency planning, Outbreak response, Health information systems, Data quality, Digital records, Telemedicine,
  Health financing, Costing, Hospital management, Theatre scheduling, Equipment maintenance, Energy for clinics, Water and sanitation,
  Curriculum design, Clinical supervision, Simulation teaching, Examination design, Mentoring, Plain English, Pre-departure training,
  Safeguarding, Fair recruitment, Pastoral support, Induction of new staff, Volunteering programmes, Monitoring and evaluation,
  Quality improvement, Research methods, Community engagement`);

export const LANGUAGES = list(
  'fr, es, pt, ar, sw, hi, ur, bn, ml, ta, ne, yo, ha, am, zu, pl, ro, cy, de, it',
);
export const COUNTRIES = list(
  'GB, IE, KE, UG, TZ, MW, ZM, GH, NG, SL, SN, ET, RW, ZA, BW, IN, NP, LK, BD, PK, JO, FJ, WS, PE, CO, PT',
);
export const ZONES =
  list(`Europe/London, Europe/London, Europe/London, Africa/Nairobi, Africa/Lagos, Africa/Johannesburg, Asia/Kolkata,
  Asia/Kathmandu, Asia/Amman, Pacific/Apia, America/Lima`);
export const PLACES =
  list(`Northmoor, Easterby, Castlewick, Riverhead, Lakeside, Old Harbour, Marsh End, Hillcross, Stonebridge,
  Fairwater, Highfold, Long Meadow, Saltern, Greenhithe Cross, Three Wells, Market Aston`);
export const EMPLOYERS =
  list(`Community Hospital, Teaching Hospitals, District Health Office, Institute of Public Health, Mission Hospital,
  School of Nursing, Ambulance Service, Regional Laboratory, Health Partnership, Primary Care Network`);
export const CONTRIBUTIONS = list(
  'ADVISE, REVIEW, SCAN_EVIDENCE, TEACH, MENTOR, ASSESS, SPEAK, DELIVER_ON_SITE, HOST',
);

export const CIRCLES =
  list(`Reading circle, Practice exchange, Regional network, Tools and templates, Newcomers, Case discussions,
  Field notes, Supervisors, Methods, Evidence desk`);
