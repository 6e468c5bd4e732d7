export { handbookFiles } from './site.js';
export { NO_NUMBERS, partOf, type Numbers } from './entries/part.js';
export type * from './model/handbook.js';
