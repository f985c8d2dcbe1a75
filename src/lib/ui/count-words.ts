/** A number with the word for what is counted: 1 comment, 2 comments. */
export function countWords(number: number, one: string, several = `${one}s`): string {
	return `${number} ${number === 1 ? one : several}`;
}
