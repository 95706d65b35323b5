/** English forms that no rule gives: irregular verbs, plurals and comparatives, with the form that dictionaries list. */

/** Past tense and past participle of each verb; the same twice where they do not differ. */
const VERBS = `
  arise arose arisen, awake awoke awoken, bear bore borne, beat beat beaten, become became become, begin began begun,
  bend bent bent, bet bet bet, bind bound bound, bite bit bitten, bleed bled bled, blow blew blown, break broke broken,
  breed bred bred, bring brought brought, build built built, burn burnt burnt, burst burst burst, buy bought bought,
  catch caught caught, choose chose chosen, cling clung clung, come came come, cost cost cost, creep crept crept,
  cut cut cut, deal dealt dealt, dig dug dug, do did done, draw drew drawn, dream dreamt dreamt, drink drank drunk,
  drive drove driven, eat ate eaten, fall fell fallen, feed fed fed, feel felt felt, fight fought fought,
  find found found, flee fled fled, fling flung flung, fly flew flown, forbid forbade forbidden, forget forgot forgotten,
  forgive forgave forgiven, freeze froze frozen, get got gotten, give gave given, go went gone, grind ground ground,
  grow grew grown, hang hung hung, have had had, hear heard heard, hide hid hidden, hit hit hit, hold held held,
  hurt hurt hurt, keep kept kept, kneel knelt knelt, know knew known, lay laid laid, lead led led, leap leapt leapt,
  learn learnt learnt, leave left left, lend lent lent, let let let, lie lay lain, light lit lit, lose lost lost,
  make made made, mean meant meant, meet met met, mistake mistook mistaken, overcome overcame overcome, pay paid paid,
  prove proved proven, put put put, quit quit quit, read read read, ride rode ridden, ring rang rung, rise rose risen,
  run ran run, say said said, see saw seen, seek sought sought, sell sold sold, send sent sent, set set set,
  shake shook shaken, shed shed shed, shine shone shone, shoot shot shot, show showed shown, shrink shrank shrunk,
  shut shut shut, sing sang sung, sink sank sunk, sit sat sat, sleep slept slept, slide slid slid, speak spoke spoken,
  spend spent spent, spin spun spun, split split split, spread spread spread, spring sprang sprung, stand stood stood,
  steal stole stolen, stick stuck stuck, sting stung stung, strike struck struck, swear swore sworn, sweep swept swept,
  swim swam swum, swing swung swung, take took taken, teach taught taught, tear tore torn, tell told told,
  think thought thought, throw threw thrown, undergo underwent undergone, understand understood understood,
  undertake undertook undertaken, wake woke woken, wear wore worn, weave wove woven, weep wept wept, win won won,
  wind wound wound, withdraw withdrew withdrawn, write wrote written`;

const OTHERS = `
  am be, is be, are be, was be, were be, been be, being be, has have, does do, goes go, men man, women woman, children child,
  feet foot, teeth tooth, mice mouse, geese goose, people person, lives life, wives wife, knives knife, leaves leaf,
  halves half, selves self, shelves shelf, wolves wolf, thieves thief, analyses analysis, crises crisis, theses thesis,
  hypotheses hypothesis, phenomena phenomenon, criteria criterion, better good, best good, worse bad, worst bad,
  created create, creating create, dying die, lying lie, tying tie, an a, these this, those that`;

/** Words that are themselves though they look like forms of another. */
const WHOLE = `
  this his us is as was yes its has thus bus gas plus lens news series species always perhaps besides sometimes across
  towards physics mathematics economics politics ethics statistics something nothing anything everything during morning
  evening spring string king thing ring wing bring sing ceiling building wedding feeling meaning meeting hundred need
  seed speed feed red bed indeed sacred naked hatred exceed proceed succeed embed shed bred sled wed united ever never
  over under after other another either neither rather whether together however water number member matter paper power
  order answer offer river sister brother mother father letter summer winter center computer teacher best rest test west
  interest forest honest modest request suggest guest quest contest protest less unless process success access address
  business progress express press class glass mass pass loss boss cross stress dress focus status virus bonus campus
  census consensus chaos basis crisis analysis thesis hypothesis emphasis paris texas james thomas christmas`;

interface Tables {
  /** From a form to the listed one. */
  readonly lemmas: ReadonlyMap<string, string>;
  /** Forms that follow "was" in a passive. */
  readonly participles: ReadonlySet<string>;
  readonly verbs: ReadonlySet<string>;
}

/** See {@link Tables}; "found", "lay", "saw", "left", "ground" and "wound" are read as the commoner verb. */
export const IRREGULAR: Tables = readTables();

function readTables(): Tables {
  const rows = VERBS.trim()
    .split(/,\s*/)
    .map((row) => row.split(' '));
  const lemmas = new Map<string, string>();
  for (const [base = '', ...forms] of rows) {
    for (const form of forms) {
      lemmas.set(form, lemmas.get(form) ?? base);
    }
  }
  for (const [base = ''] of rows) {
    // A verb that looks like the past of another, such as "lay", stays itself.
    lemmas.set(base, base);
  }
  for (const row of OTHERS.trim().split(/,\s*/)) {
    const [form = '', base = ''] = row.split(' ');
    lemmas.set(form, base);
  }
  for (const word of WHOLE.trim().split(/\s+/)) {
    if (!lemmas.has(word)) {
      lemmas.set(word, word);
    }
  }
  return {
    lemmas,
    participles: new Set(rows.map((row) => row[2] ?? '')),
    verbs: new Set(rows.map(([base = '']) => base)),
  };
}
