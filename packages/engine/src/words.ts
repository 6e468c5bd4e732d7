// Explanations in words, for whoever shows them: without the rest of the engine, so that a command that asks for nothing loads no database.
export { nodeWords, withFormula } from './explain/node-words.js';
export { operandSign } from './explain/operand-sign.js';
export { daysWords, periodWords } from './explain/period-words.js';
