/** Sentences with places for words: {topic}, {place}, {number}. Put together they read like people at work. */

export const TITLES = [
  'What works for {topic} when there is no money for it?',
  '{topic}: what we changed in {place}',
  'Starting {topic} from nothing',
  'Who has a one-page guide to {topic}?',
  '{topic} on a night shift',
  'Three mistakes with {topic} and what they taught us',
  'Teaching {topic} in an afternoon',
  'How do you measure {topic} honestly?',
  '{topic} after the visitors have gone home',
  'A checklist for {topic} that people really use',
  'Handing {topic} over to the next team',
  '{topic} in {place}: questions before we begin',
  'Reading on {topic}, with comments',
  'Is {topic} worth a full post?',
  'When {topic} fails quietly',
  '{topic} with four people and one cupboard',
];

/** The first paragraph of a discussion or a long reply: it names the topic. */
export const OPENINGS = [
  'We have been working on {topic} for about {number} months, and I should like to hear how others went about it.',
  'At our hospital {topic} was always somebody else’s job, until the somebody left.',
  'I am preparing a short session on {topic} and would rather begin from your experience than from slides.',
  'Our last review named {topic} as the thing that would help most, and gave no hint about how.',
  'Most of what is written about {topic} assumes twice the staff we have.',
  'I came back from {place} last month with more questions about {topic} than I took there.',
  'On {topic} I have changed my mind, and it took {number} years.',
  'There is a gap between what our policy says about {topic} and what happens at three in the morning.',
  'For {topic} we tried the textbook way first; this is what we do instead.',
  'May I ask something simple about {topic}, which everyone here seems to know already?',
];

export const SENTENCES = [
  'We began with one ward, because one ward can be put right in a week.',
  'The first version was too long and nobody filled it in.',
  'It helped that the night staff wrote the second version themselves.',
  'After {number} weeks we stopped counting and began to listen.',
  'The equipment was never the problem; the missing spare part was.',
  'I would ask the people who clean the room before anyone else.',
  'Our figures look better than they are, because a bad week is rarely written down.',
  'A colleague in {place} showed us a way that needs no computer.',
  'I disagree a little: the training was fine, and the rota was not.',
  'We keep it on the wall, next to the kettle, where it is read.',
  'Please do not copy our form before you have cut it in half.',
  'The cost was about {number} hours of one person’s time each month.',
  'What surprised me was how much depended on the porter.',
  'It worked for a year and then the lead moved on, which taught us to have two.',
  'We tested it on people who had never seen it, and they found {number} faults before tea.',
  'The hosts asked for something else, and they were right.',
  'I can share the file once I have taken our names out of it.',
  'Nobody had asked those who use the service, so we did.',
  'The checklist has nine lines now and used to have forty.',
  'Some of this would not work in a smaller place, but the order of the steps would.',
  'My advice is to agree first on what you will stop doing.',
  'We still have no good answer for weekends.',
  'The evidence is thin, and most of it comes from large hospitals.',
  'It took three meetings to find out that we meant different things by the same word.',
  'A short call every fortnight did more than the two-day workshop.',
  'Small numbers move about a good deal, so we look at a whole year.',
  'The supplier answered in the end, after we wrote with a date and a name.',
  'I would do it again, and I would begin with the storeroom.',
  'Thank you, that is the part I was missing.',
  'We translated it twice, and the second time with someone who does the work.',
  'Visitors are welcome to try it, if they leave the notes behind.',
  'The handover is spoken first and written afterwards.',
  'On paper the two posts overlap; in practice they never meet.',
  'Ask {place}: they ran it for {number} months before they wrote anything down.',
  'It is dull work and it is the work that lasts.',
  'We lost a season by waiting for perfect data.',
  'One person must be able to say no, and everyone must know who it is.',
  'The next step for us is to teach it without me in the room.',
  'I have seen this done well twice, and both times a nurse led it.',
  'That matches what we found, apart from the last point.',
];

export const EVIDENCE = [
  'Led this for {number} years across two hospitals and trained those who took it over.',
  'Set it up in {place} and went back a year later to see what was left.',
  'Wrote the local guide and revised it with the people who use it.',
  'Teaches it twice a year to mixed groups.',
  'Runs the monthly review and keeps the figures.',
  'Was asked to advise {place} and stayed with the work for {number} months.',
];

export const ABOUT = [
  'I like work with a clear question and an end date.',
  'Most of my week is clinical; the rest goes to teaching and to paperwork that helps nobody.',
  'I have worked in more than one health system and try not to compare them aloud.',
  'I came to this through a mistake, which I am happy to describe.',
  'Short pieces of remote work suit me best.',
  'I answer slowly during school holidays.',
  'Ask me early: I say no kindly and yes seldom.',
];

export const REQUEST_TITLES = [
  'Review a short guide to {topic}',
  'Two advisers on {topic} for a partner in {place}',
  'A teaching session on {topic} that travels',
  'Scan the evidence on {topic}',
  'Mentors for a team that is new to {topic}',
  'Look over our plan for {topic} before it is printed',
];

export const PROBLEMS = [
  'A partner in {place} has asked for help with {topic}, and we have nobody who has done it outside a large hospital.',
  'Our material on {topic} is {number} years old and is read by people who arrive next month.',
  'The team responsible for {topic} is new, keen and without anybody to ask.',
];

export const OUTCOMES_WANTED = [
  'Four pages that a busy person can use, with sources.',
  'A plan the partner can carry on without us.',
  'Comments in order of importance, and one honest paragraph about what to leave out.',
];

export const TRIED = [
  'We asked two colleagues, who contradicted each other.',
  'An earlier guide was too long to be used.',
  'A workshop was held and left no trace.',
];

export const OFFERS = [
  'I have done this twice and can begin next week.',
  'I can take the first half and would like to see the draft before I promise more.',
  'This is close to my daily work; a call of half an hour would tell us whether I am the right person.',
];
