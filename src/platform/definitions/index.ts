export { type Definition, type Loaded, loadDefinitions, readDefinition } from './definitions.ts';
export {
	DefinitionError,
	type DescribedFault,
	describeFault,
	type Fault,
	type FaultMessages,
	formatFaults,
} from './faults.ts';
export { definitionMessages } from './messages.ts';
export type { Path, Position } from './positions.ts';
export { schemaFaults } from './schema-faults.ts';
