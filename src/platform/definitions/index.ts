export { type Definition, loadDefinitions, readDefinition } from './definitions.ts';
export {
	DefinitionError,
	describeFault,
	type Fault,
	type FaultMessages,
	formatFaults,
} from './faults.ts';
export { definitionMessages } from './messages.ts';
export type { Path } from './positions.ts';
export { schemaFaults } from './schema-faults.ts';
