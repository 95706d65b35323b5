/** Words that carry no meaning of their own: those that are not to be stressed, and those that no talk is about. */

/** The light words of one language. In lower case, Russian ones with «е» for «ё». */
interface LightWords {
  /** Articles, prepositions and conjunctions that only join: a stress on one is hardly ever meant. */
  readonly joining: ReadonlySet<string>;
  /** Pronouns, auxiliaries, particles, common adverbs: they may be stressed, but no talk is about them. */
  readonly common: ReadonlySet<string>;
}

/**
 * English. Words that are also adverbs (on, off, up, over, in) or that are stressed for contrast (but, without, if) do
 * not only join.
 */
const ENGLISH: LightWords = {
  joining: listed(`
    a, an, the, of, to, at, from, for, with, by, into, onto, upon, as, than, and, or`),
  common: listed(`
    i, me, my, mine, myself, you, your, yours, yourself, he, him, his, she, her, hers, it, its, itself, we, us, our,
    ours, ourselves, they, them, their, theirs, themselves, this, that, these, those, who, whom, whose, which, what,
    when, where, why, how, whether, if, but, so, because, although, though, while, until, unless, since, in, on, off, up,
    down, out, over, under, about, after, before, between, through, during, without, within, against, among, around, be, am,
    is, are, was, were, been, being, do, does, did, done, doing, have, has, had, having, will, would, shall, should, can,
    could, may, might, must, ought, let, get, got, go, goes, went, going, come, came, make, made, say, said, says, know, think,
    see, want, take, give, put, not, no, yes, nor, neither, either, both, all, any, some, each, every, many, much, more, most,
    few, little, less, least, other, another, such, same, own, very, too, also, just, only, even, still, already, yet, again,
    now, then, here, there, always, never, ever, often, well, really, actually, basically, maybe, perhaps, quite, rather, almost,
    thing, things, way, ways, lot, one, ones, something, anything, nothing, everything, someone, anyone, everyone, nobody,
    somebody, everybody, mr, mrs, ms, okay, ok, oh, like, thank, thanks, please`),
};

/** Russian. */
const RUSSIAN: LightWords = {
  joining: listed(`
    в, во, на, с, со, к, ко, из, изо, от, ото, до, по, за, под, подо, над, о, об, обо, у, для, при, через, и, или, чтобы, бы,
    ли, же`),
  common: listed(`
    я, меня, мне, мной, ты, тебя, тебе, тобой, он, его, ему, им, нем, она, ее, ей, ней, оно, мы, нас, нам, нами, вы, вас, вам,
    вами, они, их, ими, них, ним, ними, себя, себе, собой, мой, моя, мое, мои, твой, твоя, свой, своя, свое, свои, своего, своей,
    своих, наш, наша, наше, наши, нашего, нашей, наших, ваш, ваша, ваше, ваши, этот, эта, это, эти, этого, этой, этих, этом, этим,
    тот, та, то, те, того, той, тех, том, тем, такой, такая, такое, такие, такого, таких, кто, кого, кому, кем, что, чего, чему,
    чем, какой, какая, какое, какие, который, которая, которое, которые, которого, которых, чей, где, куда, откуда, когда, почему,
    зачем, как, сколько, если, но, а, да, нет, не, ни, потому, поэтому, хотя, пока, ведь, вот, вон, даже, уже, еще, только, лишь,
    именно, просто, тоже, также, так, там, тут, здесь, сюда, туда, тогда, теперь, сейчас, потом, затем, всегда, никогда, иногда,
    опять, снова, очень, более, менее, больше, меньше, много, мало, весь, вся, все, всего, всей, всех, всем, всеми, сам, сама, само,
    сами, другой, другая, другие, каждый, каждая, каждое, любой, один, одна, одно, одни, без, перед, передо, между, после, против,
    около, вокруг, среди, ради, кроме, про, сквозь, быть, был, была, было, были, будет, будут, буду, будем, есть, стал, стала, стало,
    стали, мочь, может, могут, могу, можем, мог, могла, можно, нужно, надо, нельзя, должен, должна, должны, хотеть, хочу, хочет,
    говорить, говорит, сказать, сказал, знать, знаю, знаете, значит, ну, типа, короче, собственно, например, конечно, наверное, вообще,
    ладно, хорошо, спасибо, пожалуйста, дело, раз, вещь, вещи, человек, люди`),
};

const LIGHT_WORDS: ReadonlyMap<string, LightWords> = new Map([
  ['en', ENGLISH],
  ['ru', RUSSIAN],
]);

/** Whether a spoken word only joins others: an article, a preposition, a conjunction. */
export function isJoining(word: string, language: string): boolean {
  return LIGHT_WORDS.get(language)?.joining.has(plain(word)) === true;
}

/** Whether a spoken word is so common that no talk is about it; joining words are, and their contractions. */
export function isCommon(word: string, language: string): boolean {
  const words = LIGHT_WORDS.get(language);
  const form = plain(word).replace(/['’].*$/u, '');
  return words?.joining.has(form) === true || words?.common.has(form) === true;
}

/** In lower case, «е» for «ё». */
export function plain(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е');
}

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(',').map((word) => word.trim()));
}
