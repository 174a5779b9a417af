import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import { useSession } from '../api/session.ts';
import { Notice } from '../ui/notice.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Signposts } from '../ui/signposts.tsx';

/** Codes of the sign-in library that we say in our own words. */
const KNOWN = [
	'INVALID_USERNAME_OR_PASSWORD',
	'INVALID_CODE',
	'USERNAME_IS_ALREADY_TAKEN',
	'USER_ALREADY_EXISTS',
	'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL',
	'PASSWORD_TOO_SHORT',
	'USERNAME_TOO_SHORT',
	'INVALID_USERNAME',
	'USERNAME_IS_INVALID',
];

/** A refusal of the sign-in library, said in the person's language and with a way on; everything else as any problem. */
export function SignInProblem({ error }: { error: unknown }) {
	const { t } = useTranslation('web');
	const hotline = useSession()?.bureau.hotline;
	const known = error instanceof ApiProblem && error.signposts.length === 0 && KNOWN.includes(error.code);
	if (!known) return <ProblemNotice error={error} />;
	return (
		<div role="alert">
			<Notice tone="danger" title={t(`authProblem.${error.code}.title`)}>
				<Signposts
					signposts={[
						{ text: t(`authProblem.${error.code}.next`), ...(hotline ? { contact: hotline } : {}) },
					]}
				/>
			</Notice>
		</div>
	);
}
