export { type Definition, loadDefinitions, readDefinition, readDefinitionFiles } from './definitions.ts';
export {
	DefinitionError,
	describeFault,
	type Fault,
	type FaultMessages,
	formatFaults,
	formatPath,
} from './faults.ts';
export { definitionMessages } from './messages.ts';
export type { Path } from './positions.ts';
export { schemaFaults } from './schema-faults.ts';
