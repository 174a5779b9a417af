import { ItemFile } from '../../../../catalog.schema.ts';
import { getAt } from '../paths.ts';
import { emptyOf, type Schema, shapeOf } from '../schema.ts';
import { useWords } from '../words.ts';
import { useEditing } from './editing.ts';
import { FormEditor } from './form-editor.tsx';
import { MaterialsEditor } from './materials-editor.tsx';
import { Fields, Node } from './node.tsx';
import { SECTIONS, type Section } from './sections.ts';
import './editor.css';
import './form.css';

const FILE = ItemFile as unknown as Schema;

/** One section of the item, to be read and written. */
export function SectionView({ section }: { section: Section }) {
	const { t } = useWords();
	return (
		<section className="keeper-section" aria-labelledby={`keeper-${section}`}>
			<header>
				<h2 id={`keeper-${section}`}>{t(`sections.${section}`)}</h2>
				<p className="hint">{t(`sectionHints.${section}`)}</p>
			</header>
			<Body section={section} />
		</section>
	);
}

function Body({ section }: { section: Section }) {
	if (section === 'materials') return <MaterialsEditor />;
	if (section === 'form') return <FormEditor />;
	const names = SECTIONS[section];
	const [only] = names;
	const schema = FILE.properties?.[only];
	// A section of one group shows what is in the group, not a frame with the section's own name again.
	if (names.length === 1 && schema && shapeOf(schema) === 'OBJECT') {
		return <Fields schema={schema} way={[only]} own />;
	}
	return <Parts section={section} names={names} />;
}

/** Lists that may be missing are there, empty; other missing values wait as buttons. */
function Parts({ section, names }: { section: Section; names: readonly string[] }) {
	const { source, set, disabled } = useEditing();
	const { t, label } = useWords();
	const required = FILE.required ?? [];
	const isOpen = (name: string) =>
		required.includes(name) || OFTEN.has(name) || getAt(source, [name]) !== undefined;
	const absent = names.filter((name) => !isOpen(name));
	const schemaOf = (name: string): Schema => FILE.properties?.[name] ?? {};
	return (
		<div className="keeper-fields">
			{names.filter(isOpen).map((name) =>
				// A group that bears the section's own name needs no frame with that name again.
				name === section && shapeOf(schemaOf(name)) === 'OBJECT' ? (
					<div key={name} className="is-wide">
						<Fields schema={schemaOf(name)} way={[name]} own />
					</div>
				) : (
					<Node
						key={name}
						schema={schemaOf(name)}
						way={[name]}
						onRemove={required.includes(name) || OFTEN.has(name) ? undefined : () => set([name], undefined)}
					/>
				),
			)}
			{absent.length > 0 && !disabled ? (
				<p className="keeper-absent">
					<span>{t('alsoPossible')}</span>
					{absent.map((name) => (
						<button key={name} type="button" onClick={() => set([name], emptyOf(schemaOf(name)))}>
							+ {label(name)}
						</button>
					))}
				</p>
			) : null}
		</div>
	);
}

/** Lists that an item may do without and that people look for all the same. */
const OFTEN = new Set(['questions', 'warnings', 'limits', 'reviewStandards']);
