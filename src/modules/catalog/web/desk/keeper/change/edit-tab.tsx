import { useEffect, useMemo, useRef, useState } from 'react';
import type { SourceFault } from '../../../../desk/desk.schema.ts';
import { useParts } from '../data.ts';
import { type Editing, EditingProvider } from '../editor/editing.ts';
import { SectionView } from '../editor/section-view.tsx';
import { type Section, sectionOf } from '../editor/sections.ts';
import { elementAt, upwards } from '../paths.ts';
import { useWords } from '../words.ts';
import { FaultList } from './fault-list.tsx';
import { SectionNav } from './section-nav.tsx';
import type { Draft } from './use-draft.ts';

interface EditTabProps {
	draft: Draft;
	faults: readonly SourceFault[];
	editable: boolean;
	toYaml: () => void;
}

/** The item by sections: which ones there are, one of them open, and everything that is wrong in all of them. */
export function EditTab({ draft, faults, editable, toYaml }: EditTabProps) {
	const { t } = useWords();
	const parts = useParts().data;
	const [section, setSection] = useState<Section>('basics');
	const [target, setTarget] = useState<string | null>(null);
	const { source } = draft.text;
	useJump(target, () => setTarget(null));
	const editing = useMemo<Editing | null>(
		() =>
			source && {
				source,
				item: draft.checked?.item ?? null,
				faults,
				parts,
				disabled: !editable,
				replace: draft.setSource,
			},
		[source, draft.checked, draft.setSource, faults, parts, editable],
	);
	if (!editing) {
		return (
			<div className="desk-empty">
				<p>{t('unreadable')}</p>
				<button type="button" className="button secondary" onClick={toYaml}>
					{t('unreadableOpen')}
				</button>
			</div>
		);
	}
	const jump = (path: string) => {
		setSection(sectionOf(path));
		setTarget(path);
	};
	return (
		<div className="keeper-edit">
			<SectionNav open={section} onOpen={setSection} faults={faults} />
			<EditingProvider value={editing}>
				<div className="desk-panel keeper-sheet">
					<SectionView key={section} section={section} />
				</div>
			</EditingProvider>
			<FaultList
				source={source}
				faults={faults}
				jump={jump}
				checked={draft.checked !== null}
				error={draft.checkError}
			/>
		</div>
	);
}

/** Goes to the control of a value, or to the nearest one around it that there is; opens what hides it. */
function useJump(target: string | null, done: () => void): void {
	const finished = useRef(done);
	finished.current = done;
	useEffect(() => {
		if (target === null) return;
		const element = upwards(target)
			.flatMap((way) => [elementAt(way), `${elementAt(way)}.zh-CN`])
			.map((id) => document.getElementById(id))
			.find((each) => each !== null);
		for (let node = element?.parentElement; node; node = node.parentElement) {
			if (node instanceof HTMLDetailsElement) node.open = true;
		}
		const inside = element?.querySelector('details');
		if (inside && element?.classList.contains('keeper-entry')) inside.open = true;
		element?.scrollIntoView({ block: 'center' });
		element?.focus({ preventScroll: true });
		finished.current();
	}, [target]);
}
