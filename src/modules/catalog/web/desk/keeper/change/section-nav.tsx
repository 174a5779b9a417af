import type { SourceFault } from '../../../../desk/desk.schema.ts';
import { SECTION_NAMES, type Section, sectionOf } from '../editor/sections.ts';
import { useWords } from '../words.ts';

interface SectionNavProps {
	open: Section;
	onOpen: (section: Section) => void;
	faults: readonly SourceFault[];
}

/** The sections of the item, each with how much is wrong in it. */
export function SectionNav({ open, onOpen, faults }: SectionNavProps) {
	const { t } = useWords();
	const countIn = (section: Section) => faults.filter(({ path }) => sectionOf(path) === section).length;
	return (
		<nav className="keeper-nav" aria-label={t('sectionsLabel')}>
			<ul>
				{SECTION_NAMES.map((section) => {
					const count = countIn(section);
					return (
						<li key={section}>
							<button
								type="button"
								aria-current={section === open ? 'true' : undefined}
								onClick={() => onOpen(section)}
							>
								<span>{t(`sections.${section}`)}</span>
								{count > 0 ? (
									<span className="keeper-count" title={t('faults.count', { count })}>
										{count}
										<span className="visually-hidden">{t('faults.here')}</span>
									</span>
								) : null}
							</button>
						</li>
					);
				})}
			</ul>
		</nav>
	);
}
