export { chineseDate, plainChineseDate } from './chinese-date.ts';
export { COLOURS, Page } from './page.ts';
export { drawSpecimenSeal } from './seal.ts';
export { drawTable } from './table.ts';
export { breakLines } from './typeset.ts';
