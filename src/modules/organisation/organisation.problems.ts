import { defineProblems } from '../../platform/http/problem.ts';

export const organisationProblems = defineProblems('organisation', {
	DEMO_ONLY: 404,
	CLOCK_YEAR_MISSING: 422,
	PROFILE_INVALID: 422,
});
