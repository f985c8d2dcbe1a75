import pc from 'picocolors';

/**
 * Colours where somebody reads along. picocolors alone would also colour what
 * goes into a file or another program, on Windows and wherever `CI` is set.
 */
export const colours = pc.createColors(pc.isColorSupported && (process.stdout.isTTY || Boolean(process.env.FORCE_COLOR)));
