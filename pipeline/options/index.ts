/** What can be typed: the table of options and the commands they belong to. */
export { type Argument, type CommandName, commandNames, commandRows, isCommandName } from "./commands.ts";
export { givenLimits, isRunFile, type Kind } from "./kinds.ts";
export {
  type AllOptions,
  flagOf,
  isOwnOption,
  type OptionName,
  type OptionsOf,
  optionNames,
  optionRows,
} from "./options.ts";
export {
  type EditionOptions,
  editionOptionNames,
  editionOptions,
  type Given,
  type RecordedOptions,
  recordedOptions,
  retriedOptions,
  sharedOptions,
} from "./recorded.ts";
