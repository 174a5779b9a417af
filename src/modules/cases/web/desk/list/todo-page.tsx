import { Navigate } from '@tanstack/react-router';
import { useSession } from '../../../../../web/api/session.ts';
import { PLACE_PATHS, placesOf } from '../permissions.ts';
import { CaseListPage } from './case-list.tsx';

/** What waits for the person at this desk; whoever handles no cases begins at a place of their own. */
export default function TodoPage() {
	const principal = useSession()?.principal;
	const [first = 'todo'] = principal ? placesOf(principal) : [];
	return first === 'todo' ? <CaseListPage scope="todo" /> : <Navigate to={PLACE_PATHS[first]} replace />;
}
