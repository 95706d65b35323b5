/** Warnings about variables that nothing reads: misspelt ones, and those of the earlier product. */
import type { Locale } from '../errors/index.ts';
import { quoted } from '../errors/index.ts';
import type { ConfigMessages } from './messages.ts';
import { nearestName } from './nearest-name.ts';
import { ANSWERED_SETTINGS, SETTINGS_TO_COME } from './old-settings.ts';
import type { Setting } from './setting.ts';
import type { Layer } from './sources.ts';

/** Our prefix: elsewhere in the environment an unknown variable is some other program's. */
const PREFIX = 'SPEECH_COACH_';
/** What only the tests of this project read. */
const TEST_PREFIX = 'SPEECH_COACH_TEST_';
/** Old names that can only be ours, so that they count in the environment too and not in `.env` alone. */
const OWN_OLD_NAMES = /^(?:GIGACHAT|WHISPER|LLM_FILLERS|PYANNOTE)_/;

/** One warning for each unknown or answered variable, and one for all that are known but not used yet. */
export function checkVariables(
  settings: readonly Setting[],
  layers: readonly Layer[],
  messages: ConfigMessages,
  locale: Locale,
): readonly string[] {
  const known = new Set(
    settings.flatMap((setting) => [setting, ...setting.oldNames].map(({ name }) => name)),
  );
  const warnings: string[] = [];
  const toCome = new Set<string>();
  for (const { from, variables } of layers) {
    const inEnvFile = from === 'env-file';
    for (const [variable, value = ''] of Object.entries(variables)) {
      const base = variable.replace(/_FILE$/, '');
      if (known.has(variable) || known.has(base) || variable.startsWith(TEST_PREFIX)) {
        continue;
      }
      const answered = ANSWERED_SETTINGS.find(({ name }) => name === base);
      if (answered !== undefined) {
        if (value !== '' && !answered.fulfilled.has(value.trim().toLowerCase())) {
          warnings.push(
            messages.answered(variable, messages.origin({ from, variable }), answered.answer[locale]),
          );
        }
      } else if (SETTINGS_TO_COME.has(variable) || SETTINGS_TO_COME.has(base)) {
        if (inEnvFile || OWN_OLD_NAMES.test(variable)) {
          toCome.add(variable);
        }
      } else if (inEnvFile || variable.startsWith(PREFIX)) {
        const shown = /^\w+$/.test(variable) ? variable : quoted(variable);
        const origin = messages.origin({ from, variable });
        warnings.push(messages.unknownVariable(shown, origin, nearestName(variable, known)));
      }
    }
  }
  if (toCome.size > 0) {
    warnings.push(messages.notUsedYet([...toCome].join(', ')));
  }
  return warnings;
}
