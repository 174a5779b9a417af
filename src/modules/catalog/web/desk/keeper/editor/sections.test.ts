import { expect, test } from 'vitest';
import { ItemFile } from '../../../../catalog.schema.ts';
import { SECTIONS, sectionOf } from './sections.ts';

test('every part of an item file is edited in exactly one section', () => {
	const edited = Object.values(SECTIONS).flat();
	expect(new Set(edited).size).toBe(edited.length);
	// The code names the item and the version is counted by the desk: nobody edits them.
	expect([...edited, 'code', 'version'].sort()).toEqual(Object.keys(ItemFile.properties).sort());
});

test.each([
	['materials[2].name.en', 'materials'],
	['rules.limit.days', 'rules'],
	['form.when.premises.area', 'form'],
	['', 'basics'],
])('%s is shown in %s', (way, section) => {
	expect(sectionOf(way)).toBe(section);
});
