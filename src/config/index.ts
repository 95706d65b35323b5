/** Config: the environment and `.env` become one frozen object; read by the composition roots alone. */
export { loadConfig } from './load-config.ts';
export type { ConfigEntry, ConfigSource, LoadedConfig } from './load-config.ts';
export { SETTINGS_TO_COME } from './old-settings.ts';
export type { Setting } from './setting.ts';
export { SETTINGS } from './settings.ts';
export type { Config } from './settings.ts';
export type { Origin } from './sources.ts';
