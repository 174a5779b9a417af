import { Link } from '@tanstack/react-router';
import { useSession } from '../../../../../../web/api/session.ts';
import { useFormat } from '../../../../../../web/format.ts';
import { useChanges } from '../data.ts';
import { useWords } from '../words.ts';

/** Changes that were proposed and wait for a second person; one's own are said to be one's own. */
export function Waiting() {
	const { t, text } = useWords();
	const format = useFormat();
	const me = useSession()?.principal?.id;
	const changes = useChanges();
	const proposed = (changes.data?.changes ?? []).filter(({ state }) => state === 'PROPOSED');
	if (proposed.length === 0) return null;
	return (
		<section className="keeper-waiting" aria-labelledby="keeper-waiting">
			<h2 id="keeper-waiting">
				{t('waiting.title')} <span className="desk-count">{proposed.length}</span>
			</h2>
			<ul>
				{proposed.map(({ id, code, name, author, note, updatedAt }) => (
					<li key={id}>
						<Link to={`/desk/catalog/changes/${id}`}>{text(name) || code}</Link>
						<span className="keeper-note">{note}</span>
						<span className="keeper-soft">
							{author.name} · {format.instant(updatedAt)}
						</span>
						<span className={author.id === me ? 'desk-stage' : 'desk-stage desk-stage-bureau'}>
							{t(author.id === me ? 'waiting.own' : 'waiting.yours')}
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}
