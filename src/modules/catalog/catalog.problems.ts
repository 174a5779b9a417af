import { defineProblems } from '../../platform/http/problem.ts';

defineProblems('catalog', { BLANK_NOT_FOUND: 404, ITEM_NOT_FOUND: 404 });
