/** What the doctor says of the models: each that is here, and what is taken for speech in each language. */
import { createRequire } from 'node:module';
import { AppError, describeError } from '../errors/index.ts';
import type { ModelStatus, Models } from '../speech/index.ts';
import type { Check, CheckFacts } from './doctor-checks.ts';
import { LANGUAGES } from './models/list-text.ts';
import { noneThatIsWhole } from './models/list.ts';
import { describeState } from './models/verify.ts';

/** What the settings call the owner's transcription server. */
const REMOTE = 'remote';

/** What is looked at. */
export interface ModelFacts extends CheckFacts {
  readonly models: Pick<Models, 'list' | 'verify' | 'best'>;
  /** The model that the settings name, or `auto`. */
  readonly speechModel: string;
  readonly transcriptionUrl?: string | undefined;
  /** Whether the optional engine is installed. Default: looks. */
  readonly hasSherpa?: () => boolean;
}

/**
 * Whether there are models to work with, and whether they are whole: every file is read and its hash compared. A
 * language without a model deserves a look and no more: its owner may never hear it.
 */
export async function checkModels(facts: ModelFacts): Promise<readonly Check[]> {
  const { models, speechModel, hasSherpa = isSherpaInstalled } = facts;
  const [here, known] = await Promise.all([models.verify(), models.list()]);
  const needed = known.filter(({ name, role }) => role === 'vad' || name === speechModel);
  const isNamed = speechModel !== 'auto' && speechModel !== REMOTE;
  const isUnknown = isNamed && known.every(({ name }) => name !== speechModel);
  const missing = needed.filter(({ name }) => here.every((each) => each.name !== name));
  const recognizers = here.filter(({ role }) => role === 'recognizer');
  const onSherpa = recognizers.filter(({ engine }) => engine === 'sherpa');
  return [
    ...[...missing, ...here].map((status) => checkModel(status, facts)),
    ...(isUnknown ? [unknownModel(facts)] : []),
    ...(onSherpa.length > 0 ? [checkSherpa(onSherpa, hasSherpa(), facts)] : []),
    ...(await checkSpeech(recognizers, facts)),
  ];
}

/** Who hears: the owner's server, or a model for each language. */
async function checkSpeech(
  recognizers: readonly ModelStatus[],
  facts: ModelFacts,
): Promise<readonly Check[]> {
  if (facts.speechModel === REMOTE) {
    return [checkRemote(facts)];
  }
  return recognizers.length === 0
    ? [noRecognizer(facts)]
    : Promise.all(LANGUAGES.map((language) => checkLanguage(language, recognizers, facts)));
}

function checkModel(status: ModelStatus, { texts: { doctor }, locale }: CheckFacts): Check {
  const check = { id: `model:${status.name}`, title: doctor.titles.model(status.name) };
  const error = describeState(status, locale);
  return error === undefined
    ? { ...check, state: 'ok', found: doctor.installed }
    : { ...check, state: 'fail', found: error.message, mend: error.mend };
}

function unknownModel({ speechModel, texts: { doctor } }: ModelFacts): Check {
  const check = { id: `model:${speechModel}`, title: doctor.titles.model(speechModel) };
  return { ...check, state: 'fail', found: doctor.noSuchModel, mend: doctor.mendUnknown };
}

/** Whether the server is named; it is not asked, for that would already tell it something. */
function checkRemote({ transcriptionUrl, texts: { doctor }, locale }: ModelFacts): Check {
  const check = { id: 'remote', title: doctor.titles.remote };
  if (transcriptionUrl !== undefined) {
    return { ...check, state: 'ok', found: transcriptionUrl };
  }
  const { message, mend } = describeError(new AppError('remote-missing'), locale);
  return { ...check, state: 'fail', found: message, mend };
}

function noRecognizer({ texts: { doctor }, locale }: CheckFacts): Check {
  const { titles, mendPull } = doctor;
  const found = doctor.noRecognizer;
  return { id: 'recognizer', title: titles.recognizer, state: 'fail', found, mend: mendPull(locale) };
}

/** What is taken for speech in a language, and why. */
async function checkLanguage(
  language: (typeof LANGUAGES)[number],
  recognizers: readonly ModelStatus[],
  { models, speechModel, texts: { doctor }, locale }: ModelFacts,
): Promise<Check> {
  const check = { id: `speech:${language}`, title: doctor.titles.speech(language) };
  if (speechModel !== 'auto') {
    const knows = recognizers.some(
      ({ name, languages }) => name === speechModel && languages.includes(language),
    );
    return knows
      ? { ...check, state: 'ok', found: doctor.chosenBySetting(speechModel) }
      : { ...check, state: 'warn', found: doctor.noModelFor, mend: doctor.mendSetting(speechModel) };
  }
  const choice = await models.best(language).catch(noneThatIsWhole);
  return choice === undefined
    ? { ...check, state: 'warn', found: doctor.noModelFor, mend: doctor.mendPull(language) }
    : { ...check, state: 'ok', found: `${choice.model.name}. ${choice.reason[locale]}` };
}

function checkSherpa(
  users: readonly ModelStatus[],
  isHere: boolean,
  { texts: { doctor } }: CheckFacts,
): Check {
  const check = { id: 'sherpa', title: doctor.titles.sherpa };
  const names = users.map(({ name }) => name).join(', ');
  return isHere
    ? { ...check, state: 'ok', found: doctor.installed }
    : { ...check, state: 'fail', found: doctor.sherpaMissing, mend: doctor.mendSherpa(names) };
}

/** The optional package with its binary for this system; it is not loaded, for what it loads cannot be let go. */
function isSherpaInstalled(): boolean {
  try {
    const entry = createRequire(import.meta.url).resolve('sherpa-onnx-node');
    const platform = process.platform === 'win32' ? 'win' : process.platform;
    createRequire(entry).resolve(`sherpa-onnx-${platform}-${process.arch}/package.json`);
    return true;
  } catch {
    return false;
  }
}
