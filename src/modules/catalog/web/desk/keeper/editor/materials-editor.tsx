import { Select } from 'antd';
import { ItemFile } from '../../../../catalog.schema.ts';
import { MaterialsPart } from '../../../../sources/parts.schema.ts';
import { getAt } from '../paths.ts';
import type { Schema } from '../schema.ts';
import { emptyOf } from '../schema.ts';
import { useWords } from '../words.ts';
import { useEditing } from './editing.ts';
import { ListNode } from './list.tsx';
import { Fields } from './node.tsx';

const LIST = ItemFile.properties.materials as unknown as Schema;
/** Written in full: what a paper must say. */
const OWN = MaterialsPart.properties.materials.items as unknown as Schema;
/** Taken from the shared parts: what is changed here. */
const SHARED = LIST.items ?? {};

type Entry = ItemFile['materials'][number];

/** The papers: written here in full, or taken from the shared parts with changes. */
export function MaterialsEditor() {
	const { source, set, parts } = useEditing();
	const { t, text } = useWords();
	const materials = (getAt(source, ['materials']) ?? []) as Entry[];
	const used = new Set(materials.map(({ use }) => use));
	const offered = (parts?.materials ?? []).filter(({ name }) => !used.has(name));
	return (
		<ListNode
			schema={LIST}
			way={['materials']}
			schemaOf={(member) => ((member as Entry).use ? SHARED : OWN)}
			makeNew={() => ({ ...(emptyOf(OWN) as Entry), code: `paper-${materials.length + 1}` })}
			renderEntry={({ schema, way }) => (
				<>
					<SharedHint entry={getAt(source, way) as Entry} />
					<Fields schema={schema} way={way} own />
				</>
			)}
			adding={
				<Select
					aria-label={t('materials.takeShared')}
					className="keeper-chooser"
					showSearch={{ optionFilterProp: 'label' }}
					placeholder={t('materials.takeShared')}
					value={null}
					onChange={(use: string | null) => {
						if (use) set(['materials'], [...materials, { use }]);
					}}
					options={offered.map(({ name, title }) => ({ value: name, label: text(title) || name }))}
				/>
			}
		/>
	);
}

function SharedHint({ entry }: { entry: Entry }) {
	const { t } = useWords();
	return entry.use ? <p className="hint">{t('materials.sharedHint', { name: entry.use })}</p> : null;
}
