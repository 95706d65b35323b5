/** `doctor`: looks at the machine, and says what is there, what is missing, and how to mend it. */
import { styleText } from 'node:util';
import { toPrintable } from '../errors/index.ts';
import { createSilentLogger } from '../telemetry/index.ts';
import { composeMedia } from './compose.ts';
import type { Check, CheckState } from './doctor-checks.ts';
import { checkCores, checkFolder, checkMemory, checkNode, checkTools } from './doctor-checks.ts';
import { checkModels } from './doctor-models.ts';
import type { ExitCode } from './exit-codes.ts';
import { EXIT } from './exit-codes.ts';
import { padEnd, textColumns } from './fit.ts';
import type { CommandContext } from './io.ts';
import { wantsColor } from './io.ts';
import { composeModels } from './models/compose-models.ts';
import { readSettings } from './settings.ts';
import type { CliTexts } from './texts/en.ts';

/**
 * Runs every check and prints one line for each; settings that nothing reads are told on standard error. With `--json`
 * an object `{ok, checks}`.
 *
 * @returns `failed` when something must be mended; what only deserves a look does not count
 * @throws AppError `config-invalid`
 */
export async function examine(
  options: Readonly<Record<string, unknown>>,
  context: CommandContext,
): Promise<ExitCode> {
  const { io, locale, texts, signal, print } = context;
  const { config } = readSettings(context);
  const { speechModel, transcriptionUrl } = config;
  const facts = { texts, locale };
  const wanted = { ffmpeg: config.ffmpegPath, ffprobe: config.ffprobePath };
  const media = composeMedia(config, { logger: createSilentLogger(), env: io.env });
  try {
    const [tools, models, dataFolder, tmpFolder] = await Promise.all([
      media.tools({ signal }).then((statuses) => checkTools(statuses, wanted, facts)),
      checkModels({ ...facts, models: composeModels(config, io), speechModel, transcriptionUrl }),
      checkFolder({ id: 'dataFolder', path: config.dataFolder, variable: 'SPEECH_COACH_HOME' }, facts),
      checkFolder({ id: 'tmpFolder', path: config.tmpFolder, variable: 'SPEECH_COACH_TMP' }, facts),
    ]);
    signal.throwIfAborted();
    const checks = [
      checkNode(process.versions.node, facts),
      ...tools,
      ...models,
      dataFolder,
      tmpFolder,
      checkMemory(process.availableMemory(), config.recognizerSlots, facts),
      checkCores(config.recognizerSlots, facts),
    ];
    const ok = checks.every(({ state }) => state !== 'fail');
    await print(
      options['json'] === true
        ? `${JSON.stringify({ ok, checks }, null, 2)}\n`
        : checksText(checks, ok, texts, wantsColor(io.stdout, io.env)),
    );
    return ok ? EXIT.ok : EXIT.failed;
  } finally {
    await media.close();
  }
}

const COLORS = { ok: 'green', warn: 'yellow', fail: 'red' } as const satisfies Record<CheckState, string>;

function checksText(checks: readonly Check[], ok: boolean, { doctor }: CliTexts, color: boolean): string {
  const stateColumns = Math.max(...Object.values(doctor.states).map(textColumns));
  const titleColumns = Math.max(...checks.map(({ title }) => textColumns(title)));
  const lines = checks.map(({ state, title, found, mend }) => {
    const word = padEnd(doctor.states[state], stateColumns);
    const shown = color ? styleText(COLORS[state], word, { validateStream: false }) : word;
    const indent = ' '.repeat(stateColumns + 2);
    const advice = mend === undefined ? '' : `${indent}${toPrintable(mend)}\n`;
    return `${shown}  ${padEnd(title, titleColumns)}  ${toPrintable(found)}\n${advice}`;
  });
  return `${lines.join('')}\n${ok ? doctor.allFine : doctor.notFine}\n`;
}
