import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Type, { type Static } from 'typebox';
import { DefinitionError, definitionMessages, readDefinition } from '../../../platform/definitions/index.ts';

const FILE = resolve(import.meta.dirname, '../../../../data/search/words.yaml');

const strict = { additionalProperties: false } as const;
const List = Type.Array(Type.String({ minLength: 1 }));
const Groups = Type.Array(Type.Array(Type.String({ minLength: 1 }), { minItems: 2 }));

/** What the search knows of the languages; see `data/search/words.yaml`. */
export const Words = Type.Object(
	{
		idle: Type.Object({ 'zh-CN': List, en: List }, strict),
		measures: List,
		edges: Type.String(),
		verbs: List,
		synonyms: Type.Object({ 'zh-CN': Groups, en: Groups }, strict),
	},
	strict,
);
export type Words = Static<typeof Words>;

/** @throws DefinitionError naming every fault with line and column */
export function loadWords(file = FILE): Words {
	const { definitions, faults } = readDefinition(file, readFileSync(file, 'utf8'), Words);
	const [definition] = definitions;
	if (faults.length > 0 || !definition) throw new DefinitionError(faults, definitionMessages('en'));
	return definition.value;
}
