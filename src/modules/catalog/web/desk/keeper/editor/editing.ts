import { createContext, useContext, useMemo } from 'react';
import type { Item, ItemFile } from '../../../../catalog.schema.ts';
import type { PartNames, SourceFault } from '../../../../desk/desk.schema.ts';
import { isWithin, setAt, type Way } from '../paths.ts';

/** What every part of the editor works on. */
export interface Editing {
	source: ItemFile;
	/** With its parts put in, as last checked; null while there are faults. */
	item: Item | null;
	faults: readonly SourceFault[];
	parts: PartNames | undefined;
	disabled: boolean;
	/** Replaces the whole source. */
	replace: (source: ItemFile) => void;
}

const EditingContext = createContext<Editing | null>(null);
export const EditingProvider = EditingContext.Provider;

/** The item being edited, and how to change one value of it. */
export function useEditing() {
	const editing = useContext(EditingContext);
	if (!editing) throw new Error('outside of an editor');
	return useMemo(() => {
		const { source, faults, replace } = editing;
		return {
			...editing,
			set: (way: Way, value: unknown) => replace(setAt(source, way, value)),
			faultsAt: (way: string) => faults.filter(({ path }) => path === way),
			faultsWithin: (way: string) => faults.filter(({ path }) => isWithin(path, way)),
		};
	}, [editing]);
}
